package id.lumbung.platform.document;

import id.lumbung.platform.Home;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.Outage;
import id.lumbung.platform.key.KeySettings;
import id.lumbung.platform.key.MasterKeys;
import id.lumbung.platform.key.Vault;
import id.lumbung.platform.start.Finding;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code ./lumbung documents move}: brings the documents of a home folder to the S3 store of the settings, or back. 0 when
 * all are there, 1 when not, 2 when it did not understand.
 */
public final class DocumentsCommand {
    private static final long TOLD = 1000;

    private final DocumentSettings settings;
    private final Home home;
    private final Vault vault;
    private final PrintStream out;

    /** Settings only: nothing of the office is started. */
    @EnableConfigurationProperties({LumbungSettings.class, KeySettings.class, DocumentSettings.class})
    static class Configuration {}

    private DocumentsCommand(DocumentSettings settings, Home home, Vault vault, PrintStream out) {
        this.settings = settings;
        this.home = home;
        this.vault = vault;
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    public static int run(String[] arguments, PrintStream out) {
        List<String> words = new ArrayList<>();
        Path given = null;
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--home") && i + 1 < arguments.length) {
                given = Path.of(arguments[++i]);
            } else {
                words.add(arguments[i]);
            }
        }
        boolean remove = words.remove("--remove");
        String wish = String.join(" ", words);
        if (!wish.equals("move --to s3") && !wish.equals("move --to folder")) {
            out.println("./lumbung documents move --to s3|folder [--remove] [--home FOLDER]");
            return 2;
        }
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Configuration.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run()) {
            Home home = Home.beside(homeOf(given, context.getBean(LumbungSettings.class)));
            Vault vault = new Vault(home, MasterKeys.open(context.getBean(KeySettings.class), home));
            return new DocumentsCommand(context.getBean(DocumentSettings.class), home, vault, out)
                    .move(wish.endsWith("s3"), remove);
        } catch (IllegalStateException | UncheckedIOException | Outage.NoDocuments refused) {
            out.println(refused.getMessage());
            return 1;
        }
    }

    private static Path homeOf(@Nullable Path given, LumbungSettings settings) {
        return given == null ? Path.of(settings.home()) : given;
    }

    int move(boolean toS3, boolean remove) {
        List<Finding> findings = DocumentChecks.of(settings);
        findings.forEach(out::println);
        if (!findings.isEmpty()) {
            return 1;
        }
        if (remove && settings.isS3() != toS3) {
            out.println("Documents are taken away only from a place that is not in use: set LUMBUNG_DOCUMENTS_PLACE="
                    + (toS3 ? "s3" : "folder") + ", start Lumbung anew, then say --remove.");
            return 1;
        }
        DocumentPlace folder = DocumentStore.placeOf(settings, false, home);
        DocumentPlace store = DocumentStore.placeOf(settings, true, home);
        DocumentPlace from = toS3 ? folder : store;
        DocumentPlace to = toS3 ? store : folder;
        long[] told = {0};
        DocumentMove.Outcome outcome = new DocumentMove(from, to, new DocumentStore(to, vault), remove).run(done -> {
            if (done - told[0] >= TOLD) {
                told[0] = done;
                out.println(done + " documents are there.");
            }
        });
        outcome.damaged().forEach(id -> out.println("document " + id + " does not open and stays where it is"));
        out.printf(
                "%d documents brought and compared, %d were there already%s%s.%n",
                outcome.brought(),
                outcome.there(),
                remove ? "; they are no longer in the old place" : "",
                outcome.damaged().isEmpty() ? "" : ", " + outcome.damaged().size() + " do not open");
        return outcome.damaged().isEmpty() ? 0 : 1;
    }
}
