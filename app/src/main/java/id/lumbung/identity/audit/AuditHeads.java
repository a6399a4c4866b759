package id.lumbung.identity.audit;

import id.lumbung.platform.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The published ends of the chain: in the database, as a page, and as one file a day in the home folder. */
@Component
class AuditHeads {
    private static final Logger LOG = LoggerFactory.getLogger(AuditHeads.class);
    static final String FOLDER = "audit-heads";
    private static final String NEWEST = """
            select day, seq, hash
              from identity.audit_head
             order by day desc
             limit :limit
            """;

    private final JdbcClient database;
    private final Home home;

    AuditHeads(JdbcClient database, Home home) {
        this.database = database;
        this.home = home;
    }

    @Transactional(readOnly = true)
    List<AuditHead> newest(int limit) {
        return database.sql(NEWEST)
                .param("limit", limit)
                .query(AuditHeads::head)
                .list();
    }

    /** A file that exists is never written again. */
    void writeFiles() {
        try {
            Path folder = Files.createDirectories(home.resolve(FOLDER));
            for (AuditHead head : newest(31)) {
                Path file = folder.resolve(head.day() + ".txt");
                if (!Files.exists(file)) {
                    Path draft = Files.writeString(folder.resolve(head.day() + ".new"), head.line() + "\n");
                    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (IOException problem) {
            LOG.error("the heads of the audit could not be written to the home folder", problem);
        }
    }

    private static AuditHead head(ResultSet row, int number) throws SQLException {
        return new AuditHead(
                row.getDate("day").toLocalDate(),
                row.getLong("seq"),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }
}
