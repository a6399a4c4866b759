package id.lumbung.privacy.request;

import id.lumbung.platform.Ids;
import id.lumbung.platform.Sql;
import id.lumbung.platform.key.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests, their events and answers in their tables, within sight. */
@Component
@Transactional
class RequestStore {
    static final int PAGE = 50;
    private static final String COLUMNS = """
            select id, number, region_code, kind, state, version, person, name, received_at, due_at, handler, escalated_at,
                   ended_at
              from privacy.request
            """;
    private static final String INSERT = """
            insert into privacy.request
                (id, number, region_code, kind, state, person, name, nik_sealed, wish_sealed, received_at, received_by,
                 due_at, code)
            values (:id, :number, :region, :kind, 'RECEIVED', :person, :name, :nik, :wish, :at, :by, :due, :code)
            """;
    private static final String OPEN = COLUMNS + """
             where ended_at is null
               and (cast(:afterDue as timestamptz) is null
                    or (due_at, id) > (cast(:afterDue as timestamptz), cast(:afterId as uuid)))
             order by due_at, id
             limit :limit
            """;
    private static final String ENDED = COLUMNS + """
             where ended_at is not null
               and (cast(:afterEnd as timestamptz) is null
                    or (ended_at, id) < (cast(:afterEnd as timestamptz), cast(:afterId as uuid)))
             order by ended_at desc, id desc
             limit :limit
            """;
    private static final String MOVE = """
            update privacy.request
               set state = :state, version = version + 1, handler = :handler, ended_at = :endedAt
             where id = :id and version = :version
            """;
    private static final String EVENT = """
            insert into privacy.request_event (id, request, region_code, at, actor, action, from_state, to_state)
            values (:id, :request, :region, :at, :actor, :action, :from, :to)
            """;
    private static final String EVENTS = """
            select at, actor, action, from_state, to_state
              from privacy.request_event
             where request = :request
             order by at, id
             limit 500
            """;
    private static final String ANSWER = """
            insert into privacy.answer (request, region_code, text_sealed, held_sealed, made_at, made_by)
            values (:request, :region, :text, :held, :at, :by)
            """;
    private static final String ESCALATE = """
            update privacy.request
               set escalated_at = :now
             where ended_at is null and escalated_at is null and received_at <= :before
            returning id, region_code, state
            """;

    private final JdbcClient database;
    private final Vault vault;

