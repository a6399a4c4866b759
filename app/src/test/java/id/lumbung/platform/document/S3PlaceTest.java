package id.lumbung.platform.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import id.lumbung.TestDatabase;
import id.lumbung.TestStore;
import id.lumbung.platform.Home;
import id.lumbung.platform.Outage;
import id.lumbung.platform.key.KeyRing;
import id.lumbung.platform.key.KeySettings;
import id.lumbung.platform.key.MasterKey;
import id.lumbung.platform.key.MasterKeys;
import id.lumbung.platform.key.Vault;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents in an S3 server that checks signatures. */
@Timeout(120)
class S3PlaceTest {
    private static final S3Place.Patience SHORT =
            new S3Place.Patience(Duration.ofMillis(300), Duration.ofMillis(700), Duration.ofSeconds(3));
    private final TestStore store = TestStore.shared();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5_000_000})
    void what_was_written_is_read_to_the_byte(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);

        try (S3Place place = open("sama/")) {
            place.write(id(size), content);

            assertThat(place.has(id(size))).isTrue();
            assertThat(place.read(id(size))).isEqualTo(content);
        }
    }

    @Test
    void a_document_that_is_not_there_is_missing_and_the_store_is_not_taken_for_away() {
        try (S3Place place = open("kosong/")) {
            assertThat(place.has(id(1))).isFalse();
            assertThatThrownBy(() -> place.read(id(1)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("missing");
            place.remove(id(1));
            assertThat(place.after("", 10)).isEmpty();
        }
    }

    @Test
    void a_removed_document_is_gone() {
        try (S3Place place = open("hapus/")) {
            place.write(id(1), new byte[] {1});
            place.write(id(2), new byte[] {2});

            place.remove(id(1));

            assertThat(place.has(id(1))).isFalse();
            assertThat(place.after("", 10)).containsExactly(id(2));
        }
    }

    @Test
    void thousands_are_listed_in_their_order_and_nothing_else_is() throws Exception {
        Path folder = Files.createDirectories(store.bucket().resolve("banyak"));
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 1300; i++) {
            all.add(DocumentStore.sha256(("surat " + i).getBytes(StandardCharsets.UTF_8)));
            Files.createFile(folder.resolve(all.getLast()));
        }
        Files.createFile(folder.resolve("0catatan.txt"));
        Files.createFile(folder.resolve("lumbung-probe"));
        Files.createFile(
                Files.createDirectories(store.bucket().resolve("banyakan")).resolve(id(7)));
        all.sort(null);

        try (S3Place place = open("banyak/")) {
            List<String> listed = new ArrayList<>();
            place.each("", listed::add);

            assertThat(listed).isEqualTo(all);
            assertThat(place.after(all.get(100), 1100)).isEqualTo(all.subList(101, 1201));
            assertThat(place.after(all.getLast(), 5)).isEmpty();
        }
    }

    @Test
    void a_wrong_secret_keeps_nothing_and_is_not_told() {
        DocumentSettings.S3 wrong = settings(store.address(), "salah/", "rahasia-lain");

        try (S3Place place = S3Place.open(wrong)) {
            assertThatThrownBy(() -> place.write(id(1), new byte[] {1}))
                    .isInstanceOf(Outage.NoDocuments.class)
                    .hasMessageContaining("403 SignatureDoesNotMatch")
                    .message()
                    .doesNotContain("rahasia", TestStore.ACCESS_KEY);
            assertThatThrownBy(place::probe).isInstanceOf(Outage.NoDocuments.class);
        }
        try (S3Place place = open("salah/")) {
            assertThat(place.after("", 10)).isEmpty();
        }
    }

    @Test
    void what_the_store_has_acknowledged_survives_its_death_in_the_middle_of_writing() throws Exception {
        Map<String, byte[]> acknowledged = new ConcurrentHashMap<>();
        Map<String, byte[]> refused = new ConcurrentHashMap<>();
        try (S3Place place = S3Place.open(settings(store.address(), "mati/", store.secret()), SHORT)) {
            CountDownLatch some = new CountDownLatch(40);
            List<Thread> writers = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                int from = writer * 1000;
                writers.add(Thread.ofPlatform().start(() -> {
                    for (int i = from; i < from + 1000 && refused.size() < 12; i++) {
                        byte[] content = ("isi " + i).repeat(5000).getBytes(StandardCharsets.UTF_8);
                        try {
                            place.write(id(i), content);
                            acknowledged.put(id(i), content);
                            some.countDown();
                        } catch (Outage.NoDocuments away) {
                            refused.put(id(i), content);
                        }
                    }
                }));
            }
            some.await();
            store.kill();
            for (Thread writer : writers) {
                writer.join();
            }
            store.comeBack();
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(40);
            assertThat(refused).isNotEmpty();
            place.probe();

            acknowledged.forEach((id, content) -> assertThat(place.read(id)).isEqualTo(content));
            refused.forEach((id, content) -> {
                if (place.has(id)) {
                    assertThat(place.read(id)).as("whole or not at all").isEqualTo(content);
                }
                place.write(id, content);
                assertThat(place.read(id)).isEqualTo(content);
            });
        }
    }

    @Test
    void a_store_that_says_nothing_is_given_up_soon_and_the_next_does_not_wait() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                S3Place place = S3Place.open(
                        settings("http://127.0.0.1:" + silent.getLocalPort(), "diam/", "rahasia"), SHORT)) {
            long begun = System.nanoTime();
            assertThatThrownBy(() -> place.read(id(1))).isInstanceOf(Outage.NoDocuments.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));

            long again = System.nanoTime();
            assertThatThrownBy(() -> place.read(id(1)))
                    .isInstanceOf(Outage.NoDocuments.class)
                    .hasMessageContaining("just now");
            assertThat(Duration.ofNanos(System.nanoTime() - again)).isLessThan(Duration.ofMillis(200));
        }
    }

    @Test
    void a_store_that_is_busy_is_asked_three_times_and_then_no_more() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger busy = new AtomicInteger(2);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(busy.getAndDecrement() > 0 ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
        try (S3Place place =
                S3Place.open(settings("http://127.0.0.1:" + server.getAddress().getPort(), "sibuk/", "rahasia"))) {
            place.write(id(1), new byte[] {1});
            assertThat(asked).hasValue(3);

            busy.set(1000);
            assertThatThrownBy(() -> place.write(id(2), new byte[] {1}))
                    .isInstanceOf(Outage.NoDocuments.class)
                    .hasMessageContaining("503");
            assertThat(asked).hasValue(6);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void documents_are_sealed_anew_with_a_new_key_where_they_lie() throws Exception {
        try (Home home = new Home(TestDatabase.temporaryFolder("lumbung-store-home"));
                S3Place place = open("kunci/")) {
            MasterKey master = MasterKeys.open(new KeySettings(null, null, null), home);
            Vault vault = new Vault(home, master);
            DocumentStore documents = new DocumentStore(place, vault);
            List<String> kept = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                kept.add(documents.put(("surat " + i).getBytes(StandardCharsets.UTF_8)));
            }
            KeyRing ring = new KeyRing(home, master);
            ring.use(KeyRing.Kind.SEAL, ring.announce(KeyRing.Kind.SEAL));
            Vault now = new Vault(home, master);
            DocumentStore rotated = new DocumentStore(place, now);

            String reached = "";
            int sealed = 0;
            for (List<String> some = rotated.after(reached, 7); !some.isEmpty(); some = rotated.after(reached, 7)) {
                for (String id : some) {
                    sealed += rotated.reseal(id) ? 1 : 0;
                }
                reached = some.getLast();
            }

            assertThat(sealed).isEqualTo(30);
            for (int i = 0; i < 30; i++) {
                assertThat(now.sealedByKeyInUse(rotated.sealed(kept.get(i)))).isTrue();
                assertThat(rotated.get(kept.get(i)))
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo("surat " + i);
            }
            try (Stream<Path> files = Files.walk(store.bucket().resolve("kunci"))) {
                assertThat(files.filter(Files::isRegularFile))
                        .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                                .doesNotContain("surat"));
            }
        }
    }

    private S3Place open(String prefix) {
        return S3Place.open(settings(store.address(), prefix, store.secret()));
    }

    static DocumentSettings.S3 settings(String address, String prefix, String secret) {
        return new DocumentSettings.S3(
                address, "us-east-1", TestStore.BUCKET, prefix, TestStore.ACCESS_KEY, secret, null, "true");
    }

    private static String id(int number) {
        return "%064x".formatted(number);
    }
}
