package id.lumbung.identity.audit;

import id.lumbung.platform.database.CommandDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code ./lumbung audit verify [--heads FILE]}: 0 when all is well, 1 with findings, 2 when it could not look. */
public final class AuditCommand {
    private AuditCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    static int run(String[] arguments, PrintStream out) {
        Path home = Path.of("var/lumbung");
        Path file = null;
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--home" -> home = Path.of(arguments[i + 1]);
                case "--heads" -> file = Path.of(arguments[i + 1]);
                default -> {
                    out.println("Unknown option: " + arguments[i]);
                    return 2;
                }
            }
        }
        if (arguments.length % 2 == 0 || !arguments[0].equals("verify")) {
            out.println("Usage: ./lumbung audit verify [--home FOLDER] [--heads FILE]");
            return 2;
        }
        try (CommandDatabase database = CommandDatabase.open(home);
                Connection connection = database.connect()) {
            return verify(connection, keptHeads(home, file), out);
        } catch (IOException | SQLException | IllegalStateException problem) {
            out.println("The audit could not be looked at: " + problem.getMessage());
            return 2;
        }
    }

    static int verify(Connection connection, List<AuditHead> kept, PrintStream out) throws SQLException {
        List<AuditHead> heads = new ArrayList<>(kept);
        heads.addAll(ownHeads(connection));
        AuditVerification.Result result = AuditVerification.run(connection, heads, out::println);
        out.printf(
                "%,d links checked, %,d entries wait for their link, %,d published heads compared.%n",
                result.links(), result.waiting(), heads.size());
        if (result.problems() == 0) {
            out.println("The audit is complete and unaltered.");
            return 0;
        }
        out.printf("The audit is NOT intact: %,d findings.%n", result.problems());
        return 1;
    }

    static List<AuditHead> keptHeads(Path home, @Nullable Path file) throws IOException {
        List<AuditHead> heads = new ArrayList<>();
        Path folder = home.resolve(AuditHeads.FOLDER);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path one :
                        files.filter(path -> path.toString().endsWith(".txt")).toList()) {
                    heads.addAll(AuditHead.read(Files.readString(one)));
                }
            }
        }
        if (file != null) {
            List<AuditHead> given = AuditHead.read(Files.readString(file));
            if (given.isEmpty()) {
                throw new IOException("there is no head in " + file);
            }
            heads.addAll(given);
        }
        return heads;
    }

    private static List<AuditHead> ownHeads(Connection connection) throws SQLException {
        List<AuditHead> heads = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select day, seq, hash from identity.audit_head order by day")) {
            while (row.next()) {
                heads.add(new AuditHead(
                        row.getDate(1).toLocalDate(),
                        row.getLong(2),
                        HexFormat.of().formatHex(row.getBytes(3))));
            }
        }
        return heads;
    }
}
