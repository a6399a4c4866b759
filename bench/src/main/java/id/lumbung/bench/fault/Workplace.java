package id.lumbung.bench.fault;

import id.lumbung.bench.Server;
import id.lumbung.bench.Server.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** A real office with people at work in it, and all that they were told. */
final class Workplace implements AutoCloseable {
    static final int CLIENTS = 6;
    static final long LONGEST_START_MILLIS = 90_000;

    final Path home;
    final Gate gate = new Gate(CLIENTS);
    final List<String> surprises = Collections.synchronizedList(new ArrayList<>());
    final Caller controller;
    private final Launch launch;
    private final Receiver receiver = new Receiver();
    private final List<Journal> journals = new ArrayList<>();
    private final List<Caller> callers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private int[] places = new int[CLIENTS];
    private Server server;
    private Ledger ledger;
    private List<Staff.Hands> hands = List.of();

    /** Something is done in a workplace; says whether all was well. */
    interface Trial {
        boolean run(Workplace workplace) throws Exception;
    }

    private Workplace(Path home, Path run, List<String> javaOptions) throws IOException, InterruptedException {
        this.home = home;
        this.launch = new Launch(
                run,
                javaOptions,
                List.of("--lumbung.second-factor=optional", "--lumbung.webhook.loopback=true"),
                Server.freePort());
        this.ledger = new Ledger(home, hands);
        this.controller = new Caller(launch.port());
        try {
            this.server = Server.start(launch, "start", home);
        } catch (IOException | InterruptedException problem) {
            receiver.close();
            controller.close();
            throw problem;
        }
    }

    /** In a folder of its own, which is deleted afterwards; what the server said stays when something was wrong. */
    static boolean inside(Path folder, Path run, List<String> javaOptions, Trial trial) throws Exception {
        Path home = folder.resolve("office");
        boolean well = false;
        try (Workplace workplace = new Workplace(home, run, javaOptions)) {
            workplace.hire();
            well = trial.run(workplace);
        } finally {
            if (!well && Files.exists(Server.log(home))) {
                Path kept = run.resolveSibling("faults.log");
                Files.copy(Server.log(home), kept, StandardCopyOption.REPLACE_EXISTING);
                System.err.println("what the server said: " + kept);
            }
        }
        return well;
    }

