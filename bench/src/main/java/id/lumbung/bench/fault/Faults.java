package id.lumbung.bench.fault;

import id.lumbung.bench.Server;
import id.lumbung.bench.Server.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./lumbung verify faults [N]}: N times kills a working office in the middle of its work, with SIGKILL, starts it
 * again, and compares. Fails when anything that was acknowledged is gone or anything is half done.
 */
public final class Faults {
    private static final int CLIENTS = 6;
    private static final long SEED = 20_261_124;
    /** A round ends with its kill after so many acknowledgements, drawn anew each time, or after this time. */
    private static final int MOST_BEFORE_A_KILL = 70;

    private static final long LONGEST_ROUND_MILLIS = 20_000;
    private static final long LONGEST_START_MILLIS = 90_000;

    /** What is killed. */
    private enum Victim {
        SERVER("the server"),
        DATABASE("PostgreSQL"),
        BOTH("both at once");

        private final String words;

        Victim(String words) {
            this.words = words;
        }
    }

    /** What came of the kills of one kind. */
    private static final class Tally {
        private int kills;
        private int acknowledged;
        private final List<Long> readyAfter = new ArrayList<>();
    }

    private final Path home;
    private final Launch launch;
    private final Random random = new Random(SEED);
    private final Gate gate = new Gate(CLIENTS);
    private final List<Journal> journals = new ArrayList<>();
    private final List<String> surprises = Collections.synchronizedList(new ArrayList<>());
    private final Map<Victim, Tally> tallies = new EnumMap<>(Victim.class);
    private final Receiver receiver = new Receiver();
    private Server server;
    private Caller controller;
    private Ledger ledger = new Ledger(Path.of("."), List.of());
    private List<Staff.Hands> hands = List.of();

    private Faults(Path home, Launch launch) throws IOException, InterruptedException {
        this.home = home;
        this.launch = launch;
        this.server = Server.start(launch, "start", home);
        this.controller = new Caller(launch.port());
    }

