package id.lumbung.privacy.retention;

import id.lumbung.platform.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The dated table of classes, which only grows. */
@Component
@Transactional
class RetentionClasses {
    private static final String ALL = """
            select code, version, valid_from, title_id, title_en, event, effect, days, source, decided_by, written_at
              from privacy.retention_class
             order by position, code, version
             limit 1000
            """;
    private static final String INSERT = """
            insert into privacy.retention_class
                (code, version, valid_from, position, title_id, title_en, event, effect, days, source, decided_by, written_at)
            select code, :version, :from, position, title_id, title_en, event, effect, :days, :source, :by, :at
              from privacy.retention_class
             where code = :code and version = 1
            """;

    private final JdbcClient database;

    RetentionClasses(JdbcClient database) {
        this.database = database;
    }

    /** All versions by code, in the order of the list. */
    @Transactional(readOnly = true)
    Map<String, List<RetentionClass>> all() {
        Map<String, List<RetentionClass>> classes = new LinkedHashMap<>();
        database.sql(ALL)
                .query((row, number) -> new RetentionClass(
                        row.getString("code"),
                        row.getInt("version"),
                        Sql.date(row, "valid_from"),
                        row.getString("title_id"),
                        row.getString("title_en"),
                        RetentionEvent.valueOf(row.getString("event")),
                        RetentionEffect.valueOf(row.getString("effect")),
                        row.getObject("days", Integer.class),
                        row.getString("source"),
                        Sql.uuidOrNull(row, "decided_by"),
                        Sql.instant(row, "written_at")))
                .list()
                .forEach(one -> classes.computeIfAbsent(one.code(), none -> new ArrayList<>())
                        .add(one));
        return classes;
    }

    void write(RetentionClass next) {
        database.sql(INSERT)
                .param("code", next.code())
                .param("version", next.version())
                .param("from", next.validFrom())
                .param("days", next.days())
                .param("source", next.source())
                .param("by", next.decidedBy())
                .param("at", Sql.at(next.writtenAt()))
                .update();
    }
}
