package id.lumbung.identity.audit;

import id.lumbung.platform.backup.RestoredCheck;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The audit of a restored office must be as whole as that of the office. */
public final class RestoredAudit implements RestoredCheck {
    @Override
    public List<String> problemsOf(Connection owner, boolean anew) throws SQLException {
        if (anew) {
            try (Statement statement = owner.createStatement()) {
                statement.execute("select identity.audit_watch()");
            }
        }
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        int outcome = AuditCommand.verify(owner, List.of(), new PrintStream(told, true, StandardCharsets.UTF_8));
        return outcome == 0
                ? List.of()
                : told.toString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> "audit: " + line)
                        .toList();
    }
}
