package id.lumbung.registry.sheet;

import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.NibRecord;
import id.lumbung.registry.ObservedFact;
import id.lumbung.registry.Registry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes from a form, which carries the version that its reader saw. */
@Component
public class EnterpriseEdits {
    private static final String NEXT_VERSION = """
            update registry.enterprise
               set version = version + 1
             where id = :id
               and version = :version
            """;

    private final JdbcClient database;
    private final Registry registry;

    public EnterpriseEdits(JdbcClient database, Registry registry) {
        this.database = database;
        this.registry = registry;
    }

    /** False, and nothing done, when the enterprise has changed since that version. */
    @Transactional
    public boolean recordNib(EnterpriseId enterprise, int version, NibRecord record) {
        if (!next(enterprise, version)) {
            return false;
        }
        registry.recordNib(enterprise, record);
        return true;
    }

    /** False, and nothing done, when the enterprise has changed since that version. */
    @Transactional
    public boolean observe(EnterpriseId enterprise, int version, ObservedFact fact) {
        if (!next(enterprise, version)) {
            return false;
        }
        registry.observe(enterprise, fact);
        return true;
    }

    private boolean next(EnterpriseId enterprise, int version) {
        return database.sql(NEXT_VERSION)
                        .param("id", enterprise.value())
                        .param("version", version)
                        .update()
                == 1;
    }
}
