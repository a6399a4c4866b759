package id.lumbung.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.TestDatabase;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Each thing that can be wrong is said before anything starts, with the setting's name and what to do. */
class StartChecksTest {
    @Test
    void the_example_file_of_the_package_has_only_settings_that_there_are() throws Exception {
        Path example = Path.of(System.getProperty("lumbung.module.directory", "."))
                .toAbsolutePath()
                .normalize()
                .getParent()
                .resolve("ops/lumbung.conf");
        List<String> lines = java.nio.file.Files.readAllLines(example).stream()
                .map(line -> line.startsWith("#LUMBUNG_") ? line.substring(1) : line)
                .toList();

        SettingsFile file = SettingsFile.of(example, lines);

        assertThat(file.findings()).isEmpty();
        assertThat(file.values())
                .containsKeys(
                        "LUMBUNG_PUBLIC_URL",
                        "LUMBUNG_REGENCY",
                        "LUMBUNG_HOME",
                        "LUMBUNG_PORT",
                        "LUMBUNG_DATABASE_URL",
                        "LUMBUNG_METRICS_PORT",
                        "LUMBUNG_TRACES",
                        "LUMBUNG_SECOND_FACTOR",
                        "LUMBUNG_HSTS",
                        "LUMBUNG_OIDC_ISSUER",
                        "LUMBUNG_OIDC_SECOND_FACTOR_AMR",
                        "LUMBUNG_DATABASE_PLAINTEXT",
                        "LUMBUNG_LOG");
    }

