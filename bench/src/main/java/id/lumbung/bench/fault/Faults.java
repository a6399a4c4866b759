package id.lumbung.bench.fault;

import id.lumbung.bench.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * {@code ./lumbung verify faults [N]}: N times kills a working office in the middle of its work, with SIGKILL, starts it
 * again, and compares. Fails when anything that was acknowledged is gone or anything is half done.
 */
public final class Faults {
    private static final long SEED = 20_261_124;
    /** A kill comes after so many answers, drawn anew each time, or after the longest time. */
    private static final int MOST_BEFORE_A_KILL = 70;

    private static final long LONGEST_ROUND_MILLIS = 20_000;

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

    private final Random random = new Random(SEED);
    private final Map<Victim, Tally> tallies = new EnumMap<>(Victim.class);
    private final Workplace office;

    private Faults(Workplace office) {
        this.office = office;
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
        Path folder = Workplace.folder();
        boolean well = false;
        try {
            well = Workplace.inside(folder, run, options, office -> new Faults(office).run(kills));
        } catch (Exception problem) {
            problem.printStackTrace();
        } finally {
            Workplace.delete(folder);
        }
        System.exit(well ? 0 : 1);
    }

    private boolean run(int kills) throws Exception {
        for (int i = 0; i < kills && office.wrong().isEmpty(); i++) {
            round(i, Victim.values()[i % Victim.values().length]);
        }
        if (office.wrong().isEmpty()) {
            office.compareAll();
        }
        print(kills);
        return office.wrong().isEmpty();
    }

    private void round(int number, Victim victim) throws Exception {
        int before = office.acknowledged();
        office.work(5 + random.nextInt(MOST_BEFORE_A_KILL), LONGEST_ROUND_MILLIS);
        Thread.sleep(random.nextInt(40));
        int reached = office.acknowledged() - before;
        long ready = killAndStart(victim);
        Tally tally = tallies.computeIfAbsent(victim, kind -> new Tally());
        tally.kills++;
        tally.acknowledged += reached;
        tally.readyAfter.add(ready);
        System.err.printf(
                Locale.ROOT,
                "%3d  %-12s after %2d answers, serves again in %.1f s%n",
                number + 1,
                victim.words,
                reached,
                ready / 1000.0);
        office.compare();
    }

    /** Milliseconds from the kill until the office serves again. */
    private long killAndStart(Victim victim) throws IOException, InterruptedException {
        long postmaster = Server.postmaster(office.home);
        long begun = System.nanoTime();
        switch (victim) {
            case SERVER -> office.server().kill();
            case DATABASE -> Server.killDatabase(office.home);
            case BOTH -> {
                Server.killDatabase(office.home);
                office.server().kill();
            }
        }
        if (victim != Victim.DATABASE) {
            office.startAgain();
        }
        office.awaitServing(postmaster);
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private void print(int kills) {
        System.out.println("| killed | times | acknowledged before it | serves again, middle | longest |");
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
        office.print(kills + " kills, seed " + SEED);
    }
}
