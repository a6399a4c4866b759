package id.lumbung.platform.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a module looks at in a restored database; found by {@link java.util.ServiceLoader}. */
public interface RestoredCheck {
    /**
     * What is not as it should be, in sentences; empty when all is well.
     *
     * @param anew the tables were made by migrations and filled, and have not yet what a first start gives them
     */
    List<String> problemsOf(Connection owner, boolean anew) throws SQLException;
}
