package id.lumbung.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Fills a scratch office with made-up enterprises, the same ones each time, by SQL as the superuser of its database:
 * without triggers, and with the indexes made anew afterwards. Of every second owner the NIK is known; those stand in the
 * indexes but what is sealed of them can be opened by nobody, so their pages are not asked for.
 */
final class Register {
    private static final String UUID_OF = "cast('018f0000-%d000-7000-8000-' || lpad(to_hex(%s), 12, '0') as uuid)";

    private final Server server;

    Register(Server server) {
        this.server = server;
    }

    /** Grows the register to this many enterprises. */
    void growTo(int size) throws Exception {
        long begun = System.nanoTime();
        int from;
        List<String> indexes = new ArrayList<>();
        List<String> drops = new ArrayList<>();
        try (Connection database = connection();
                Statement sql = database.createStatement()) {
            prepare(database, sql);
            from = number(sql, "select coalesce(max(i), 0) from bench.loaded");
            if (from >= size) {
                return;
            }
            System.err.println("filling the register from " + from + " to " + size + " enterprises …");
            try (ResultSet rows = sql.executeQuery("""
                    select c.oid::regclass::text, pg_get_indexdef(c.oid)
                      from pg_index i join pg_class c on c.oid = i.indexrelid
                      join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace
                     where n.nspname = 'registry'
                       and not exists (select 1 from pg_constraint k where k.conindid = c.oid)
                    """)) {
                while (rows.next()) {
                    indexes.add(rows.getString(2));
                    drops.add("drop index " + rows.getString(1));
                }
            }
            for (String drop : drops) {
                sql.execute(drop);
            }
            sql.execute("truncate bench.plan");
            sql.execute(PLAN.formatted(
                    UUID_OF.formatted(1, "i"),
                    UUID_OF.formatted(2, "case when i % 20 = 0 then i - 1 else i end"),
                    from + 1,
                    size));
            sql.execute("analyze bench.plan");
        }
        together(inserts());
        together(indexes);
        try (Connection database = connection();
                Statement sql = database.createStatement()) {
            sql.execute("insert into bench.loaded values (" + size + ")");
            sql.execute("select setval('registry.enterprise_number', greatest((select last_value from"
                    + " registry.enterprise_number), 5000000))");
        }
        together(List.of(
                "vacuum (analyze) registry.enterprise",
                "vacuum (analyze) registry.person",
                "vacuum (analyze) registry.ownership",
                "vacuum (analyze) registry.record_of_enterprise",
                "vacuum (analyze) registry.source_record",
                "vacuum (analyze) registry.observation",
                "vacuum (analyze) registry.activity",
                "vacuum (analyze) registry.place",
                "vacuum (analyze)",
                "checkpoint"));
        System.err.printf("… in %d s%n", (System.nanoTime() - begun) / 1_000_000_000);
    }

    private Connection connection() throws SQLException, IOException {
        Connection database = server.database();
        try (Statement sql = database.createStatement()) {
            sql.execute("set session_replication_role = replica");
            sql.execute("set synchronous_commit = off");
            sql.execute("set maintenance_work_mem = '400MB'");
            sql.execute("set work_mem = '128MB'");
        }
        return database;
    }

