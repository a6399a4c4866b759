package id.lumbung.licensing.statement;

import id.lumbung.platform.Sight;
import java.util.Base64;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The public status list: two bits for every sheet ever signed, and nothing else. */
@Component
public class StatusLists {
    private final JdbcClient database;

    private record Entry(int index, int state) {}

    StatusLists(JdbcClient database) {
        this.database = database;
    }

    /** Two bits for each sheet, least significant first, four sheets in a byte; base64. */
    @Transactional(readOnly = true)
    public String list() {
        return Sight.system("the public status list", () -> {
            int sheets = database.sql("select coalesce(max(status_index), -1) + 1 from licensing.statement_status")
                    .query(Integer.class)
                    .single();
            byte[] bits = new byte[(sheets + 3) / 4];
            database
                    .sql("select status_index, state from licensing.statement_status where state <> 0")
                    .query((row, index) -> new Entry(row.getInt("status_index"), row.getInt("state")))
                    .stream()
                    .filter(entry -> entry.index() < sheets)
                    .forEach(entry -> bits[entry.index() / 4] |= (byte) (entry.state() << (entry.index() % 4 * 2)));
            return Base64.getEncoder().encodeToString(bits);
        });
    }
}