    RequestStore(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** One thing that happened; without an actor it was the person herself or the system. */
    record Event(
            Instant at,
            @Nullable UUID actor,
            String action,
            @Nullable String from,
            String to) {}

    /** What the person is told. */
    record Answer(String text, @Nullable String held, Instant at) {
        @Override
        public String toString() {
            return "Answer[" + at + "]";
        }
    }

    /** By its code, for whoever also knows the NIK. */
    record Slip(DataRequest request, String nik, int failures) {
        @Override
        public String toString() {
            return "Slip[" + request.number() + "]";
        }
    }

    String nextNumber(int year) {
        long number = database.sql("select nextval('privacy.request_number')")
                .query(Long.class)
                .single();
        return "PDP-%d-%05d".formatted(year, number);
    }

    void insert(DataRequest request, String nik, String wish, UUID by, byte[] code) {
        database.sql(INSERT)
                .param("id", request.id())
                .param("number", request.number())
                .param("region", request.regionCode())
                .param("kind", request.kind().name())
                .param("person", request.person())
                .param("name", request.name())
                .param("nik", vault.sealText(nik, place("nik", request.id())))
                .param("wish", vault.sealText(wish, place("wish", request.id())))
                .param("at", Sql.at(request.standing().receivedAt()))
                .param("by", by)
                .param("due", Sql.at(request.standing().dueAt()))
                .param("code", code)
                .update();
    }

    List<DataRequest> open(@Nullable Instant afterDue, @Nullable UUID afterId, int limit) {
        return database.sql(OPEN)
                .param("afterDue", afterDue == null ? null : Sql.at(afterDue))
                .param("afterId", afterId)
                .param("limit", limit)
                .query(RequestStore::request)
                .list();
    }

    List<DataRequest> ended(@Nullable Instant afterEnd, @Nullable UUID afterId, int limit) {
        return database.sql(ENDED)
                .param("afterEnd", afterEnd == null ? null : Sql.at(afterEnd))
                .param("afterId", afterId)
                .param("limit", limit)
                .query(RequestStore::request)
                .list();
    }

    Optional<DataRequest> find(UUID id) {
        return database.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(RequestStore::request)
                .optional();
    }

    String wish(UUID id) {
        return database.sql("select wish_sealed from privacy.request where id = :id")
                .param("id", id)
                .query((row, number) -> vault.openText(row.getBytes("wish_sealed"), place("wish", id)))
                .single();
    }

    String nik(UUID id) {
        return database.sql("select nik_sealed from privacy.request where id = :id")
                .param("id", id)
                .query((row, number) -> vault.openText(row.getBytes("nik_sealed"), place("nik", id)))
                .single();
    }

    Optional<Slip> findByCode(List<byte[]> fingerprints) {
        for (byte[] fingerprint : fingerprints) {
            Optional<UUID> id = database.sql("select id from privacy.request where code = :code")
                    .param("code", fingerprint)
                    .query(UUID.class)
                    .optional();
            if (id.isPresent()) {
                int failures = database.sql("select code_failures from privacy.request where id = :id for update")
                        .param("id", id.get())
                        .query(Integer.class)
                        .single();
                return find(id.get()).map(request -> new Slip(request, nik(request.id()), failures));
            }
        }
        return Optional.empty();
    }

    void countFailure(UUID id) {
        database.sql("update privacy.request set code_failures = code_failures + 1 where id = :id")
                .param("id", id)
                .update();
    }

    void newCode(UUID id, byte[] code) {
        database.sql("update privacy.request set code = :code, code_failures = 0 where id = :id")
                .param("code", code)
                .param("id", id)
                .update();
    }

    /** False when somebody else was faster. */
    boolean move(DataRequest before, RequestState to, @Nullable UUID handler, Instant now) {
        return database.sql(MOVE)
                        .param("state", to.name())
                        .param("handler", handler)
                        .param("endedAt", to.ended() ? Sql.at(now) : null)
                        .param("id", before.id())
                        .param("version", before.standing().version())
                        .update()
                == 1;
    }

    void append(UUID request, String region, Event event) {
        database.sql(EVENT)
                .param("id", Ids.next())
                .param("request", request)
                .param("region", region)
                .param("at", Sql.at(event.at()))
                .param("actor", event.actor())
                .param("action", event.action())
                .param("from", event.from())
                .param("to", event.to())
                .update();
    }

    List<Event> events(UUID request) {
        return database.sql(EVENTS)
                .param("request", request)
                .query((row, number) -> new Event(
                        Sql.instant(row, "at"),
                        Sql.uuidOrNull(row, "actor"),
                        row.getString("action"),
                        row.getString("from_state"),
                        row.getString("to_state")))
                .list();
    }

    void answer(DataRequest request, String text, @Nullable String held, Instant now, UUID by) {
        database.sql(ANSWER)
                .param("request", request.id())
                .param("region", request.regionCode())
                .param("text", vault.sealText(text, place("answer", request.id())))
                .param("held", held == null ? null : vault.sealText(held, place("held", request.id())))
                .param("at", Sql.at(now))
                .param("by", by)
                .update();
    }

    Optional<Answer> answerOf(UUID id) {
        return database.sql("select text_sealed, held_sealed, made_at from privacy.answer where request = :id")
                .param("id", id)
                .query((row, number) -> {
                    byte[] held = row.getBytes("held_sealed");
                    return new Answer(
                            vault.openText(row.getBytes("text_sealed"), place("answer", id)),
                            held == null ? null : vault.openText(held, place("held", id)),
                            Sql.instant(row, "made_at"));
                })
                .optional();
    }

    /** Whether something was taken back by this request, so that it has an effect. */
    boolean hasWithdrawn(UUID id) {
        return database.sql("select exists (select 1 from privacy.consent where request = :id and not given)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Marks what has waited too long, once; returns how many. */
    int escalate(Instant receivedBefore, Instant now) {
        record Late(UUID id, String region, String state) {}
        List<Late> late = database.sql(ESCALATE)
                .param("before", Sql.at(receivedBefore))
                .param("now", Sql.at(now))
                .query((row, number) ->
                        new Late(Sql.uuid(row, "id"), row.getString("region_code"), row.getString("state")))
                .list();
        late.forEach(one -> append(one.id(), one.region(), new Event(now, null, "ESCALATE", one.state(), one.state())));
        return late.size();
    }

    private static String place(String what, UUID id) {
        return "privacy.request." + what + ":" + id;
    }

    private static DataRequest request(ResultSet row, int number) throws SQLException {
        return new DataRequest(
                Sql.uuid(row, "id"),
                row.getString("number"),
                row.getString("region_code"),
                RequestKind.valueOf(row.getString("kind")),
                Sql.uuidOrNull(row, "person"),
                row.getString("name"),
                new DataRequest.Standing(
                        RequestState.valueOf(row.getString("state")),
                        row.getInt("version"),
                        Sql.instant(row, "received_at"),
                        Sql.instant(row, "due_at"),
                        Sql.uuidOrNull(row, "handler"),
                        Sql.instantOrNull(row, "escalated_at"),
                        Sql.instantOrNull(row, "ended_at")));
    }
}
