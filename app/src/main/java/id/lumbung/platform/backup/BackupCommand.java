package id.lumbung.platform.backup;

import id.lumbung.platform.BackupSettings;
import id.lumbung.platform.Home;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.Outage;
import id.lumbung.platform.backup.Restore.Outcome;
import id.lumbung.platform.document.DocumentSettings;
import id.lumbung.platform.document.DocumentStore;
import id.lumbung.platform.key.KeySettings;
import id.lumbung.platform.key.MasterKey;
import id.lumbung.platform.key.MasterKeys;
import id.lumbung.platform.key.Vault;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.Banner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code ./lumbung backup} and {@code ./lumbung restore}. */
final class BackupCommand {
    private static final Set<String> KNOWN = Set.of(
            "home", "to", "portable", "with-master-key", "master-key", "to-time", "wal", "verify", "into-database");

    private final LumbungSettings settings;
    private final BackupSettings places;
    private final KeySettings keys;
    private final DocumentSettings place;
    private final ApplicationArguments arguments;
    private final PrintStream out;

    /** Settings only: nothing of the office is started. */
    @EnableConfigurationProperties({
        LumbungSettings.class,
        BackupSettings.class,
        KeySettings.class,
        DocumentSettings.class
    })
    static class Configuration {}

    private BackupCommand(ConfigurableApplicationContext context, ApplicationArguments arguments, PrintStream out) {
        this.settings = context.getBean(LumbungSettings.class);
        this.places = context.getBean(BackupSettings.class);
        this.keys = context.getBean(KeySettings.class);
        this.place = context.getBean(DocumentSettings.class);
        this.arguments = arguments;
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    /** Zero when it went well. Options: {@code --name value} or {@code --name=value}. */
    static int run(String[] given, PrintStream out) {
        ApplicationArguments arguments = new DefaultApplicationArguments(joined(given));
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Configuration.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run()) {
            for (String option : arguments.getOptionNames()) {
                if (!KNOWN.contains(option)) {
                    throw new IllegalArgumentException("Unknown option: --" + option);
                }
            }
            return new BackupCommand(context, arguments, out).act();
        } catch (IllegalStateException
                | IllegalArgumentException
                | Outage.NoDocuments
                | java.io.UncheckedIOException refused) {
            out.println(refused.getMessage());
            return 1;
        }
    }

    private static String[] joined(String[] given) {
        List<String> joined = new java.util.ArrayList<>();
        Set<String> flags = Set.of("--portable", "--with-master-key", "--verify", "--into-database");
        for (int i = 0; i < given.length; i++) {
            boolean takesNext = given[i].startsWith("--") && !given[i].contains("=") && !flags.contains(given[i]);
            joined.add(takesNext && i + 1 < given.length ? given[i] + "=" + given[++i] : given[i]);
        }
        return joined.toArray(new String[0]);
    }

    private int act() {
        List<String> words = arguments.getNonOptionArgs();
        String verb = words.isEmpty() ? "" : words.getFirst();
        return switch (verb) {
            case "backup" -> backup();
            case "restore" -> words.size() == 2 ? restore(Path.of(words.get(1))) : usage();
            default -> usage();
        };
    }

    private int usage() {
        out.println("""
                ./lumbung backup  [--home FOLDER] [--to FOLDER] [--portable] [--with-master-key]
                ./lumbung restore BACKUP --home FOLDER [--master-key FILE] [--into-database]
                                  [--to-time 2026-11-24T09:00:00+07:00 --wal FOLDER]
                ./lumbung restore BACKUP --verify [--master-key FILE]""");
        return 2;
    }

