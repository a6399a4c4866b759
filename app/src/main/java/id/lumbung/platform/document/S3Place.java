package id.lumbung.platform.document;

import id.lumbung.platform.Outage;
import id.lumbung.platform.start.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Documents as objects of an S3-compatible store, one each, named by prefix and identifier. The store takes an object whole
 * or not at all, and only with the MD5 that was announced. What it does not answer in time is tried again twice; after
 * that, and for some seconds more, {@link Outage.NoDocuments} is thrown, so that waiting requests do not hold everything else.
 */
final class S3Place implements DocumentPlace, AutoCloseable {
    /** An object that is written and removed to see whether documents can be. */
    static final String PROBE = "lumbung-probe";

    private static final Duration PROBED = Duration.ofSeconds(4);
    private static final int ATTEMPTS = 3;
    private static final long RESTED = TimeUnit.SECONDS.toNanos(3);
    private static final int PAGE = 1000;

    /**
     * How long is waited.
     *
     * @param connect for a connection
     * @param silence for the next bytes
     * @param call for an answer in all, whatever is tried again
     */
    record Patience(Duration connect, Duration silence, Duration call) {
        static final Patience USUAL =
                new Patience(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    private final S3Client client;
    private final String bucket;
    private final String prefix;
    private volatile long awayUntil = System.nanoTime();

    private S3Place(S3Client client, String bucket, String prefix) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    /** The store that the settings name; nothing is asked of it yet. */
    static S3Place open(DocumentSettings.S3 settings) {
        return open(settings, Patience.USUAL);
    }

    static S3Place open(DocumentSettings.S3 settings, Patience patience) {
        for (Finding wrong : DocumentChecks.written(settings)) {
            throw new IllegalStateException(wrong.setting() + ": " + wrong.english());
        }
        try {
            S3Client client = S3Client.builder()
                    .endpointOverride(settings.address())
                    .region(Region.of(settings.region().strip()))
                    .credentialsProvider(StaticCredentialsProvider.create(
                            AwsBasicCredentials.create(settings.accessKey().strip(), settings.secret())))
                    .forcePathStyle(Boolean.valueOf(settings.pathStyle().strip()))
                    // stores other than Amazon's know neither the newer checksums nor bodies signed in pieces
                    .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                    .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                    .serviceConfiguration(S3Configuration.builder()
                            .chunkedEncodingEnabled(false)
                            .expectContinueEnabled(false)
                            .build())
                    .httpClientBuilder(UrlConnectionHttpClient.builder()
                            .connectionTimeout(patience.connect())
                            .socketTimeout(patience.silence()))
                    .overrideConfiguration(override -> override.apiCallTimeout(patience.call())
                            // only what stands in the settings of Lumbung counts
                            .defaultProfileFile(ProfileFile.aggregator().build())
                            .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                    .maxAttempts(ATTEMPTS)
                                    .build()))
                    .build();
            return new S3Place(
                    client, settings.bucket().strip(), settings.prefix().strip());
        } catch (IOException problem) {
            throw new IllegalStateException("LUMBUNG_DOCUMENTS_S3_SECRET_KEY_FILE cannot be read", problem);
        }
    }

    @Override
    public boolean has(String id) {
        return asked("looked for", () -> {
            try {
                client.headObject(request -> request.bucket(bucket).key(prefix + id));
                return true;
            } catch (NoSuchKeyException missing) {
                return false;
            }
        });
    }

    @Override
    public void write(String id, byte[] sealed) {
        asked(
                "kept",
                () -> client.putObject(
                        request -> request.bucket(bucket).key(prefix + id).contentMD5(md5(sealed)),
                        RequestBody.fromBytes(sealed)));
    }

    @Override
    public byte[] read(String id) {
        return asked("read", () -> {
            try {
                return client.getObjectAsBytes(request -> request.bucket(bucket).key(prefix + id))
                        .asByteArrayUnsafe();
            } catch (NoSuchKeyException missing) {
                throw new UncheckedIOException("document " + id + " is missing", new NoSuchFileException(id));
            }
        });
    }

    @Override
    public void remove(String id) {
        asked(
                "removed",
                () -> client.deleteObject(request -> request.bucket(bucket).key(prefix + id)));
    }

    @Override
    public List<String> after(String after, int most) {
        return asked("listed", () -> {
            List<String> names = new ArrayList<>();
            String from = prefix + after;
            boolean more = true;
            while (more && names.size() < most) {
                String startAfter = from;
                ListObjectsV2Response page = client.listObjectsV2(request ->
                        request.bucket(bucket).prefix(prefix).maxKeys(PAGE).startAfter(startAfter));
                for (S3Object object : page.contents()) {
                    from = object.key();
                    String id = object.key().substring(prefix.length());
                    if (DocumentStore.isId(id) && names.size() < most) {
                        names.add(id);
                    }
                }
                more = Boolean.TRUE.equals(page.isTruncated())
                        && !page.contents().isEmpty();
            }
            return names;
        });
    }

    /** Asks even while the place is taken to be away, and does not wait long. */
    @Override
    public void probe() {
        try {
            tryOut();
            awayUntil = System.nanoTime();
        } catch (SdkException problem) {
            throw away("probed", problem);
        }
    }

    /** Writes, lists and removes; what goes wrong comes as the client says it. */
    void tryOut() {
        String key = prefix + PROBE;
        client.putObject(
                request -> request.bucket(bucket)
                        .key(key)
                        .overrideConfiguration(override -> override.apiCallTimeout(PROBED)),
                RequestBody.fromString("lumbung"));
        client.listObjectsV2(request -> request.bucket(bucket)
                .prefix(prefix)
                .maxKeys(1)
                .overrideConfiguration(override -> override.apiCallTimeout(PROBED)));
        client.deleteObject(request ->
                request.bucket(bucket).key(key).overrideConfiguration(override -> override.apiCallTimeout(PROBED)));
    }

    @Override
    public void close() {
        client.close();
    }

    private <T> T asked(String what, Supplier<T> call) {
        long rest = awayUntil - System.nanoTime();
        if (rest > 0) {
            throw new Outage.NoDocuments("a document was not " + what + ": the store did not answer just now", null);
        }
        try {
            return call.get();
        } catch (SdkException problem) {
            if (!(problem instanceof AwsServiceException answer) || answer.statusCode() >= 500) {
                awayUntil = System.nanoTime() + RESTED;
            }
            throw away(what, problem);
        }
    }

    /** What the store says may hold names and keys: only its code is told. */
    private static Outage.NoDocuments away(String what, SdkException problem) {
        String code = problem instanceof AwsServiceException answer
                ? answer.statusCode() + " " + codeOf(answer)
                : problem.getClass().getSimpleName();
        return new Outage.NoDocuments("a document was not " + what + ": " + code, problem);
    }

    static String codeOf(AwsServiceException answer) {
        return answer.awsErrorDetails() == null || answer.awsErrorDetails().errorCode() == null
                ? ""
                : answer.awsErrorDetails().errorCode();
    }

    private static String md5(byte[] content) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
