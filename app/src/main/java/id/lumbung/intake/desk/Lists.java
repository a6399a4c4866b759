package id.lumbung.intake.desk;

import id.lumbung.intake.column.Mapping;
import id.lumbung.intake.column.Recipes;
import id.lumbung.intake.entry.Entering;
import id.lumbung.intake.entry.Found;
import id.lumbung.platform.Sql;
import id.lumbung.platform.key.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of lists and what goes on at them. */
@Component
class Lists {
    /** After so long without a sign whoever worked at a list is taken for dead. */
    static final Duration SILENT = Duration.ofSeconds(60);

    private static final JsonMapper JSON = new JsonMapper();

    private static final String COLUMNS = """
            select l.id, l.region_code, l.file, f.name as file_name, l.sheet, l.sheet_name, l.heading_line, l.state, l.version,
                   l.columns::text as columns, l.refusal::text as refusal, l.found::text as found, l.made_at, l.made_by,
                   l.checked_at, l.entered_at, l.entered_by, l.entered, l.known, l.undone_at, l.undone_why
              from intake.list l
              join intake.file f on f.id = l.file
            """;
    private static final String BY_ID = COLUMNS + " where l.id = :id";
    private static final String SAME = COLUMNS + """
             where l.content = :content
               and l.sheet = :sheet
               and l.state = 'ENTERED'
             order by l.id
             limit 1
            """;
    private static final String NEWEST = COLUMNS + """
             where (cast(:at as timestamptz) is null or (l.made_at, l.id) < (:at, :after))
             order by l.made_at desc, l.id desc
             limit :limit
            """;
    private static final String INSERT = """
            insert into intake.list (id, region_code, file, content, sheet, sheet_name, state, heading_line, columns, recipe,
                                     refusal, sample, made_at, made_by)
            select :id, f.region_code, f.id, f.content, :sheet, :sheetName, :state, :headingLine, cast(:columns as jsonb),
                   :recipe, cast(:refusal as jsonb), :sample, :at, :by
              from intake.file f
             where f.id = :file
            """;
    private static final String MAP = """
            update intake.list
               set columns = cast(:columns as jsonb), recipe = :recipe, state = 'SHAPED', found = null, refusal = null,
                   version = version + 1
             where id = :id and version = :version and state in ('SHAPED', 'CHECKED')
            """;
    private static final String CHECKED = """
            update intake.list
               set found = cast(:found as jsonb), state = 'CHECKED', checked_at = :at, refusal = null, version = version + 1
             where id = :id and state in ('SHAPED', 'CHECKED')
            """;
    private static final String UNREADABLE = """
            update intake.list
               set refusal = cast(:refusal as jsonb), state = 'SHAPED', version = version + 1
             where id = :id and state in ('SHAPED', 'CHECKED')
            """;
    private static final String ENTERED = """
            update intake.list
               set found = cast(:found as jsonb), state = 'ENTERED', mode = :mode, entered = :entered, known = :known,
                   entered_at = :at, entered_by = :by, version = version + 1
             where id = :id and state = 'CHECKED'
            """;
    private static final String UNDONE = """
            update intake.list
               set state = 'UNDONE', undone_at = :at, undone_by = :by, undone_why = :why, sample = null, version = version + 1
             where id = :id and state = 'ENTERED'
            """;
    private static final String BEGIN = """
            insert into intake.running as r (list, what, rows, beat_at)
            values (:list, :what, 0, :at)
            on conflict (list) do update set what = excluded.what, rows = 0, beat_at = excluded.beat_at
             where r.beat_at < :silent
            """;

    private final JdbcClient database;
    private final Vault vault;
    private final Clock clock;

    /** Work that goes on at a list. */
    record Running(String what, long rows) {}