    /** Statements on two connections, each taking the next. */
    private void together(List<String> statements) throws Exception {
        List<String> left = new ArrayList<>(statements);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                running.add(two.submit(() -> {
                    try (Connection database = connection();
                            Statement sql = database.createStatement()) {
                        for (String next = next(left); next != null; next = next(left)) {
                            sql.execute(next);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
    }

    private static @Nullable String next(List<String> left) {
        synchronized (left) {
            return left.isEmpty() ? null : left.removeFirst();
        }
    }

    private static int number(Statement sql, String question) throws SQLException {
        try (ResultSet answer = sql.executeQuery(question)) {
            answer.next();
            return answer.getInt(1);
        }
    }

    private void prepare(Connection database, Statement sql) throws SQLException, IOException {
        if (number(sql, "select count(*) from pg_namespace where nspname = 'bench'") > 0) {
            return;
        }
        sql.execute("alter system set max_wal_size = '6GB'");
        sql.execute("alter system set checkpoint_timeout = '30min'");
        sql.execute("select pg_reload_conf()");
        sql.execute(
                new String(Register.class.getResourceAsStream("/bench.sql").readAllBytes(), StandardCharsets.UTF_8));
        try (PreparedStatement word = database.prepareStatement(
                "insert into bench.word select ?, (select count(*) from bench.word where list = ?) + n - 1, ?, ?"
                        + " from generate_series(1, ?) n")) {
            for (Words.Word each : Words.names()) {
                word.setString(1, each.group());
                word.setString(2, each.group());
                word.setString(3, each.value());
                word.setString(4, each.key());
                word.setInt(5, each.weight());
                word.execute();
            }
        }
        try (PreparedStatement kind = database.prepareStatement(
                "insert into bench.kind select (select count(*) from bench.kind) + n - 1, ?, ?, ?, ?, ?, ?"
                        + " from generate_series(1, ?) n")) {
            for (Words.Kind each : Words.kinds()) {
                kind.setString(1, each.activity());
                kind.setString(2, each.kbli());
                kind.setString(3, each.sector());
                kind.setBoolean(4, each.itinerant());
                kind.setString(5, each.pattern());
                kind.setString(6, each.key());
                kind.setInt(7, each.weight());
                kind.execute();
            }
        }
        sql.execute("""
                insert into bench.name_lists
                select woman, first, last, (select count(*) from bench.word where list = first),
                       (select count(*) from bench.word where list = last)
                  from (values (true, 'female', 'female-last'), (false, 'male', 'male-last')) l (woman, first, last)
                """);
        sql.execute("analyze bench.word, bench.kind, bench.village, bench.name_lists");
    }

    private static final String PLAN = """
            insert into bench.plan
            select i, %s, %s, i %% 20 <> 0, v.code, n.owner, n.owner_key, k.itinerant,
                   replace(replace(replace(k.pattern, '{nick}', case when n.woman then 'Bu ' else 'Pak ' end || split_part(n.owner, ' ', 1)),
                           '{surname}', split_part(n.owner, ' ', -1)), '{place}', v.name) || n.brand,
                   replace(replace(replace(k.pattern_key, '{nick}', split_part(n.owner_key, ' ', 1)),
                           '{surname}', split_part(n.owner_key, ' ', -1)), '{place}', v.name_key) || lower(n.brand),
                   k.activity, k.kbli, k.sector, n.woman
              from (select i, p.person, bench.any(p.person, 1, 100) < 58 as woman,
                           bench.any(i, 2, (select count(*)::int from bench.village)) as village,
                           bench.any(i, 3, (select count(*)::int from bench.kind)) as kind
                      from generate_series(%d, %d) i
                     cross join lateral (select case when i %% 20 = 0 then i - 1 else i end as person) p) d
              join bench.village v on v.n = d.village
              join bench.kind k on k.n = d.kind
              join bench.name_lists l on l.woman = d.woman
              join bench.word f on f.list = l.first and f.n = bench.any(d.person, 4, l.firsts)
              join bench.word m on m.list = l.first and m.n = bench.any(d.person, 5, l.firsts)
              join bench.word s on s.list = l.last and s.n = bench.any(d.person, 6, l.lasts)
             cross join lateral (select d.woman,
                          bench.slip(d.person, concat_ws(' ', f.value, case when bench.any(d.person, 7, 100) < 45 then m.value end,
                                                nullif(s.value, ''))) as owner,
                          bench.slip(d.person, concat_ws(' ', f.key, case when bench.any(d.person, 7, 100) < 45 then m.key end,
                                                nullif(s.key, ''))) as owner_key,
                          case when bench.any(i, 8, 100) < 15 then ' ' || bench.brand(i) else '' end as brand) n
            """;

    private static List<String> inserts() {
        return List.of(
                "insert into registry.source_record select " + UUID_OF.formatted(3, "i")
                        + ", 'CENSUS', 'bench/' || i, village, date '2026-03-01', timestamptz '2026-03-01 09:00+07', null,"
                        + " decode(repeat(md5(i::text), 10), 'hex') from bench.plan order by i",
                """
                insert into registry.enterprise (id, number, name, name_key, region_code, itinerant, founded_on, legal_form,
                                                 premises, activity_text, first_seen_at)
                select enterprise, bench.number(i + 1000000), name, name_key, village, itinerant, date '2015-01-01' + bench.any(i, 20, 3900),
                       'INDIVIDUAL', case when itinerant then 'ITINERANT' else 'OWN' end, activity,
                       timestamptz '2026-03-01 09:00+07' + i * interval '1 second'
                  from bench.plan order by i
                """,
                "insert into registry.record_of_enterprise (id, source_record, enterprise, region_code, since) select "
                        + UUID_OF.formatted(4, "i") + ", " + UUID_OF.formatted(3, "i")
                        + ", enterprise, village, timestamptz '2026-03-01 09:00+07' from bench.plan order by i",
                "insert into registry.ownership (id, enterprise, person, region_code, since) select "
                        + UUID_OF.formatted(5, "i")
                        + ", enterprise, person, village, date '2026-03-01' from bench.plan order by i",
                """
                insert into registry.person (id, nik_sealed, nik_fingerprint, nik_unknown_reason, name, name_key, sex, birth_date,
                                             birth_place, home_region_code, home_address, disability)
                select person, case when i % 2 = 1 then decode(repeat(md5(i::text), 3), 'hex') end,
                       case when i % 2 = 1 then sha256(i::text::bytea) end, case when i % 2 = 0 then 'NOT_YET_RECORDED' end,
                       owner, owner_key, case when woman then 'FEMALE' else 'MALE' end, date '1962-01-01' + bench.any(i, 21, 14000),
                       'Malang', village, 'Jl. Raya No. ' || i % 200, false
                  from bench.plan where new_person order by i
                """,
                "insert into registry.record_of_person (source_record, person, region_code) select "
                        + UUID_OF.formatted(3, "i") + ", person, village from bench.plan order by i",
                "insert into registry.place (id, enterprise, region_code, village_code, address, rt, rw, source_record, since) select "
                        + UUID_OF.formatted(6, "i")
                        + ", enterprise, village, village, 'Jl. Raya No. ' || i % 200, '00' || i % 9 + 1,"
                        + " '00' || i % 7 + 1, " + UUID_OF.formatted(3, "i")
                        + ", date '2026-03-01' from bench.plan where not itinerant order by i",
                "insert into registry.activity select " + UUID_OF.formatted(7, "i")
                        + ", enterprise, village, '2025', kbli, " + UUID_OF.formatted(3, "i")
                        + ", date '2026-03-01' from bench.plan order by i",
                "insert into registry.enterprise_sector select enterprise, sector, village from bench.plan order by i",
                "insert into registry.contact (id, enterprise, region_code, kind, sealed, fingerprint, source_record, since) select "
                        + UUID_OF.formatted(8, "i")
                        + ", enterprise, village, 'PHONE', decode(repeat(md5(i::text), 3), 'hex'),"
                        + " sha256(('p' || i)::bytea), " + UUID_OF.formatted(3, "i")
                        + ", date '2026-03-01' from bench.plan where i % 2 = 1 order by i",
                "insert into registry.observation (id, enterprise, region_code, kind, value, valid_on, year, known_at, source,"
                        + " evidence, source_record) select " + UUID_OF.formatted(9, "i * 2 + n")
                        + ", enterprise, village, (array['ANNUAL_SALES', 'NET_ASSETS'])[n + 1], 500000 * (20 + bench.any(i, 22 + n, 500)),"
                        + " date '2025-12-31', 2025, timestamptz '2026-03-01 09:00+07', 'CENSUS', 'STATED', "
                        + UUID_OF.formatted(3, "i")
                        + " from bench.plan cross join generate_series(0, 1) n order by i, n",
                "insert into registry.nib_record (id, enterprise, region_code, nib, note, recorded_at) select "
                        + UUID_OF.formatted(0, "i")
                        + ", enterprise, village, lpad((1000000000000 + i)::text, 13, '0'), 'made up', timestamptz '2026-03-01 09:00+07'"
                        + " from bench.plan where i % 10 = 3 order by i",
                "select bench.name_entries()",
                "select bench.cases()");
    }
}
