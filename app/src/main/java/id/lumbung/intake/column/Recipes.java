package id.lumbung.intake.column;

import id.lumbung.platform.Ids;
import id.lumbung.platform.Sql;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Recipes that people saved. They hold no personal data and are the same for the whole office. */
@Component
public class Recipes {
    private static final int LONGEST_NAME = 120;
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<MappedColumn>> COLUMNS = new TypeReference<>() {};

    private static final String NEWEST_FOR = """
            select id, name, columns::text as columns, made_at
              from intake.recipe
             where headings_key = :key
             order by made_at desc, id desc
             limit 1
            """;
    private static final String NEWEST_NAMED = """
            select id, name, columns::text as columns, made_at
              from intake.recipe
             where lower(name) = lower(:name)
             order by made_at desc, id desc
             limit 1
            """;
    private static final String SAVE = """
            insert into intake.recipe (id, name, headings_key, columns, made_at, made_by)
            values (:id, :name, :key, cast(:columns as jsonb), :at, :by)
            """;

    private final JdbcClient database;
    private final Clock clock;

    public Recipes(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The newest for exactly these headings. */
    public Optional<Recipe> find(List<String> headings) {
        return one(NEWEST_FOR, "key", Headings.key(headings));
    }

    public Optional<Recipe> named(String name) {
        return one(NEWEST_NAMED, "name", name.strip());
    }

    private Optional<Recipe> one(String sql, String parameter, String value) {
        return database.sql(sql)
                .param(parameter, value)
                .query((row, number) -> new Recipe(
                        Sql.uuid(row, "id"),
                        row.getString("name"),
                        new Mapping(read(row.getString("columns"))),
                        Sql.instant(row, "made_at")))
                .optional();
    }

    public UUID save(String name, Mapping mapping, UUID by) {
        UUID id = Ids.next();
        String kept = name.strip();
        database.sql(SAVE)
                .param("id", id)
                .param("name", kept.substring(0, Math.min(LONGEST_NAME, kept.length())))
                .param(
                        "key",
                        Headings.key(mapping.columns().stream()
                                .map(MappedColumn::heading)
                                .toList()))
                .param("columns", write(mapping.columns()))
                .param("at", Sql.at(clock.instant()))
                .param("by", by)
                .update();
        return id;
    }

    public static String write(List<MappedColumn> columns) {
        return JSON.writeValueAsString(columns);
    }

    public static List<MappedColumn> read(String columns) {
        return JSON.readValue(columns, COLUMNS);
    }
}
