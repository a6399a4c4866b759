package id.lumbung.platform.rotation;

import id.lumbung.platform.database.CommandDatabase;
import id.lumbung.platform.rotation.Rotation.What;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * {@code ./lumbung keys rotate|retire|status}: asks for a rotation through the database; a serving process does it. 0 when it
 * went well, 1 when it was refused or does not go on, 2 when it could not be asked.
 */
public final class KeysCommand {
    private static final String NEWEST = """
            select id, what, state, to_char(asked_at, 'YYYY-MM-DD HH24:MI:SS TZH') as asked, asked_by,
                   coalesce(to_char(ended_at, 'YYYY-MM-DD HH24:MI:SS TZH'), '') as ended, coalesce(outcome, '') as outcome
              from platform.key_rotation
             order by asked_at desc
             limit 5
            """;
    private static final String STEPS = """
            select place, pass, resealed, damaged, finished
              from platform.key_rotation_step
             where rotation = :rotation
             order by place
             limit 1000
            """;
    private final JdbcClient database;
    private final Rotations rotations;
    private final PrintStream out;

    private KeysCommand(JdbcClient database, PrintStream out) {
        this.database = database;
        this.rotations = new Rotations(database);
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    static int run(String[] arguments, PrintStream out) {
        Path home = Path.of("var/lumbung");
        List<String> words = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--home") && i + 1 < arguments.length) {
                home = Path.of(arguments[++i]);
            } else {
                words.add(arguments[i]);
            }
        }
        try (CommandDatabase opened = CommandDatabase.open(home);
                Connection connection = opened.connect()) {
            return run(words, connection, out);
        } catch (IOException | SQLException | IllegalStateException problem) {
            out.println("The keys could not be asked about: " + problem.getMessage());
            return 2;
        }
    }

    static int run(List<String> words, Connection connection, PrintStream out) {
        KeysCommand command = new KeysCommand(JdbcClient.create(new SingleConnectionDataSource(connection, true)), out);
        boolean wait = !words.contains("--no-wait");
        return switch (String.join(
                " ", words.stream().filter(word -> !word.equals("--no-wait")).toList())) {
            case "rotate", "rotate --data" -> command.ask(What.DATA, wait);
            case "rotate --master" -> command.ask(What.MASTER, wait);
            case "rotate --signing" -> command.ask(What.SIGNING, wait);
            case "retire" -> command.ask(What.RETIRE, wait);
            case "status" -> command.status();
            default -> {
                out.println("""
                        ./lumbung keys rotate [--data | --master | --signing] [--no-wait] [--home FOLDER]
                        ./lumbung keys retire [--no-wait] [--home FOLDER]
                        ./lumbung keys status [--home FOLDER]""");
                yield 2;
            }
        };
    }

    private int ask(What what, boolean wait) {
        UUID rotation;
        try {
            database.sql("select set_config('lumbung.door', 'command keys', false)")
                    .query((row, number) -> 1)
                    .single();
            rotation = rotations.ask(what, System.getProperty("user.name", "?"));
        } catch (DuplicateKeyException open) {
            out.println("Another rotation is not over yet; see ./lumbung keys status.");
            return 1;
        }
        if (rotations.serving() == 0) {
            out.println("Asked for. No process serves now; the next that starts does it.");
            return 0;
        }
        out.println("Asked for; a serving process does it.");
        return wait ? await(rotation) : 0;
    }

    private int await(UUID rotation) {
        String told = "";
        while (true) {
            Map<String, Object> now =
                    database.sql("""
                            select r.state, coalesce(r.outcome, '') as outcome,
                                   coalesce((select s.place from platform.key_rotation_step s
                                              where s.rotation = r.id and not s.finished order by s.place limit 1), '') as place
                              from platform.key_rotation r
                             where r.id = :id
                            """).param("id", rotation).query().singleRow();
            if ("DONE".equals(now.get("state")) || "REFUSED".equals(now.get("state"))) {
                out.println(now.get("state") + ": " + now.get("outcome"));
                return "DONE".equals(now.get("state")) ? 0 : 1;
            }
            String line = now.get("state") + " " + now.get("place");
            if (!line.equals(told)) {
                out.println(line.strip());
                told = line;
            }
            if (rotations.serving() == 0) {
                out.println("No process serves any more; the next that starts goes on.");
                return 1;
            }
            try {
                Thread.sleep(500);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return 1;
            }
        }
    }

    private int status() {
        out.printf("%d processes serve.%n", rotations.serving());
        List<Map<String, Object>> newest = database.sql(NEWEST).query().listOfRows();
        if (newest.isEmpty()) {
            out.println("No rotation was asked for yet.");
        }
        for (Map<String, Object> one : newest) {
            out.printf(
                    "%s %s, asked %s by %s%s %s%n",
                    one.get("what"),
                    one.get("state"),
                    one.get("asked"),
                    one.get("asked_by"),
                    "".equals(one.get("ended")) ? "" : ", ended " + one.get("ended") + ":",
                    one.get("outcome"));
            if ("".equals(one.get("ended"))) {
                steps(Objects.requireNonNull(one.get("id")));
            }
        }
        return 0;
    }

    private void steps(Object rotation) {
        for (Map<String, Object> step :
                database.sql(STEPS).param("rotation", rotation).query().listOfRows()) {
            out.printf(
                    "  %-34s pass %s, %s sealed anew%s%s%n",
                    step.get("place"),
                    step.get("pass"),
                    step.get("resealed"),
                    Objects.equals(step.get("damaged"), 0L) ? "" : ", " + step.get("damaged") + " open with no key",
                    Objects.equals(step.get("finished"), true) ? ", finished" : "");
        }
    }
}
