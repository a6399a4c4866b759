package id.lumbung.licensing.licence;

import id.lumbung.registry.EnterpriseId;
import java.time.LocalDate;
import java.util.UUID;

/** A licence was issued. */
public record LicenceIssued(
        LicenceId licence,
        UUID application,
        EnterpriseId enterprise,
        String number,
        String kecamatanCode,
        LocalDate issuedOn) {}
