package id.lumbung.reference.calendar;

import id.lumbung.reference.Changes;
import id.lumbung.reference.Holiday;
import id.lumbung.reference.HolidayKind;
import id.lumbung.reference.RowProblem;
import id.lumbung.reference.upload.ImportPlan;
import id.lumbung.reference.upload.UploadedTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table of days off: looking at it, changing it, importing a year. */
@Component
public class Holidays {

    public static final String PART = "holiday";

    private static final Set<String> DAY = Set.of("tanggal", "day", "date");
    private static final Set<String> NAME = Set.of("nama", "name", "keterangan");
    private static final Set<String> KIND = Set.of("jenis", "kind");
    private static final Set<String> SOURCE = Set.of("sumber", "source", "dasar");
    private static final List<DateTimeFormatter> WRITTEN = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d-M-uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT));

    private static final String OF_YEAR = """
            select day, name, kind, source
              from reference.holiday
             where day >= :first
               and day <= :last
             order by day
             limit 400
            """;

    private static final String ENTER = """
            insert into reference.holiday (day, name, kind, source)
            values (:day, :name, :kind, :source)
            on conflict (day) do update
               set name = excluded.name, kind = excluded.kind, source = excluded.source
            """;

    private final JdbcClient jdbc;
    private final Changes changes;

    public Holidays(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    public List<Holiday> ofYear(int year) {
        return jdbc.sql(OF_YEAR)
                .param("first", LocalDate.of(year, 1, 1))
                .param("last", LocalDate.of(year, 12, 31))
                .query(Holidays::holiday)
                .list();
    }

    public boolean isThere(LocalDate day) {
        return jdbc.sql("select exists (select 1 from reference.holiday where day = :day)")
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    @Transactional
    public void enter(Holiday holiday) {
        put(holiday);
        changes.record("libur", "reference.change.holiday-entered", holiday.day(), holiday.name());
    }

    @Transactional
    public void remove(LocalDate day) {
        int removed = jdbc.sql("delete from reference.holiday where day = :day")
                .param("day", day)
                .update();
        if (removed == 1) {
            changes.record("libur", "reference.change.holiday-removed", day);
        }
    }

    /** A file with the columns tanggal, nama, jenis (libur or cuti bersama) and sumber. */
    public ImportPlan<Holiday> plan(byte[] content) {
        UploadedTable table = UploadedTable.read(content);
        OptionalInt day = table.column(DAY);
        OptionalInt name = table.column(NAME);
        if (table.broken()) {
            return new ImportPlan<>(List.of(), 0, 0, List.of(new RowProblem(0, "reference.file.broken", List.of())));
        }
        if (day.isEmpty() || name.isEmpty()) {
            return new ImportPlan<>(
                    List.of(), 0, 0, List.of(new RowProblem(1, "reference.holidays.file.no-columns", List.of())));
        }
        Map<LocalDate, Holiday> present = new HashMap<>();
        jdbc.sql("select day, name, kind, source from reference.holiday")
                .query(Holidays::holiday)
                .list()
                .forEach(holiday -> present.put(holiday.day(), holiday));
        Map<LocalDate, Integer> seen = new HashMap<>();
        List<Holiday> additions = new ArrayList<>();
        List<RowProblem> problems = new ArrayList<>();
        int known = 0;
        for (UploadedTable.Line line : table.lines()) {
            LocalDate date = date(line.field(day));
            if (date == null) {
                problems.add(new RowProblem(line.number(), "reference.holidays.file.date", List.of(line.field(day))));
            } else if (line.field(name).isEmpty()) {
                problems.add(new RowProblem(line.number(), "reference.holidays.file.name", List.of(line.field(day))));
            } else if (seen.containsKey(date)) {
                problems.add(new RowProblem(
                        line.number(), "reference.holidays.file.twice", List.of(line.field(day), seen.get(date))));
            } else {
                seen.put(date, line.number());
                String source = line.field(table.column(SOURCE));
                Holiday holiday = new Holiday(
                        date,
                        line.field(name),
                        kind(line.field(table.column(KIND)), line.field(name)),
                        source.isEmpty() ? "-" : source);
                if (holiday.equals(present.get(date))) {
                    known++;
                } else {
                    additions.add(holiday);
                }
            }
        }
        return new ImportPlan<>(additions, known, 0, problems);
    }

    @Transactional
    public void apply(List<Holiday> additions) {
        additions.forEach(this::put);
        changes.record("libur", "reference.change.holidays-imported", additions.size());
    }

    private void put(Holiday holiday) {
        jdbc.sql(ENTER)
                .param("day", holiday.day())
                .param("name", holiday.name())
                .param("kind", holiday.kind().name())
                .param("source", holiday.source())
                .update();
    }

    private static HolidayKind kind(String kind, String name) {
        String written = (kind.isEmpty() ? name : kind).toLowerCase(Locale.ROOT);
        return written.contains("cuti") || written.contains("joint") ? HolidayKind.JOINT_LEAVE : HolidayKind.PUBLIC;
    }

    private static @Nullable LocalDate date(String text) {
        for (DateTimeFormatter form : WRITTEN) {
            try {
                return LocalDate.parse(text, form);
            } catch (DateTimeParseException anotherForm) {
                // the next form may fit
            }
        }
        return null;
    }

    private static Holiday holiday(ResultSet row, int number) throws SQLException {
        return new Holiday(
                row.getObject("day", LocalDate.class),
                row.getString("name"),
                HolidayKind.valueOf(row.getString("kind")),
                row.getString("source"));
    }
}