    Lists(JdbcClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /** @param recipe by which the columns were read, or null */
    record NewList(
            UUID id,
            KeptList.Sheet sheet,
            ListState state,
            Mapping mapping,
            @Nullable UUID recipe,
            KeptList.@Nullable Sentence refusal,
            Sample sample) {}

    void add(NewList list, UUID by) {
        database.sql(INSERT)
                .param("id", list.id())
                .param("file", list.sheet().file())
                .param("sheet", list.sheet().number())
                .param("sheetName", list.sheet().name())
                .param("state", list.state().name())
                .param("headingLine", list.sheet().headingLine())
                .param("columns", Recipes.write(list.mapping().columns()))
                .param("recipe", list.recipe())
                .param("refusal", list.refusal() == null ? null : JSON.writeValueAsString(list.refusal()))
                .param(
                        "sample",
                        vault.sealText(JSON.writeValueAsString(list.sample()), ListSeals.SAMPLE + ":" + list.id()))
                .param("at", Sql.at(clock.instant()))
                .param("by", by)
                .update();
    }

    Sample sample(UUID list) {
        return database.sql("select sample from intake.list where id = :id and sample is not null")
                .param("id", list)
                .query((row, number) -> row.getBytes("sample"))
                .optional()
                .map(kept -> JSON.readValue(vault.openText(kept, ListSeals.SAMPLE + ":" + list), Sample.class))
                .orElseGet(() -> new Sample(List.of(), List.of()));
    }

    Optional<KeptList> find(UUID id) {
        return database.sql(BY_ID).param("id", id).query(Lists::read).optional();
    }

    /** The list that came in from the same sheet of the same file. */
    Optional<KeptList> entered(byte[] content, int sheet) {
        return database.sql(SAME)
                .param("content", content)
                .param("sheet", sheet)
                .query(Lists::read)
                .optional();
    }

    Optional<byte[]> contentOf(UUID list) {
        return database.sql("select content from intake.list where id = :id")
                .param("id", list)
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }

    /** Name of the recipe by which the columns were read. */
    Optional<String> recipeOf(UUID list) {
        return database.sql("select r.name from intake.list l join intake.recipe r on r.id = l.recipe where l.id = :id")
                .param("id", list)
                .query(String.class)
                .optional();
    }

    List<KeptList> newest(@Nullable Instant at, @Nullable UUID after, int limit) {
        return database.sql(NEWEST)
                .param("at", at == null ? null : Sql.at(at))
                .param("after", after)
                .param("limit", limit)
                .query(Lists::read)
                .list();
    }

    boolean map(UUID id, int version, Mapping mapping, @Nullable UUID recipe) {
        return database.sql(MAP)
                        .param("id", id)
                        .param("version", version)
                        .param("columns", Recipes.write(mapping.columns()))
                        .param("recipe", recipe)
                        .update()
                == 1;
    }

    void checked(UUID id, Found found) {
        database.sql(CHECKED)
                .param("id", id)
                .param("found", JSON.writeValueAsString(found))
                .param("at", Sql.at(clock.instant()))
                .update();
    }

    void unreadable(UUID id, KeptList.Sentence why) {
        database.sql(UNREADABLE)
                .param("id", id)
                .param("refusal", JSON.writeValueAsString(why))
                .update();
    }

    boolean entered(UUID id, Entering.Entered entered, String mode, UUID by) {
        return database.sql(ENTERED)
                        .param("id", id)
                        .param("found", JSON.writeValueAsString(entered.found()))
                        .param("mode", mode)
                        .param("entered", entered.entered())
                        .param("known", entered.known())
                        .param("at", Sql.at(clock.instant()))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Takes all its records out; how many. */
    long removeRecords(UUID id) {
        return database.sql("delete from intake.list_record where list = :id")
                .param("id", id)
                .update();
    }

    boolean undone(UUID id, String why, UUID by) {
        return database.sql(UNDONE)
                        .param("id", id)
                        .param("why", why)
                        .param("at", Sql.at(clock.instant()))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** False when somebody works at it already. */
    boolean begin(UUID list, String what) {
        Instant now = clock.instant();
        return database.sql(BEGIN)
                        .param("list", list)
                        .param("what", what)
                        .param("at", Sql.at(now))
                        .param("silent", Sql.at(now.minus(SILENT)))
                        .update()
                == 1;
    }

    void beat(UUID list, long rows) {
        database.sql("update intake.running set rows = :rows, beat_at = :at where list = :list")
                .param("list", list)
                .param("rows", rows)
                .param("at", Sql.at(clock.instant()))
                .update();
    }

    void end(UUID list) {
        database.sql("delete from intake.running where list = :list")
                .param("list", list)
                .update();
    }

    Optional<Running> running(UUID list) {
        return database.sql("select what, rows from intake.running where list = :list and beat_at >= :silent")
                .param("list", list)
                .param("silent", Sql.at(clock.instant().minus(SILENT)))
                .query((row, number) -> new Running(row.getString("what"), row.getLong("rows")))
                .optional();
    }

    private static KeptList read(ResultSet row, int number) throws SQLException {
        String refusal = row.getString("refusal");
        String found = row.getString("found");
        return new KeptList(
                Sql.uuid(row, "id"),
                row.getString("region_code"),
                new KeptList.Sheet(
                        Sql.uuid(row, "file"),
                        row.getString("file_name"),
                        row.getInt("sheet"),
                        row.getString("sheet_name"),
                        row.getLong("heading_line")),
                ListState.valueOf(row.getString("state")),
                row.getInt("version"),
                new Mapping(Recipes.read(row.getString("columns"))),
                refusal == null ? null : JSON.readValue(refusal, KeptList.Sentence.class),
                found == null ? null : JSON.readValue(found, Found.class),
                new KeptList.Journey(
                        Sql.instant(row, "made_at"),
                        Sql.uuid(row, "made_by"),
                        Sql.instantOrNull(row, "checked_at"),
                        Sql.instantOrNull(row, "entered_at"),
                        Sql.uuidOrNull(row, "entered_by"),
                        Sql.longOrNull(row, "entered"),
                        Sql.longOrNull(row, "known"),
                        Sql.instantOrNull(row, "undone_at"),
                        row.getString("undone_why")));
    }
}
