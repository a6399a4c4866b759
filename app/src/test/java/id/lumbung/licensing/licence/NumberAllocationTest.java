package id.lumbung.licensing.licence;

import static id.lumbung.licensing.licence.LicenceFixtures.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import id.lumbung.LumbungTest;
import id.lumbung.TestDatabase;
import id.lumbung.identity.CurrentActor;
import id.lumbung.platform.Sight;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Numbers 1 to n of a kecamatan and year, without gap or double, whatever dies in the middle. */
@LumbungTest
class NumberAllocationTest {
    private static final int ISSUERS = 50;

    @Autowired
    private Licences licences;

    @Autowired
    private JdbcClient database;

    @Autowired
    private HikariDataSource pool;

    @Autowired
    private TransactionTemplate transaction;

    /** What happens to an issuer between taking the number and the end of its transaction. */
    private enum Fate {
        LIVES,
        THINKS_BETTER_OF_IT,
        LOSES_THE_DATABASE
    }

    @Test
    @Timeout(240)
    void fifty_issuers_at_once_some_of_which_die_leave_no_gap_and_no_double() throws Exception {
        String kecamatan = "35.07.31";
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> issued = new ArrayList<>();
        try (ExecutorService issuers = Executors.newFixedThreadPool(ISSUERS)) {
            for (int issuer = 0; issuer < ISSUERS; issuer++) {
                Fate fate = issuer % 5 == 1
                        ? Fate.THINKS_BETTER_OF_IT
                        : issuer % 5 == 3 ? Fate.LOSES_THE_DATABASE : Fate.LIVES;
                issued.add(issuers.submit((Callable<Boolean>) () -> {
                    start.await();
                    return issue(kecamatan, fate);
                }));
            }
            start.countDown();
        }

        int count = 0;
        for (Future<Boolean> one : issued) {
            count += one.get() ? 1 : 0;
        }
        assertThat(count).isEqualTo(30);
        assertThat(runningNumbers(kecamatan))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, count).boxed().toList());
        assertThat(numbers(kecamatan)).hasSize(count).doesNotHaveDuplicates();
        assertThat(sheetsOf(kecamatan)).isEqualTo(count);
    }

    /** A whole process dies by SIGKILL with numbers in its hands; others go on at the same counter. */
    @Test
    @Timeout(180)
    void a_killed_process_leaves_no_gap() throws Exception {
        String kecamatan = "35.07.32";
        for (int round = 0; round < 3; round++) {
            Process process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-Xmx128m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            NumberAllocationProcess.class.getName(),
                            pool.getJdbcUrl(),
                            pool.getUsername(),
                            pool.getPassword(),
                            kecamatan)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                int taken = 0;
                while (taken < 10 + round) {
                    String line = output.readLine();
                    assertThat(line).as("the process issues").isNotNull();
                    taken++;
                }
            } finally {
                process.destroyForcibly();
            }
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isNotZero();
            assertThat(issue(kecamatan, Fate.LIVES)).isTrue();
        }

        List<Integer> numbers = runningNumbers(kecamatan);
        assertThat(numbers).hasSizeGreaterThan(20);
        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    @Test
    void kecamatan_and_years_count_for_themselves() {
        issue("35.07.28", Fate.LIVES);
        issue("35.07.28", Fate.LIVES);
        issue("35.07.29", Fate.LIVES);
        CurrentActor.runAs(
                LicenceFixtures.camatOf("35.07.28"),
                () -> transaction.execute(status -> licences.issue(order(
                        "35.07.28", LocalDate.of(2027, 1, 4), LicenceFixtures.holder(), LicenceFixtures.business()))));

        assertThat(numbers("35.07.28"))
                .containsExactlyInAnyOrder(
                        "503/IUMK/001/35.07.28/XI/2026",
                        "503/IUMK/002/35.07.28/XI/2026",
                        "503/IUMK/001/35.07.28/I/2027");
        assertThat(numbers("35.07.29")).containsExactly("503/IUMK/001/35.07.29/XI/2026");
    }

    @Test
    void the_database_itself_refuses_a_number_twice() {
        issue("35.07.27", Fate.LIVES);

        assertThatThrownBy(() -> Sight.system(
                        "a test",
                        () -> transaction.execute(status -> database.sql("""
                                        insert into licensing.licence
                                            (id, region_code, enterprise, regime, regime_version, year, running_no, number,
                                             issued_on, state, sheet_no, holder_name, business_name, place)
                                        select gen_random_uuid(), region_code, enterprise, regime, regime_version, year,
                                               running_no, number || 'x', issued_on, state, 1, '', '', ''
                                          from licensing.licence
                                         where region_code = '35.07.27'
                                        """).update())))
                .hasMessageContaining("licence_running_no");
    }

    private boolean issue(String kecamatan, Fate fate) {
        try {
            CurrentActor.runAs(
                    LicenceFixtures.camatOf(kecamatan),
                    () -> transaction.execute(status -> {
                        LicenceId licence = licences.issue(order(kecamatan));
                        meet(fate);
                        return licence;
                    }));
            return true;
        } catch (RuntimeException died) {
            assertThat(fate).as("who should live, lives: " + died).isNotEqualTo(Fate.LIVES);
            return false;
        }
    }

    private void meet(Fate fate) {
        switch (fate) {
            case LIVES -> {}
            case THINKS_BETTER_OF_IT -> throw new IllegalStateException("thinks better of it");
            case LOSES_THE_DATABASE ->
                terminate(database.sql("select pg_backend_pid()")
                        .query(Integer.class)
                        .single());
        }
    }

    private static void terminate(int backend) {
        try (Connection superuser = DriverManager.getConnection(TestDatabase.serverUrl("postgres"));
                PreparedStatement statement = superuser.prepareStatement("select pg_terminate_backend(?)")) {
            statement.setInt(1, backend);
            statement.execute();
        } catch (java.sql.SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private List<Integer> runningNumbers(String kecamatan) {
        return list("select running_no from licensing.licence where region_code = :code order by running_no", kecamatan)
                .stream()
                .map(Integer::valueOf)
                .toList();
    }

    private List<String> numbers(String kecamatan) {
        return list("select number from licensing.licence where region_code = :code", kecamatan);
    }

    private int sheetsOf(String kecamatan) {
        return list("select id::text from licensing.licence_sheet where region_code = :code", kecamatan)
                .size();
    }

    private List<String> list(String sql, String kecamatan) {
        return Sight.system(
                "a test",
                () -> transaction.execute(status -> database.sql(sql)
                        .param("code", kecamatan)
                        .query(String.class)
                        .list()));
    }
}
