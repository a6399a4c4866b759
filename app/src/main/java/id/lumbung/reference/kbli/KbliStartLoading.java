package id.lumbung.reference.kbli;

import id.lumbung.platform.Ids;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lays the starting list into the tables at every start: codes that are not there yet (a later release may bring more),
 * and its everyday words anew. Codes that are there stay as they are, also those an administrator imported.
 */
@Component
@DependsOnDatabaseInitialization
public class KbliStartLoading implements InitializingBean {

    public static final String ORIGIN = "daftar awal Lumbung";

    private static final Logger LOG = LoggerFactory.getLogger(KbliStartLoading.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public KbliStartLoading(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterPropertiesSet() {
        List<KbliStartList.Line> lines = KbliStartList.load().lines();
        String fingerprint = Integer.toHexString(lines.hashCode());
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select revision from reference.kbli_revision for update")
                    .query(Long.class)
                    .single();
            boolean same = jdbc.sql("select exists (select 1 from reference.kbli_words where origin = :origin)")
                    .param("origin", ORIGIN + " " + fingerprint)
                    .query(Boolean.class)
                    .single();
            if (!same) {
                load(lines, fingerprint);
            }
        });
    }

    private void load(List<KbliStartList.Line> lines, String fingerprint) {
        jdbc.sql("delete from reference.kbli_words where origin like :origin")
                .param("origin", ORIGIN + " %")
                .update();
        int added = 0;
        for (KbliStartList.Line line : lines) {
            int isNew = jdbc.sql("""
                            insert into reference.kbli_code (version, code, title, origin)
                            values (:version, :code, :title, :origin)
                            on conflict do nothing
                            """)
                    .param("version", line.version())
                    .param("code", line.code())
                    .param("title", line.title())
                    .param("origin", ORIGIN)
                    .update();
            added += isNew;
            words(line, ORIGIN + " " + fingerprint);
            if (isNew == 1) {
                sectors(line);
            }
        }
        jdbc.sql("update reference.kbli_revision set revision = revision + 1").update();
        LOG.info("KBLI starting list: {} codes, {} of them new", lines.size(), added);
    }

    private void words(KbliStartList.Line line, String origin) {
        jdbc.sql("""
                        insert into reference.kbli_words (id, version, code, words, origin)
                        values (:id, :version, :code, :words, :origin)
                        """)
                .param("id", Ids.next())
                .param("version", line.version())
                .param("code", line.code())
                .param("words", line.words())
                .param("origin", origin)
                .update();
    }

    private void sectors(KbliStartList.Line line) {
        for (String sector : line.sectors()) {
            jdbc.sql("""
                            insert into reference.sector_kbli (sector, version, kbli_prefix)
                            values (:sector, :version, :code)
                            on conflict do nothing
                            """)
                    .param("sector", sector)
                    .param("version", line.version())
                    .param("code", line.code())
                    .update();
        }
    }
}