    private int backup() {
        Home home = Home.beside(home());
        MasterKey master = MasterKeys.open(keys, home);
        DocumentStore documents = new DocumentStore(place, home, new Vault(home, master));
        Path whole = new Backup(settings, home, master, documents, Clock.systemUTC())
                .take(
                        new Backup.Wish(
                                path("to"),
                                arguments.containsOption("portable"),
                                arguments.containsOption("with-master-key")),
                        places);
        Manifest made = Manifest.read(whole);
        out.println("Back-up made: " + whole);
        out.printf(
                "%d tables, %d rows, %d documents. Its keys are closed by the master key in %s, %s.%n",
                made.tables().size(),
                made.tables().stream().mapToLong(Manifest.TableSum::rows).sum(),
                made.documents(),
                master.place(),
                arguments.containsOption("with-master-key")
                        ? "WHICH IS IN THE BACK-UP: keep it as a secret"
                        : "which is not in the back-up: keep a copy of it elsewhere");
        return 0;
    }

    private int restore(Path from) {
        Restore restore = new Restore(from.toAbsolutePath().normalize());
        Outcome outcome;
        if (arguments.containsOption("verify")) {
            Path home = path("home");
            Path beside = home == null ? from.toAbsolutePath().normalize().resolveSibling("") : home;
            outcome = restore.verify(beside, master());
        } else {
            if (path("home") == null) {
                throw new IllegalArgumentException("Say where to: --home FOLDER, a folder that does not exist yet.");
            }
            outcome = restore.into(
                    home(),
                    master(),
                    new Restore.Wish(
                            arguments.containsOption("into-database") ? settings.database() : null,
                            time(),
                            path("wal")));
        }
        return report(restore.manifest(), outcome);
    }

    private int report(Manifest manifest, Outcome outcome) {
        outcome.problems().forEach(out::println);
        if (!outcome.problems().isEmpty()) {
            out.println("The back-up " + manifest.id() + " is NOT sound.");
            return 1;
        }
        out.printf(
                "Restored %s of %s: %d tables with %d rows %s, %d documents open, the audit is complete.%n",
                manifest.id(),
                manifest.madeAt(),
                outcome.tables(),
                outcome.rows(),
                arguments.containsOption("to-time") ? "as of " + time() : "as they were",
                outcome.documents());
        if (place.isS3() && !arguments.containsOption("verify")) {
            out.println("The documents are in " + home().resolve("documents") + ". Bring to the store what it lacks:"
                    + " ./lumbung documents move --to s3 --home " + home());
        }
        return 0;
    }

    private Function<Home, MasterKey> master() {
        Path given = path("master-key");
        Path source = home().resolve("keys").resolve(Keys.MASTER);
        return home -> {
            if (given != null) {
                copyMaster(given, home);
                return MasterKeys.open(new KeySettings(null, null, null), home);
            }
            if (!Files.exists(home.resolve("keys").resolve(Keys.MASTER))
                    && isUnset(keys)
                    && arguments.containsOption("verify")
                    && Files.exists(source)) {
                copyMaster(source, home);
            }
            if (isUnset(keys) && !Files.exists(home.resolve("keys").resolve(Keys.MASTER))) {
                throw new IllegalArgumentException(
                        "The master key of the office is needed: --master-key FILE, or LUMBUNG_MASTER_KEY_FILE.");
            }
            return MasterKeys.open(keys, home);
        };
    }

    private static boolean isUnset(KeySettings keys) {
        return keys.masterKey() == null && keys.masterKeyFile() == null && keys.masterKeyUri() == null;
    }

    private static void copyMaster(Path from, Home home) {
        try {
            Keys.write(home.resolve("keys").resolve(Keys.MASTER), Files.readAllBytes(from));
        } catch (java.io.IOException problem) {
            throw new IllegalArgumentException("The master key cannot be read from " + from + ".", problem);
        }
    }

    private @Nullable Instant time() {
        String given = option("to-time");
        if (given == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(given).toInstant();
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(
                    "--to-time takes a time with its offset, such as 2026-11-24T09:00:00+07:00.", wrong);
        }
    }

    private Path home() {
        Path given = path("home");
        return given == null ? Path.of(settings.home()) : given;
    }

    private @Nullable Path path(String name) {
        String given = option(name);
        return given == null ? null : Path.of(given).toAbsolutePath().normalize();
    }

    private @Nullable String option(String name) {
        List<String> values = arguments.getOptionValues(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }
}
