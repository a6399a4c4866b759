package id.lumbung.registry;

import id.lumbung.platform.Ids;
import id.lumbung.registry.text.EnterpriseNumber;
import java.util.UUID;

/** Identifies an enterprise inside Lumbung; people use its {@link EnterpriseNumber}. */
public record EnterpriseId(UUID value) {
    public static EnterpriseId next() {
        return new EnterpriseId(Ids.next());
    }

    public static EnterpriseId of(String uuid) {
        return new EnterpriseId(UUID.fromString(uuid));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