    @Test
    void a_misspelt_setting_is_refused_since_it_would_be_ignored_in_silence() {
        SettingsFile file = SettingsFile.of(
                Path.of("/etc/lumbung/lumbung.conf"),
                List.of("# ours", "", "LUMBUNG_PUBLIK_URL=https://izin.example", "halo", "LUMBUNG_PORT='8081'"));

        assertThat(file.findings()).hasSize(2).allMatch(Finding::refuses);
        assertThat(file.findings().getFirst().toString()).contains("LUMBUNG_PUBLIK_URL", "line 3", "baris 3");
        assertThat(file.findings().get(1).setting()).endsWith("lumbung.conf:4");
        assertThat(file.values()).containsOnlyKeys("LUMBUNG_PORT").containsEntry("LUMBUNG_PORT", "8081");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "izin.example",
                "https://izin.example/",
                "https://izin.example/lumbung",
                "https://izin.example?x=1",
                "https://admin:rahasia@izin.example",
                "ftp://izin.example",
                "http://izin.example",
                "http://192.168.1.7:8080"
            })
    void an_address_that_is_none_or_is_without_https_is_refused(String address) {
        List<Finding> findings = new ArrayList<>();

        AddressChecks.publicAddress(address, findings);

        assertThat(findings).singleElement().matches(Finding::refuses);
        assertThat(findings.getFirst().setting()).isEqualTo("LUMBUNG_PUBLIC_URL");
    }

    @Test
    void an_address_of_this_machine_is_said_each_time_and_https_is_silent() {
        List<Finding> findings = new ArrayList<>();

        AddressChecks.publicAddress("http://localhost:8080", findings);
        AddressChecks.publicAddress("https://izin.malangkab.go.id", findings);

        assertThat(findings).singleElement().matches(finding -> !finding.refuses());
    }

    @Test
    void a_regency_that_there_is_not_is_refused() {
        assertThat(StartChecks.findings(settings(Map.of("LUMBUNG_REGENCY", "35.99"))))
                .anyMatch(finding -> finding.refuses() && finding.setting().equals("LUMBUNG_REGENCY"));
        assertThat(StartChecks.findings(settings(Map.of("LUMBUNG_REGENCY", "35.07"))))
                .noneMatch(finding -> finding.setting().equals("LUMBUNG_REGENCY"));
    }

    @Test
    void a_port_that_is_taken_is_refused_and_only_mentioned_when_asked_for_a_check() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = String.valueOf(taken.getLocalPort());

            assertThat(StartChecks.findings(settings(Map.of("SERVER_PORT", port))))
                    .anyMatch(finding -> finding.refuses() && finding.setting().equals("LUMBUNG_PORT"));
            assertThat(StartChecks.findings(settings(Map.of("SERVER_PORT", port, "LUMBUNG_CHECK", "true"))))
                    .anyMatch(finding -> !finding.refuses() && finding.setting().equals("LUMBUNG_PORT"));
        }
        assertThat(StartChecks.findings(settings(Map.of("SERVER_PORT", "delapan"))))
                .anyMatch(finding -> finding.refuses() && finding.english().contains("not a port"));
    }

    @Test
    void a_home_that_cannot_be_written_is_refused() {
        List<Finding> findings = new ArrayList<>();

        MachineChecks.home(Path.of("/dev/null/lumbung"), findings);

        assertThat(findings).singleElement().matches(Finding::refuses);
        assertThat(findings.getFirst().english()).contains("/dev/null/lumbung", "chown");
    }

    @Test
    void a_full_disk_is_refused_and_a_filling_one_is_mentioned() {
        List<Finding> findings = new ArrayList<>();

        MachineChecks.space(Path.of("/srv"), 100L << 20, findings);
        MachineChecks.space(Path.of("/srv"), 1L << 30, findings);
        MachineChecks.space(Path.of("/srv"), 50L << 30, findings);

        assertThat(findings).extracting(Finding::refuses).containsExactly(true, false);
    }

    @Test
    void a_clock_before_the_program_was_written_is_refused() {
        List<Finding> findings = new ArrayList<>();

        MachineChecks.clock(Instant.parse("1970-01-01T00:03:00Z"), findings);
        MachineChecks.clock(Instant.parse("2126-01-01T00:00:00Z"), findings);
        MachineChecks.clock(Instant.parse("2026-11-24T00:00:00Z"), findings);

        assertThat(findings).hasSize(2).allMatch(Finding::refuses);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db.kantor.example:5432/lumbung, PLAIN",
        "jdbc:postgresql://db.kantor.example:5432/lumbung?sslmode=prefer, PLAIN",
        "jdbc:postgresql://db.kantor.example:5432/lumbung?sslmode=disable, PLAIN",
        "jdbc:postgresql://10.1.2.3/lumbung?sslmode=require, UNKNOWN_SERVER",
        "jdbc:postgresql://10.1.2.3/lumbung?sslmode=verify-full&sslrootcert=/etc/ca.pem, SAFE",
        "jdbc:postgresql://10.1.2.3/lumbung?a=b&sslmode=verify-ca, SAFE",
        "jdbc:postgresql://localhost:5432/lumbung, SAFE",
        "jdbc:postgresql://127.0.0.1/lumbung, SAFE",
        "jdbc:postgresql://[::1]:5432/lumbung, SAFE",
        "jdbc:postgresql://localhost.jahat.example/lumbung, PLAIN"
    })
    void the_way_to_a_database_is_known_from_its_address(String url, DatabaseChecks.Way way) {
        assertThat(DatabaseChecks.wayTo(url)).isEqualTo(way);
    }

    @Test
    void a_database_elsewhere_without_tls_is_refused_before_a_password_goes_there() {
        Map<String, String> settings =
                new HashMap<>(TestDatabase.settingsOf("jdbc:postgresql://db.kantor.invalid:5432/lumbung"));

        assertThat(of("LUMBUNG_DATABASE_", settings))
                .singleElement()
                .matches(finding -> finding.refuses() && finding.english().contains("without TLS"));

        settings.put("LUMBUNG_DATABASE_PLAINTEXT", "ya");
        assertThat(of("LUMBUNG_DATABASE_", settings))
                .singleElement()
                .matches(finding -> finding.setting().equals("LUMBUNG_DATABASE_PLAINTEXT"));
    }

    @Test
    void a_network_of_these_two_machines_alone_may_be_said_to_be_one_and_is_mentioned_each_time() {
        Map<String, String> settings =
                new HashMap<>(TestDatabase.settingsOf("jdbc:postgresql://db.kantor.invalid:5432/lumbung"));
        settings.put("LUMBUNG_DATABASE_PLAINTEXT", "allowed");

        assertThat(of("LUMBUNG_DATABASE_", settings))
                .anyMatch(finding -> !finding.refuses() && finding.english().contains("is not checked"))
                .anyMatch(finding -> finding.refuses() && finding.english().contains("cannot be reached"));
    }

    @ParameterizedTest
    @CsvSource({
        "LUMBUNG_SECOND_FACTOR, kadang, true",
        "LUMBUNG_SECOND_FACTOR, optional, false",
        "LUMBUNG_HSTS, semua, true",
        "LUMBUNG_OIDC_CLIENT_SECRET, rahasia-tanpa-alamat, false"
    })
    void a_word_that_there_is_not_is_refused_and_a_weak_one_mentioned(String setting, String value, boolean refused) {
        String named = setting.startsWith("LUMBUNG_OIDC") ? "LUMBUNG_OIDC_ISSUER" : setting;

        assertThat(of(named, Map.of(setting, value)))
                .singleElement()
                .matches(finding -> finding.refuses() == refused)
                .matches(finding -> !finding.toString().contains("rahasia-tanpa-alamat"));
    }

    @Test
    void the_words_that_there_are_pass_in_silence() {
        for (String word : List.of("required", "everyone", "EVERYONE")) {
            assertThat(of("LUMBUNG_SECOND_FACTOR", Map.of("LUMBUNG_SECOND_FACTOR", word)))
                    .isEmpty();
        }
        assertThat(of("LUMBUNG_HSTS", Map.of("LUMBUNG_HSTS", "subdomains"))).isEmpty();
        assertThat(of("LUMBUNG_OIDC", Map.of())).isEmpty();
    }

    @Test
    void an_external_database_without_its_logins_is_refused() {
        assertThat(of("LUMBUNG_DATABASE_", Map.of("LUMBUNG_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/lumbung")))
                .hasSize(4)
                .allMatch(Finding::refuses);
    }

    @Test
    void a_database_that_cannot_be_reached_is_said_without_repeating_the_password() {
        Map<String, String> settings = new HashMap<>(TestDatabase.settingsOf("jdbc:postgresql://127.0.0.1:1/lumbung"));
        settings.put("LUMBUNG_DATABASE_APP_PASSWORD", "sangat-rahasia");

        assertThat(of("LUMBUNG_DATABASE_URL", settings))
                .isNotEmpty()
                .allMatch(finding -> finding.refuses() && finding.english().contains("firewall"))
                .noneMatch(finding -> finding.toString().contains("sangat-rahasia"));
    }

    @Test
    @Tag("database")
    void the_two_logins_must_be_what_holds_the_boundaries_of_territory() throws Exception {
        String name = TestDatabase.create();
        Map<String, String> good = TestDatabase.settingsOf(TestDatabase.addressOf(name));
        assertThat(of("LUMBUNG_DATABASE_", good)).isEmpty();

        Map<String, String> sameForBoth = new HashMap<>(good);
        sameForBoth.put("LUMBUNG_DATABASE_APP_USERNAME", "lumbung_owner");
        assertThat(of("LUMBUNG_DATABASE_APP_USERNAME", sameForBoth))
                .singleElement()
                .matches(finding -> finding.refuses() && finding.english().contains("(owner)"));

        Map<String, String> swapped = new HashMap<>(good);
        swapped.put("LUMBUNG_DATABASE_OWNER_USERNAME", "lumbung_app");
        assertThat(of("LUMBUNG_DATABASE_OWNER_USERNAME", swapped))
                .singleElement()
                .matches(finding -> finding.english().contains("belongs to lumbung_owner"));

        for (String right : List.of("superuser", "bypassrls", "createrole")) {
            String role = "lumbung_too_much_" + right;
            superuser("create role " + role + " login " + right + " password 'only-for-tests'");
            try {
                Map<String, String> tooMuch = new HashMap<>(good);
                tooMuch.put("LUMBUNG_DATABASE_APP_USERNAME", role);
                assertThat(of("LUMBUNG_DATABASE_APP_USERNAME", tooMuch))
                        .singleElement()
                        .matches(finding ->
                                finding.refuses() && finding.english().contains("(" + right + ")"));
            } finally {
                superuser("drop role " + role);
            }
        }

        Map<String, String> elsewhere =
                new HashMap<>(TestDatabase.settingsOf(TestDatabase.addressOf("tidak_ada_di_sini")));
        assertThat(of("LUMBUNG_DATABASE_URL", elsewhere))
                .isNotEmpty()
                .allMatch(finding -> finding.english().contains("no database of this name"));
    }

    @Test
    void a_process_that_may_not_start_ends_with_78_and_says_why_in_both_languages() throws Exception {
        Path folder = TestDatabase.temporaryFolder("lumbung-refused");
        Path settings = java.nio.file.Files.writeString(
                folder.resolve("lumbung.conf"),
                "LUMBUNG_PUBLIC_URL=http://izin.example\nLUMBUNG_HOME=" + folder + "\n");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "id.lumbung.Lumbung",
                        "--spring.profiles.active=start",
                        "--lumbung.config=" + settings)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(StartChecks.REFUSED);
        assertThat(said).contains("LUMBUNG_PUBLIC_URL", "Pasang TLS", "Let a proxy end TLS", "does not start");
        assertThat(said).doesNotContain("Exception", "\tat ");
    }

    private static List<Finding> of(String setting, Map<String, String> settings) {
        return StartChecks.findings(settings(settings)).stream()
                .filter(finding -> finding.setting().startsWith(setting))
                .toList();
    }

    private static ConfigurableEnvironment settings(Map<String, String> values) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("uji-systemEnvironment", Map.copyOf(values)));
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "dasar",
                        Map.of(
                                "server.port", "0",
                                "lumbung.public-url", "https://izin.example",
                                "lumbung.home",
                                        TestDatabase.temporaryFolder("lumbung-checks")
                                                .toString())));
        return environment;
    }

    private static void superuser(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(TestDatabase.serverUrl("postgres"))) {
            connection.createStatement().execute(sql);
        }
    }
}
