package id.lumbung.licensing.licence;

import id.lumbung.registry.EnterpriseId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The decision to issue a licence, with everything that is to stand on it.
 *
 * @param regimeVersion version of the regime under which it was decided
 * @param issuedBy account of whoever decided
 * @param photoDocumentId a JPEG or PNG in the document store
 */
public record IssueOrder(
        UUID application,
        EnterpriseId enterprise,
        String regimeCode,
        int regimeVersion,
        String kecamatanCode,
        LocalDate issuedOn,
        UUID issuedBy,
        Signatory signatory,
        LicenceHolder holder,
        LicensedBusiness business,
        @Nullable String photoDocumentId) {}