    static Path folder() throws IOException {
        Path folder = Files.createTempDirectory(Path.of("/var/tmp"), "lumbung-faults");
        // PostgreSQL does not run as root and must be able to reach its folder
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private void hire() throws IOException, InterruptedException {
        hands = new Staff(server).hire(home, CLIENTS, receiver.address());
        ledger = new Ledger(home, hands);
        AtomicInteger serial = new AtomicInteger();
        for (int i = 0; i < CLIENTS; i++) {
            Journal journal = new Journal();
            Caller caller = new Caller(launch.port());
            journals.add(journal);
            callers.add(caller);
            threads.add(Thread.ofPlatform()
                    .daemon()
                    .name("client " + i)
                    .start(new Clerk(i, caller, hands.get(i), gate, journal, serial, surprises)));
        }
    }

    Server server() {
        return server;
    }

    int port() {
        return launch.port();
    }

    Staff.Hands someone() {
        return hands.getFirst();
    }

    int acknowledged() {
        return sum(Journal::acknowledged);
    }

    int sum(ToIntFunction<Journal> figure) {
        return journals.stream().mapToInt(figure).sum();
    }

    /** Lets the clients work until so many more answers have come, or so long. */
    void work(int answers, long atMostMillis) throws InterruptedException {
        places = journals.stream().mapToInt(Journal::size).toArray();
        int before = acknowledged();
        gate.open();
        long until = System.currentTimeMillis() + atMostMillis;
        while (acknowledged() - before < answers && System.currentTimeMillis() < until) {
            Thread.sleep(2);
        }
    }

    void startAgain() throws IOException, InterruptedException {
        server = Server.start(launch, "start", home);
    }

    /** Waits until another PostgreSQL than this one is there and a question to the office is answered. */
    void awaitServing(long formerPostmaster) throws IOException, InterruptedException {
        long until = System.currentTimeMillis() + LONGEST_START_MILLIS;
        String last = "";
        while (System.currentTimeMillis() < until) {
            long now = Server.postmaster(home);
            if (now != 0 && now != formerPostmaster) {
                try {
                    int status = controller
                            .send(Caller.Request.get(someone().camat(), "/me"))
                            .status();
                    if (status == 200) {
                        return;
                    }
                    last = "status " + status;
                } catch (IOException notYet) {
                    last = notYet.toString();
                }
            }
            Thread.sleep(25);
        }
        throw new IOException("the office does not serve again: " + last);
    }

    /** When every client has its answer: what was promised since {@link #work} began, and anything half done. */
    void compare() throws Exception {
        gate.closeAndWait(LONGEST_START_MILLIS);
        for (int i = 0; i < CLIENTS; i++) {
            ledger.repeat(controller, journals.get(i).takeAnswered());
            ledger.check(controller, i, journals.get(i).promisesFrom(places[i]));
        }
        try (Connection database = server.database()) {
            ledger.search(database);
        }
    }

    /** Ends the work and compares once more everything since the beginning; a new process has counted no calls yet. */
    void compareAll() throws Exception {
        gate.end();
        for (Thread thread : threads) {
            thread.join(5_000);
        }
        server.close();
        startAgain();
        for (int i = 0; i < CLIENTS; i++) {
            ledger.check(controller, i, journals.get(i).promisesFrom(0));
        }
        try (Connection database = server.database()) {
            ledger.search(database);
        }
        List<String> command = new ArrayList<>(List.of(System.getenv().getOrDefault("LUMBUNG_JAVA", "java"), "-cp"));
        try (Stream<Path> files = Files.list(launch.run())) {
            Path jar = files.filter(file -> file.getFileName().toString().matches("lumbung-app-.*[.]jar"))
                    .findFirst()
                    .orElseThrow();
            command.add(jar + ":" + launch.run().resolve("lib") + "/*");
        }
        command.addAll(List.of("id.lumbung.identity.audit.AuditCommand", "verify", "--home", home.toString()));
        ledger.verifyAudit(command);
        awaitMessages();
    }

    /** A message for each change of a licence, in the order of the outbox; the sender begins a while after the start. */
    private void awaitMessages() throws Exception {
        long until = System.currentTimeMillis() + 60_000;
        List<String> made = new ArrayList<>();
        try (Connection database = server.database();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select 'msg_' || id from api.delivery order by seq")) {
            while (row.next()) {
                made.add(row.getString(1));
            }
        }
        while (receiver.messages().size() < made.size() && System.currentTimeMillis() < until) {
            Thread.sleep(200);
        }
        if (!receiver.messages().equals(made)) {
            surprises.add("of " + made.size() + " messages the subscriber got "
                    + receiver.messages().size() + ", or in another order");
        }
    }

    List<String> wrong() {
        List<String> all = new ArrayList<>(ledger.lost());
        all.addAll(ledger.halfDone());
        all.addAll(List.copyOf(surprises));
        return all;
    }

    void print(String title) {
        Map<String, Integer> counts = new TreeMap<>();
        journals.forEach(journal -> journal.counts().forEach((what, times) -> counts.merge(what, times, Integer::sum)));
        System.out.println();
        System.out.println("| " + title + " | |");
        System.out.println("| --- | ---: |");
        counts.forEach(Workplace::row);
        row("acknowledged in all", acknowledged());
        row("tries without an answer", sum(Journal::uncertainTries));
        row("done, though the first answer was lost: replayed", sum(Journal::replayed));
        row("requests repeated afterwards, answered alike", ledger.repeated());
        row("acknowledged things looked for and found", ledger.kept());
        row("messages received, all in order", receiver.messages().size());
        row("messages received more than once", receiver.again());
        row("acknowledged and lost", ledger.lost().size());
        row("half done", ledger.halfDone().size());
        row("other surprises", surprises.size());
        wrong().stream().distinct().limit(40).forEach(line -> System.out.println("WRONG: " + line));
    }

    private static void row(String what, int figure) {
        System.out.printf(Locale.ROOT, "| %s | %,d |%n", what, figure);
    }

    @Override
    public void close() {
        gate.end();
        callers.forEach(Caller::close);
        controller.close();
        receiver.close();
        server.close();
        // a server that was left over is nobody's any more
        Server.killDatabase(home);
    }
}
