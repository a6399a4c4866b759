package id.lumbung.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A NIB as the office recorded it; OSS gave it.
 *
 * @param issuedOn null when not known
 */
public record NibRecord(Nib nib, @Nullable LocalDate issuedOn, String note) {}
