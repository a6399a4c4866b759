package id.lumbung.registry;

import java.time.LocalDate;

/**
 * A licence on an enterprise's page.
 *
 * @param inForce whether it stands today: neither revoked nor over
 * @param statusKey key of the word for its status
 * @param href where it can be read
 */
public record LicenceLine(
        String number, String title, LocalDate issuedOn, boolean inForce, String statusKey, String href) {}
