package id.lumbung.intake.desk;

import id.lumbung.identity.Accounts;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.intake.column.ReadyRecipe;
import id.lumbung.intake.column.Recipe;
import id.lumbung.intake.column.Recipes;
import id.lumbung.intake.entry.Entering;
import id.lumbung.intake.entry.Found;
import id.lumbung.platform.Home;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Texts;
import id.lumbung.platform.database.CommandDatabase;
import id.lumbung.platform.database.CommandOffice;
import id.lumbung.platform.document.DocumentRemoval;
import id.lumbung.platform.document.DocumentSettings;
import id.lumbung.platform.document.DocumentStore;
import id.lumbung.platform.key.Vault;
import id.lumbung.reference.Kbli;
import id.lumbung.reference.Regions;
import id.lumbung.reference.Sectors;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/**
 * {@code ./lumbung import FILE}: brings a list in beside the running office, on behalf of an account. 0 when it is in, or
 * was tried out and could come in; 1 when rows are wrong and nothing came in; 2 when it was refused.
 */
public final class ImportCommand {
    static final String USAGE = """
            ./lumbung import FILE --as SIGN-IN-NAME [--region CODE] [--recipe NAME] [--sheet N | --all-sheets]
                             [--dry-run | --good-rows | --all-or-nothing] [--home FOLDER]
              --dry-run         says what would come in and what is wrong, and stores nothing but the file
              --good-rows       brings in what is right
              --all-or-nothing  brings in nothing while a row is wrong; this is what happens without a word
              --recipe NAME     by which the columns are read: one of the office's, or sidt or nib
              --sheet N         the N-th sheet, from 1; otherwise the first that holds a list
              --all-sheets      each sheet that holds a list, one after the other
            """;

    private static final Duration TOLD_EVERY = Duration.ofSeconds(5);

    private final ConfigurableApplicationContext context;
    private final PrintStream out;
    private final Texts texts;

    /** What was asked for. */
    record Wish(
            Path file,
            String as,
            @Nullable String region,
            @Nullable String recipe,
            Sheets sheets,
            What what,
            Path home) {
        /** What happens to the rows. */
        enum What {
            DRY_RUN,
            GOOD_ROWS,
            ALL_OR_NOTHING,
            /** As all or nothing, and the other ways are told. */
            UNSAID
        }

        /** @param one its number from 0, or null for the first that holds a list */
        record Sheets(@Nullable Integer one, boolean all) {}

        static Wish read(String[] arguments) {
            Path file = null;
            String as = null;
            String region = null;
            String recipe = null;
            Path home = Path.of("var/lumbung");
            What what = What.UNSAID;
            Sheets sheets = new Sheets(null, false);
            for (int i = 0; i < arguments.length; i++) {
                switch (arguments[i]) {
                    case "--dry-run" -> what = once(what, What.DRY_RUN);
                    case "--good-rows" -> what = once(what, What.GOOD_ROWS);
                    case "--all-or-nothing" -> what = once(what, What.ALL_OR_NOTHING);
                    case "--all-sheets" -> sheets = new Sheets(sheets.one(), true);
                    case "--sheet" -> sheets = new Sheets(number(value(arguments, ++i)), sheets.all());
                    case "--as" -> as = value(arguments, ++i);
                    case "--region" -> region = value(arguments, ++i);
                    case "--recipe" -> recipe = value(arguments, ++i);
                    case "--home" -> home = Path.of(value(arguments, ++i));
                    default -> {
                        if (file != null || arguments[i].startsWith("-")) {
                            throw new IllegalArgumentException("unknown: " + arguments[i]);
                        }
                        file = Path.of(arguments[i]);
                    }
                }
            }
            if (file == null || as == null) {
                throw new IllegalArgumentException("a file and the account on whose behalf are needed");
            }
            if (sheets.all() && sheets.one() != null) {
                throw new IllegalArgumentException("either one sheet or all of them");
            }
            return new Wish(file, as, region, recipe, sheets, what, home);
        }

        private static What once(What before, What now) {
            if (before != What.UNSAID && before != now) {
                throw new IllegalArgumentException("either --dry-run, --good-rows or --all-or-nothing");
            }
            return now;
        }

        private static int number(String text) {
            try {
                return Math.max(0, Integer.parseInt(text) - 1);
            } catch (NumberFormatException none) {
                throw new IllegalArgumentException("not the number of a sheet: " + text, none);
            }
        }

        private static String value(String[] arguments, int at) {
            if (at >= arguments.length) {
                throw new IllegalArgumentException("without its value: " + arguments[at - 1]);
            }
            return arguments[at];
        }
    }

