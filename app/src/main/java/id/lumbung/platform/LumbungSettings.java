package id.lumbung.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the process.
 *
 * @param home folder for database, keys and documents
 * @param publicUrl address under which the public reaches this Lumbung, without a slash at its end; printed in QR codes
 * @param regency region code of the regency whose office this is
 * @param database external database; absent means the embedded one
 */
@ConfigurationProperties("lumbung")
public record LumbungSettings(
        @DefaultValue("var/lumbung") String home,
        @DefaultValue("http://localhost:8080") String publicUrl,
        @DefaultValue("35.07") String regency,
        @Nullable ExternalDatabase database) {

    /**
     * A database server that somebody else runs.
     *
     * @param url JDBC address of a database that {@code owner} owns
     * @param owner signs in to migrate; owns all tables
     * @param app signs in to serve; must not be owner or superuser, or row-level security would not hold
     */
    public record ExternalDatabase(String url, Login owner, Login app) {}

    public record Login(String username, String password) {
        @Override
        public String toString() {
            return "Login[" + username + "]";
        }
    }
}
