package id.lumbung.licensing.licence;

import java.time.LocalDate;

/**
 * A licence in few words.
 *
 * @param stateKey key of the word for its state
 * @param href its page
 */
public record LicenceSummary(LicenceId id, String number, LocalDate issuedOn, String stateKey, String href) {}
