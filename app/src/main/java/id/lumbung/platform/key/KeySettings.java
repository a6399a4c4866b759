package id.lumbung.platform.key;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the master key is; at most one of the three. None: {@code keys/master.key} in the home folder, made at first use.
 *
 * @param masterKey the key itself, from the environment ({@code LUMBUNG_MASTER_KEY}); several apart by commas, newest first
 * @param masterKeyFile a file that holds it, such as a credential of systemd or a mounted secret
 * @param masterKeyUri address of a key-management service, see {@link MasterKey.Source}
 */
@ConfigurationProperties("lumbung")
public record KeySettings(
        @Nullable String masterKey,
        @Nullable String masterKeyFile,
        @Nullable String masterKeyUri) {
    static final KeySettings NONE = new KeySettings(null, null, null);

    @Override
    public String toString() {
        return "KeySettings[" + (masterKey == null ? "" : "from the environment") + masterKeyFile + masterKeyUri + "]";
    }
}
