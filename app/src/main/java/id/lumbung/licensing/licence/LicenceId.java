package id.lumbung.licensing.licence;

import id.lumbung.platform.Ids;
import java.util.UUID;

/** Identifies a licence inside Lumbung; people use its number. */
public record LicenceId(UUID value) {
    public static LicenceId next() {
        return new LicenceId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
