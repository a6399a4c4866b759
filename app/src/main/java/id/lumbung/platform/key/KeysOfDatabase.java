package id.lumbung.platform.key;

import id.lumbung.platform.Home;
import java.util.Optional;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses to start with keys that are not those of the database: two processes must have one set of keys. */
@Component
@DependsOnDatabaseInitialization
class KeysOfDatabase implements InitializingBean {
    static final String CONTEXT = "platform.keys_of_database";

    private final JdbcClient database;
    private final Vault vault;
    private final Home home;

    KeysOfDatabase(JdbcClient database, Vault vault, Home home) {
        this.database = database;
        this.vault = vault;
        this.home = home;
    }

    @Override
    public void afterPropertiesSet() {
        if (find().isEmpty()) {
            database.sql("insert into platform.keys_of_database (sealed) values (:sealed) on conflict do nothing")
                    .param("sealed", vault.sealText("lumbung", CONTEXT))
                    .update();
        }
        try {
            vault.openText(find().orElseThrow(), CONTEXT);
        } catch (IllegalStateException otherKeys) {
            throw new IllegalStateException(
                    "The keys in " + home.resolve("keys")
                            + " are not those of this database: what they seal nobody else could"
                            + " read. Bring the folder keys of the office's other process, or of its backup, to this home.",
                    otherKeys);
        }
    }

    private Optional<byte[]> find() {
        return database.sql("select sealed from platform.keys_of_database")
                .query((row, number) -> row.getBytes("sealed"))
                .optional();
    }
}
