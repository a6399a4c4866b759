package id.lumbung.platform.database;

import id.lumbung.platform.Sight;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/** Begins each transaction by telling PostgreSQL what its thread may see. */
public final class SightTransactionManager extends JdbcTransactionManager {
    private static final long serialVersionUID = 1L;

    public SightTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        Sight.current().handTo(connection);
    }
}