    /** As much of the office as a list needs; not found by the scan of the office itself. */
    @EnableConfigurationProperties(DocumentSettings.class)
    @ComponentScan("id.lumbung.identity.password")
    @ComponentScan(
            basePackages = "id.lumbung.reference.kbli",
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*KbliSearch"))
    @Import({
        Files.class,
        Lists.class,
        Recipes.class,
        Entering.class,
        ImportRuns.class,
        ImportDesk.class,
        Regions.class,
        Kbli.class,
        Sectors.class,
        Accounts.class,
        CurrentActor.class
    })
    static class Beside {
        @Bean
        DocumentStore documents(DocumentSettings settings, Home home, Vault vault, JdbcClient database) {
            return new DocumentStore(settings, home, vault, () -> DocumentRemoval.keepAway(database));
        }
    }

    private ImportCommand(ConfigurableApplicationContext context, PrintStream out) {
        this.context = context;
        this.out = out;
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasenames("messages/intake");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        this.texts = new Texts(source, Texts.INDONESIAN);
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    public static int run(String[] arguments, PrintStream out) {
        Wish wish;
        try {
            wish = Wish.read(arguments);
        } catch (IllegalArgumentException problem) {
            out.println(problem.getMessage());
            out.print(USAGE);
            return 2;
        }
        try (CommandDatabase database = CommandDatabase.open(wish.home());
                ConfigurableApplicationContext context = CommandOffice.open(Beside.class, wish.home(), database)) {
            return new ImportCommand(context, out).bring(wish);
        } catch (IOException | UncheckedIOException | IllegalStateException problem) {
            out.println("The list was not brought in: " + problem.getMessage());
            return 2;
        }
    }

    private int bring(Wish wish) throws IOException {
        Accounts accounts = context.getBean(Accounts.class);
        Actor actor = accounts.find(wish.as()).flatMap(accounts::actor).orElse(null);
        if (actor == null) {
            out.println("There is no account with the sign-in name " + wish.as() + ".");
            return 2;
        }
        ImportDesk desk = context.getBean(ImportDesk.class);
        String region =
                wish.region() == null ? context.getBean(LumbungSettings.class).regency() : wish.region();
        try {
            return CurrentActor.runAs(actor, () -> bring(wish, desk, region));
        } catch (Refused refused) {
            out.println(texts.t(refused));
            return 2;
        } catch (AccessDeniedException denied) {
            out.println(wish.as() + " may not bring lists in for " + region + ".");
            return 2;
        }
    }

    private int bring(Wish wish, ImportDesk desk, String region) {
        UUID list;
        try (InputStream in = java.nio.file.Files.newInputStream(wish.file())) {
            list = desk.receive(
                    String.valueOf(wish.file().getFileName()), java.nio.file.Files.size(wish.file()), in, region);
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + wish.file(), problem);
        }
        Integer one = wish.sheets().one();
        if (one != null) {
            return bring(wish, desk, desk.otherSheet(list, one));
        }
        if (!wish.sheets().all()) {
            return bring(wish, desk, list);
        }
        int worst = 0;
        List<String> sheets = desk.sheets(list);
        for (int i = 0; i < sheets.size(); i++) {
            UUID sheet = desk.otherSheet(list, i);
            out.println("== " + sheets.get(i));
            if (desk.state(sheet) == ListState.NOT_A_LIST) {
                KeptList.Sentence why = desk.see(sheet).list().refusal();
                out.println(
                        why == null ? "" : texts.t(why.key(), why.arguments().toArray()));
            } else {
                worst = Math.max(worst, bring(wish, desk, sheet));
            }
        }
        return worst;
    }

    private int bring(Wish wish, ImportDesk desk, UUID list) {
        if (desk.state(list) == ListState.ENTERED) {
            out.println(texts.t("intake.done.known"));
            return 0;
        }
        if (wish.recipe() != null && !byRecipe(desk, list, wish.recipe())) {
            out.println("There is no recipe named " + wish.recipe() + ".");
            return 2;
        }
        KeptList kept = watched(desk, list, () -> desk.checked(list));
        KeptList.Sentence refusal = kept.refusal();
        Found found = kept.found();
        if (found == null || refusal != null) {
            out.println(
                    refusal == null
                            ? texts.t("intake.failed")
                            : texts.t(refusal.key(), refusal.arguments().toArray()));
            return 2;
        }
        tell(found);
        if (wish.what() == Wish.What.DRY_RUN) {
            return found.wrong() == 0 ? 0 : 1;
        }
        if (found.wrong() > 0 && wish.what() != Wish.What.GOOD_ROWS) {
            out.println(texts.t("intake.rows-wrong"));
            if (wish.what() == Wish.What.UNSAID) {
                out.println(texts.t("intake.enter.choose") + " --good-rows | --all-or-nothing");
            }
            return 1;
        }
        KeptList entered = watched(desk, list, () -> desk.brought(list, wish.what() == Wish.What.GOOD_ROWS));
        Long count = entered.journey().entered();
        if (count == null) {
            out.println(texts.t("intake.failed"));
            return 2;
        }
        out.println(texts.t("intake.outcome.entered") + ": " + texts.number(count));
        return 0;
    }

    /** Tells every few seconds how far the work is. */
    private KeptList watched(ImportDesk desk, UUID list, Supplier<KeptList> work) {
        Actor actor = context.getBean(CurrentActor.class).require();
        Thread watcher = Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Thread.sleep(TOLD_EVERY);
                    CurrentActor.runAs(actor, () -> tellProgress(desk.see(list)));
                }
            } catch (InterruptedException done) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            return work.get();
        } finally {
            watcher.interrupt();
        }
    }

    private void tellProgress(ImportDesk.Seen seen) {
        Lists.Running running = seen.running();
        if (running != null) {
            out.println(texts.t("intake.running." + running.what(), texts.number(running.rows())));
        }
    }

    private boolean byRecipe(ImportDesk desk, UUID list, String name) {
        Recipe recipe = context.getBean(Recipes.class).named(name).orElse(null);
        if (recipe != null) {
            desk.mapBy(list, recipe);
            return true;
        }
        ReadyRecipe ready = ReadyRecipe.named(name).orElse(null);
        if (ready != null) {
            desk.mapBy(list, ready);
        }
        return ready != null;
    }

    private void tell(Found found) {
        out.println(texts.t("intake.found.rows") + ": " + texts.number(found.rows()));
        out.println(texts.t("intake.found.good") + ": " + texts.number(found.good()));
        out.println(texts.t("intake.found.wrong") + ": " + texts.number(found.wrong()));
        if (found.aside().elsewhere() > 0) {
            out.println(texts.t("intake.found.elsewhere") + ": "
                    + texts.number(found.aside().elsewhere()));
        }
        if (found.leftOut() > 0) {
            out.println(texts.t("intake.found.left-out") + ": " + texts.number(found.leftOut()));
        }
        for (Found.ByRule rule : found.rules()) {
            String lines = rule.examples().stream()
                    .limit(5)
                    .map(example -> Long.toString(example.line()))
                    .distinct()
                    .collect(java.util.stream.Collectors.joining(", "));
            out.println(
                    (rule.ofOthers() ? "  / " : rule.keepsOut() ? "  ! " : "  - ") + texts.number(rule.count()) + " × "
                            + texts.t("intake.rule." + rule.code()) + " "
                            + texts.t("intake.found.lines", lines));
        }
    }
}