    /** Arguments: the folder of the application, the number of kills, then after {@code --} the options of Java. */
    public static void main(String[] arguments) throws Exception {
        Path run = Path.of(arguments[0]).toAbsolutePath();
        int kills = Integer.parseInt(arguments[1]);
        if (kills < 1 || kills > 1_000) {
            System.err.println("1 to 1000 kills");
            System.exit(2);
        }
        List<String> options = List.of(arguments).subList(3, arguments.length);
        Path folder = Files.createTempDirectory(Path.of("/var/tmp"), "lumbung-faults");
        // PostgreSQL does not run as root and must be able to reach its folder
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        boolean well = false;
        try {
            Launch launch = new Launch(
                    run,
                    options,
                    List.of("--lumbung.second-factor=optional", "--lumbung.webhook.loopback=true"),
                    Server.freePort());
            Faults faults = new Faults(folder.resolve("office"), launch);
            try {
                well = faults.run(kills);
            } finally {
                faults.end();
            }
        } finally {
            if (!well) {
                Path kept = run.resolveSibling("faults.log");
                Files.copy(
                        Server.log(folder.resolve("office")), kept, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                System.err.println("what the server said: " + kept);
            }
            delete(folder);
        }
        System.exit(well ? 0 : 1);
    }

    private boolean run(int kills) throws Exception {
        hands = new Staff(server).hire(Server.log(home), CLIENTS, receiver.address());
        ledger = new Ledger(home, hands);
        AtomicInteger serial = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        List<Caller> callers = new ArrayList<>();
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
        for (int i = 0; i < kills; i++) {
            round(i, Victim.values()[i % Victim.values().length]);
            if (!wrong().isEmpty()) {
                break;
            }
        }
        gate.end();
        for (Thread thread : threads) {
            thread.join(5_000);
        }
        for (Caller caller : callers) {
            caller.close();
        }
        compareAll();
        awaitMessages();
        print(kills);
        return wrong().isEmpty();
    }

    private List<String> wrong() {
        List<String> all = new ArrayList<>(ledger.lost());
        all.addAll(ledger.halfDone());
        all.addAll(List.copyOf(surprises));
        return all;
    }

    private void round(int number, Victim victim) throws Exception {
        int[] places = journals.stream().mapToInt(Journal::size).toArray();
        int before = acknowledged();
        gate.open();
        int wanted = 5 + random.nextInt(MOST_BEFORE_A_KILL);
        int pause = random.nextInt(40);
        long until = System.currentTimeMillis() + LONGEST_ROUND_MILLIS;
        while (acknowledged() - before < wanted && System.currentTimeMillis() < until) {
            Thread.sleep(2);
        }
        Thread.sleep(pause);
        int reached = acknowledged() - before;
        long ready = killAndStart(victim);
        gate.closeAndWait(LONGEST_START_MILLIS);
        Tally tally = tallies.computeIfAbsent(victim, kind -> new Tally());
        tally.kills++;
        tally.acknowledged += reached;
        tally.readyAfter.add(ready);
        System.err.printf(
                Locale.ROOT,
                "%3d  %-12s after %2d answers, ready again in %.1f s%n",
                number + 1,
                victim.words,
                reached,
                ready / 1000.0);
        for (int i = 0; i < CLIENTS; i++) {
            ledger.repeat(controller, journals.get(i).takeAnswered());
            ledger.check(controller, i, journals.get(i).promisesFrom(places[i]));
        }
        try (var database = server.database()) {
            ledger.search(database);
        }
    }

    private int acknowledged() {
        return journals.stream().mapToInt(Journal::acknowledged).sum();
    }

    /** Milliseconds from the kill until the office serves again. */
    private long killAndStart(Victim victim) throws IOException, InterruptedException {
        long postmaster = Server.postmaster(home);
        long begun = System.nanoTime();
        switch (victim) {
            case SERVER -> server.kill();
            case DATABASE -> Server.killDatabase(home);
            case BOTH -> {
                Server.killDatabase(home);
                server.kill();
            }
        }
        if (victim != Victim.DATABASE) {
            begun = System.nanoTime();
            server = Server.start(launch, "start", home);
        }
        awaitServing(postmaster);
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private void awaitServing(long formerPostmaster) throws IOException, InterruptedException {
        long until = System.currentTimeMillis() + LONGEST_START_MILLIS;
        String last = "";
        while (System.currentTimeMillis() < until) {
            long now = Server.postmaster(home);
            if (now != 0 && now != formerPostmaster) {
                try {
                    int status = controller
                            .send(Caller.Request.get(hands.getFirst().camat(), "/me"))
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

    /** Once more everything since the beginning; rate limits count by process, so a new one answers. */
    private void compareAll() throws Exception {
        server.close();
        server = Server.start(launch, "start", home);
        for (int i = 0; i < CLIENTS; i++) {
            ledger.check(controller, i, journals.get(i).promisesFrom(0));
        }
        try (var database = server.database()) {
            ledger.search(database);
        }
        List<String> command = new ArrayList<>(List.of(System.getenv().getOrDefault("LUMBUNG_JAVA", "java")));
        try (Stream<Path> files = Files.list(launch.run())) {
            Path jar = files.filter(file -> file.getFileName().toString().matches("lumbung-app-.*[.]jar"))
                    .findFirst()
                    .orElseThrow();
            command.addAll(List.of("-cp", jar + ":" + launch.run().resolve("lib") + "/*"));
        }
        command.addAll(List.of("id.lumbung.identity.audit.AuditCommand", "verify", "--home", home.toString()));
        ledger.verifyAudit(command);
    }

    /** A message for each change of a licence, in the order of the outbox; needs the quarter of a minute after a start. */
    private void awaitMessages() throws Exception {
        long until = System.currentTimeMillis() + 60_000;
        List<String> made = new ArrayList<>();
        try (var database = server.database();
                var statement = database.createStatement();
                var row = statement.executeQuery("select 'msg_' || id from api.delivery order by seq")) {
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

    private void print(int kills) {
        System.out.println("| killed | times | acknowledged before it | ready again, middle | longest |");
        System.out.println("| --- | ---: | ---: | ---: | ---: |");
        tallies.forEach((victim, tally) -> {
            List<Long> sorted = tally.readyAfter.stream().sorted().toList();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %,d | %.1f s | %.1f s |%n",
                    victim.words,
                    tally.kills,
                    tally.acknowledged,
                    sorted.get(sorted.size() / 2) / 1000.0,
                    sorted.getLast() / 1000.0);
        });
        Map<String, Integer> counts = new TreeMap<>();
        journals.forEach(journal -> journal.counts().forEach((what, times) -> counts.merge(what, times, Integer::sum)));
        System.out.println();
        System.out.println("| kills asked for: " + kills + ", seed " + SEED + " | |");
        System.out.println("| --- | ---: |");
        counts.forEach((what, times) -> row(what, times));
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
        wrong().stream().limit(40).forEach(line -> System.out.println("WRONG: " + line));
    }

    private int sum(java.util.function.ToIntFunction<Journal> figure) {
        return journals.stream().mapToInt(figure).sum();
    }

    private static void row(String what, int figure) {
        System.out.printf(Locale.ROOT, "| %s | %,d |%n", what, figure);
    }

    private void end() {
        controller.close();
        receiver.close();
        server.close();
        if (Server.postmaster(home) != 0) {
            Server.killDatabase(home);
        }
    }

    private static void delete(@Nullable Path folder) throws IOException {
        if (folder == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
