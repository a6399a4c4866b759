package id.lumbung.platform.document;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where documents lie.
 *
 * @param place {@code folder}: in the home folder; {@code s3}: in an S3-compatible store
 * @param s3 that store; it may be named while the folder is in use, to move there
 */
@ConfigurationProperties("lumbung.documents")
public record DocumentSettings(
        @DefaultValue("folder") String place, @Nullable S3 s3) {
    static final String IN_FOLDER = "folder";
    static final String IN_S3 = "s3";

    /** Documents in the home folder. */
    public static DocumentSettings inFolder() {
        return new DocumentSettings(IN_FOLDER, null);
    }

    /** Whether documents are kept in the S3 store. */
    public boolean isS3() {
        return place.strip().equals(IN_S3);
    }

    /**
     * A store that speaks the S3 protocol.
     *
     * @param endpoint its address, https; http only on this machine
     * @param region the region that requests are signed for
     * @param bucket an existing bucket
     * @param prefix what the names of this office's documents begin with; empty, or with a slash at its end
     * @param accessKey name of the key
     * @param secretKey the key's secret, or
     * @param secretKeyFile a file that holds it
     * @param pathStyle whether the bucket stands in the path ({@code true}) or before the host
     */
    public record S3(
            @DefaultValue("") String endpoint,
            @DefaultValue("us-east-1") String region,
            @DefaultValue("") String bucket,
            @DefaultValue("") String prefix,
            @DefaultValue("") String accessKey,
            @Nullable String secretKey,
            @Nullable String secretKeyFile,
            @DefaultValue("true") String pathStyle) {

        /** The secret, read anew each time, so that a file with a new one is known at the next start. */
        String secret() throws IOException {
            return isSet(secretKeyFile)
                    ? Files.readString(Path.of(String.valueOf(secretKeyFile))).strip()
                    : String.valueOf(secretKey).strip();
        }

        static boolean isSet(@Nullable String setting) {
            return setting != null && !setting.isBlank();
        }

        URI address() {
            return URI.create(endpoint.strip());
        }

        @Override
        public String toString() {
            return "S3[" + endpoint + " " + bucket + "/" + prefix + "]";
        }
    }
}
