package id.lumbung.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import id.lumbung.LumbungTest;
import id.lumbung.TestClock;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.TestActors;
import id.lumbung.licensing.licence.LicenceHappened;
import id.lumbung.licensing.licence.LicenceId;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Invalid;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Subscribers are told everything, in order, at least once, signed; and only where telling is safe. */
@LumbungTest
class WebhookTest {
    @Autowired
    private Webhooks webhooks;

    @Autowired
    private Sender sender;

    @Autowired
    private TestActors actors;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    private record Heard(String id, String timestamp, String signature, String body) {}

    private final List<Heard> heard = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private Actor administrator;
    private volatile IntUnaryOperator status = n -> 204;

    @BeforeEach
    void listen() throws IOException {
        administrator = actors.administrator();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            heard.add(new Heard(
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    new String(body, StandardCharsets.UTF_8)));
            int code = status.applyAsInt(heard.size());
            if (code >= 300 && code < 400) {
                exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/elsewhere");
            }
            exchange.sendResponseHeaders(code, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        CurrentActor.runAs(administrator, () -> webhooks.list().forEach(one -> webhooks.end(one.id())));
        clock.reset();
    }

    private Webhooks.Made subscribe() {
        return CurrentActor.runAs(
                administrator,
                () -> webhooks.subscribe(
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/terima"));
    }

    private UUID happens(LicenceHappened.What what) {
        LicenceId licence = new LicenceId(Ids.next());
        transaction.executeWithoutResult(status -> events.publishEvent(
                new LicenceHappened(Ids.next(), licence, "503/1/35.07.13/2026", "35.07.13", what, clock.instant())));
        return licence.value();
    }

    private void later(Duration duration) {
        clock.moveTo(clock.instant().plus(duration));
    }

    private List<Webhooks.Delivery> log(UUID subscription) {
        return CurrentActor.runAs(administrator, () -> webhooks.deliveries(subscription, null, 50));
    }

    @Test
    void a_message_says_what_happened_signed_and_nothing_about_a_person() {
        Webhooks.Made made = subscribe();
        UUID licence = happens(LicenceHappened.What.REVOKED);

        sender.sendDue();

        assertThat(heard).hasSize(1);
        Heard message = heard.getFirst();
        assertThat(message.body())
                .isEqualTo("{\"type\":\"licence.revoked\",\"timestamp\":\"2026-11-24T02:00:00Z\",\"data\":{\"id\":\""
                        + licence
                        + "\",\"number\":\"503/1/35.07.13/2026\",\"kecamatan\":\"35.07.13\",\"kind\":\"revoked\","
                        + "\"at\":\"2026-11-24T02:00:00Z\"}}");
        assertThat(message.signature())
                .isEqualTo(Signature.of(
                        made.secret(),
                        message.id(),
                        Instant.ofEpochSecond(Long.parseLong(message.timestamp())),
                        message.body()));
        assertThat(log(made.id()).getFirst().deliveredAt()).isNotNull();
    }

    /** The example of the specification of Standard Webhooks. */
    @Test
    void the_signature_is_that_of_standard_webhooks() {
        assertThat(Signature.of(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1614265330),
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void who_fails_first_gets_everything_later_in_order_under_the_same_ids() {
        Webhooks.Made made = subscribe();
        status = n -> n <= 2 ? 503 : 200;
        UUID first = happens(LicenceHappened.What.ISSUED);
        UUID second = happens(LicenceHappened.What.WARNED);

        sender.sendDue();
        sender.sendDue();
        assertThat(heard).as("nothing overtakes, nothing is hurried").hasSize(1);
        later(Duration.ofSeconds(13));
        sender.sendDue();
        assertThat(heard).hasSize(2);
        later(Duration.ofSeconds(13));
        sender.sendDue();
        assertThat(heard).as("the second pause is longer").hasSize(2);
        later(Duration.ofSeconds(13));
        sender.sendDue();

        assertThat(heard).hasSize(4);
        assertThat(heard.subList(0, 3)).allMatch(message -> message.body().contains(first.toString()));
        assertThat(heard.subList(0, 3))
                .extracting(Heard::id)
                .containsOnly(heard.getFirst().id());
        assertThat(heard.get(3).body()).contains(second.toString());
        assertThat(log(made.id())).extracting(Webhooks.Delivery::attempts).containsExactly(1, 3);
    }

    @Test
    void what_did_not_happen_is_not_told() {
        subscribe();
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new LicenceHappened(
                    Ids.next(),
                    new LicenceId(Ids.next()),
                    "1",
                    "35.07.13",
                    LicenceHappened.What.ISSUED,
                    clock.instant()));
            status.setRollbackOnly();
        });

        sender.sendDue();

        assertThat(heard).isEmpty();
    }

    @Test
    void after_days_of_failing_it_stops_and_goes_on_when_told_to() {
        Webhooks.Made made = subscribe();
        status = n -> 500;
        happens(LicenceHappened.What.ISSUED);
        for (int i = 0; i < 40; i++) {
            sender.sendDue();
            later(Duration.ofHours(8));
        }
        assertThat(CurrentActor.runAs(administrator, () -> webhooks.get(made.id()))
                        .state())
                .isEqualTo("STOPPED");
        int tried = heard.size();
        happens(LicenceHappened.What.WARNED);
        sender.sendDue();
        assertThat(heard).hasSize(tried);

        status = n -> 200;
        CurrentActor.runAs(administrator, () -> webhooks.goOn(made.id()));
        sender.sendDue();

        assertThat(heard).as("what waited is sent").hasSize(tried + 2);
        assertThat(tried).isBetween(10, 20);
    }

    @Test
    void a_redirect_is_not_followed_and_gone_is_the_end() {
        Webhooks.Made made = subscribe();
        status = n -> n == 1 ? 302 : 410;
        happens(LicenceHappened.What.ISSUED);
        sender.sendDue();
        assertThat(log(made.id()).getFirst().lastStatus()).isEqualTo(302);
        later(Duration.ofMinutes(1));
        sender.sendDue();

        assertThat(CurrentActor.runAs(administrator, () -> webhooks.get(made.id()))
                        .state())
                .isEqualTo("STOPPED");
    }

    @Test
    void a_message_is_sent_again_under_its_id_when_asked_for() {
        Webhooks.Made made = subscribe();
        happens(LicenceHappened.What.AMENDED);
        sender.sendDue();

        CurrentActor.runAs(
                administrator,
                () -> webhooks.sendAgain(made.id(), log(made.id()).getFirst().seq()));
        sender.sendDue();

        assertThat(heard).hasSize(2);
        assertThat(heard.get(1).id()).isEqualTo(heard.get(0).id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/x",
                "https://10.1.2.3/x",
                "https://192.168.1.1/x",
                "https://169.254.169.254/latest/meta-data",
                "https://[fd00::1]/x",
                "https://[::ffff:10.0.0.1]/x",
                "https://0x0a000001/x",
                "https://user@example.org/",
                "ftp://example.org/",
                "https:///x",
                "nonsense"
            })
    void an_address_inside_or_without_https_is_refused(String url) {
        CurrentActor.runAs(
                administrator,
                () -> assertThatThrownBy(() -> webhooks.subscribe(url)).isInstanceOf(Invalid.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001:db8::1",
                "::ffff:127.0.0.1"
            })
    void only_public_addresses_are_connected_to(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
        assertThatThrownBy(() -> new PublicAddresses(false).resolve(address)).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void public_addresses_are_connected_to() throws UnknownHostException {
        for (String address : List.of("8.8.8.8", "103.10.66.1", "2606:4700::1111", "172.32.0.1")) {
            assertThat(PublicAddresses.isPublic(InetAddress.getByName(address)))
                    .as(address)
                    .isTrue();
        }
    }

    @Test
    void pauses_double_up_to_six_hours_a_fifth_more_or_less() {
        for (int attempts = 1; attempts < 40; attempts++) {
            long usual = Math.min(Duration.ofHours(6).toMillis(), 10_000L << Math.min(attempts - 1, 20));
            assertThat(Sender.pause(attempts).toMillis()).isBetween(usual * 4 / 5, usual * 6 / 5 + 1);
        }
    }
}
