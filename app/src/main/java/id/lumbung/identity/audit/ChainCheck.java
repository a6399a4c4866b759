package id.lumbung.identity.audit;

import id.lumbung.identity.AuditCheck;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** The whole chain, done anew. */
public final class ChainCheck implements AuditCheck {
    @Override
    public Outcome check(Connection owner, Path home) throws SQLException, IOException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        int outcome = AuditCommand.verify(
                owner, AuditCommand.keptHeads(home, null), new PrintStream(told, true, StandardCharsets.UTF_8));
        return new Outcome(
                outcome == 0,
                told.toString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList());
    }
}
