package id.lumbung.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Whether the audit is whole, for commands beside the server; found by {@link java.util.ServiceLoader}. */
public interface AuditCheck {
    /** What was looked at and found, in sentences. */
    record Outcome(boolean intact, List<String> lines) {
        public Outcome {
            lines = List.copyOf(lines);
        }
    }

    /** Looks with the rights of the owner of the tables, at heads kept in the home folder too. */
    Outcome check(Connection owner, Path home) throws SQLException, IOException;
}
