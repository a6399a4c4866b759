package id.lumbung.matching.index;

import id.lumbung.intake.ListRecords;
import id.lumbung.linkage.Estimate;
import id.lumbung.platform.database.CommandDatabase;
import id.lumbung.platform.database.CommandOffice;
import id.lumbung.reference.Regions;
import id.lumbung.registry.known.EnterpriseRecords;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** {@code ./lumbung matches learn --home FOLDER}: learns on the office's own records, beside the process that serves. */
public final class LearnCommand {
    private static final String USAGE = "usage: matches learn [--home FOLDER]\n";

    private LearnCommand() {}

    /** As much of the office as learning needs; not found by the scan of the office itself. */
    @ComponentScan("id.lumbung.registry.text")
    @Import({EnterpriseRecords.class, ListRecords.class, Regions.class, Records.class, Weights.class, LearningRun.class
    })
    static class Beside {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    public static int run(String[] arguments, PrintStream out) {
        if (arguments.length != 3 || !arguments[0].equals("learn") || !arguments[1].equals("--home")) {
            out.print(USAGE);
            return 2;
        }
        Path home = Path.of(arguments[2]);
        try (CommandDatabase database = CommandDatabase.open(home);
                ConfigurableApplicationContext context = CommandOffice.open(Beside.class, home, database)) {
            LearningRun.Learned learned = context.getBean(LearningRun.class).learn();
            Estimate estimate = learned.estimate();
            out.printf(
                    Locale.ROOT,
                    "Learned from %d records and %d judgements. Of the links some %.1f %% are right, and they are some %.1f %% of"
                            + " all that are the same.%nEvery record is now compared anew.%n",
                    learned.records(),
                    learned.judged(),
                    100 * estimate.precision(),
                    100 * estimate.recall());
            return 0;
        } catch (IOException | UncheckedIOException | IllegalStateException problem) {
            out.println("Nothing was learned: " + problem.getMessage());
            return 2;
        }
    }
}
