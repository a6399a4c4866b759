package id.lumbung.bench.fault;

import id.lumbung.bench.fault.Caller.Answer;
import id.lumbung.bench.fault.Caller.Request;
import id.lumbung.bench.fault.Journal.Answered;
import id.lumbung.bench.fault.Journal.Promise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares what is there with what was promised, and looks for anything half done. */
final class Ledger {
    private static final List<String> STATES = List.of("DRAFT", "SUBMITTED", "VERIFIED", "ISSUED");

    /** Each gives what must not be: one line for each thing half done. */
    private static final Map<String, String> HALF_DONE = new LinkedHashMap<>();

    static {
        HALF_DONE.put("an issued application without its licence", """
                select a.id from licensing.application a
                 where (a.state = 'ISSUED') <> (a.licence is not null)
                    or a.licence is not null
                       and not exists (select 1 from licensing.licence l where l.id = a.licence and l.application = a.id)
                """);
        HALF_DONE.put("a licence without its application", """
                select l.id from licensing.licence l
                 where not exists (select 1 from licensing.application a
                                    where a.id = l.application and a.licence = l.id and a.state = 'ISSUED')
                """);
        HALF_DONE.put("a licence whose sheets are not those that it counts", """
                select l.id from licensing.licence l
                 where l.sheet_no <> (select count(*) from licensing.licence_sheet s where s.licence = l.id)
                    or l.sheet_no <> (select max(sheet_no) from licensing.licence_sheet s where s.licence = l.id)
                    or l.amendments <> (select count(*) from licensing.licence_event e
                                         where e.licence = l.id and e.kind = 'AMENDED')
                """);
        HALF_DONE.put("a sheet without the state of its statement, or the wrong one", """
                select s.id from licensing.licence_sheet s
                  join licensing.licence l on l.id = s.licence
                  left join licensing.statement_status t on t.status_index = s.status_index
                 where t.state is null
                    or s.digits = ''
                    or t.state <> case when l.state = 'REVOKED' then 1
                                       when s.sheet_no < l.sheet_no then 2
                                       when l.state like 'WARNED%' then 3
                                       else 0 end
                """);
        HALF_DONE.put("a licence whose history has a gap or no beginning", """
                select l.id from licensing.licence l
                 where (select count(*) from licensing.licence_event e where e.licence = l.id)
                       is distinct from (select max(seq) from licensing.licence_event e where e.licence = l.id)
                    or not exists (select 1 from licensing.licence_event e
                                    where e.licence = l.id and e.seq = 1 and e.kind = 'ISSUED')
                """);
        HALF_DONE.put("a number missing, given twice, or counted and not given", """
                select c.series || ' ' || c.region_code from licensing.number_counter c
                 where c.last_no <> (select count(distinct n.running_no)
                                       from (select regime as series, region_code, year, running_no from licensing.licence
                                              union all
                                             select series, region_code, year, running_no from licensing.licence_letter) n
                                      where n.series = c.series and n.region_code = c.region_code and n.year = c.year
                                        and n.running_no between 1 and c.last_no)
                union all
                select number from licensing.licence group by number having count(*) > 1
                """);
        HALF_DONE.put("a receipt number missing", """
                select c.region_code from licensing.receipt_counter c
                 where c.last <> (select count(*) from licensing.application a
                                   where a.region_code = c.region_code
                                     and extract(year from a.created_at at time zone 'Asia/Jakarta') = c.year)
                """);
        HALF_DONE.put("an application handed in without enterprise, owner or record", """
                select a.id from licensing.application a
                 where (a.submitted_at is not null) <> (a.enterprise is not null)
                    or a.enterprise is not null
                       and not exists (select 1 from registry.enterprise e
                                         join registry.record_of_enterprise r on r.enterprise = e.id
                                         join registry.source_record s on s.id = r.source_record
                                        where e.id = a.enterprise)
                """);
        HALF_DONE.put("a case whose state is not that of its last event", """
                select a.id from licensing.application a
                 where a.state <> coalesce((select e.to_state from licensing.application_event e
                                             where e.application = a.id order by e.at desc, e.id desc limit 1), 'DRAFT')
                """);
        HALF_DONE.put("two current papers of a kind, or a row of a paper of no bytes", """
                select application from licensing.attachment
                 where replaced_at is null group by application, kind having count(*) > 1
                union all
                select id from licensing.attachment where bytes <= 0
                """);
        HALF_DONE.put("a repeated thing: one person with two applications", """
                select min(business_name) from licensing.application group by business_name having count(*) > 1
                 and business_name like 'Warung Uji%'
                """);
        HALF_DONE.put("an answer kept without its content", """
                select key from api.answer where status is null or headers is null or body is null
                """);
        HALF_DONE.put("a message to a subscriber missing or too many", """
                select s.id::text from api.subscription s
                 where (select count(*) from api.delivery d where d.subscription = s.id)
                       <> (select count(*) from licensing.licence_event)
                union all
                select e.id::text from licensing.licence_event e
                 where not exists (select 1 from api.delivery d
                                    where d.body::jsonb -> 'data' ->> 'id' = e.licence::text
                                      and d.body::jsonb -> 'data' ->> 'kind'
                                          = case e.kind when 'SHEET_REPLACED' then 'replaced' else lower(e.kind) end)
                """);
        HALF_DONE.put("an event between modules that was not delivered", """
                select id from platform.event_publication
                """);
        HALF_DONE.put("a change without its entry in the audit", """
                select c.what || ' ' || c.id from (
                    select 'licensing.application' as what, id, id as subject from licensing.application
                     union all
                    select 'licensing.attachment', id, application from licensing.attachment
                     union all
                    select 'licensing.application_event', id, application from licensing.application_event
                     union all
                    select 'licensing.licence', id, id from licensing.licence
                     union all
                    select 'licensing.licence_sheet', id, licence from licensing.licence_sheet
                     union all
                    select 'licensing.licence_event', id, licence from licensing.licence_event) c
                 where not exists (select 1 from identity.audit_entry x
                                    where x.subject = c.subject and x.action = 'INSERT' and x.record = c.what
                                      and c.id::text = any (x.keys))
                """);
        HALF_DONE.put("an entry in the audit of something that is not there", """
                select x.record || ' ' || x.keys[1] from identity.audit_entry x
                 where x.action = 'INSERT' and x.record in ('licensing.application', 'licensing.licence')
                   and not exists (select 1 from licensing.application a where a.id::text = x.keys[1])
                   and not exists (select 1 from licensing.licence l where l.id::text = x.keys[1])
                """);
    }

    private static final String DOCUMENTS = """
            select document from licensing.attachment
             union
            select pdf_document from licensing.licence_sheet
             where pdf_document <> repeat('0', 64) -- printed later, from what is frozen
             union
            select pdf_document from licensing.licence_letter
            """;

    private final Path home;
    private final List<Staff.Hands> hands;
    private final List<String> lost = new ArrayList<>();
    private final List<String> halfDone = new ArrayList<>();
    private int kept;
    private int repeated;

    Ledger(Path home, List<Staff.Hands> hands) {
        this.home = home;
        this.hands = List.copyOf(hands);
    }

    List<String> lost() {
        return List.copyOf(lost);
    }

    List<String> halfDone() {
        return List.copyOf(halfDone);
    }

    /** Promises looked for and found. */
    int kept() {
        return kept;
    }

    /** Answered requests that were sent once more and got the same answer. */
    int repeated() {
        return repeated;
    }

    /** Every request that changed something, once more: the same answer, and not a second thing. */
    void repeat(Caller caller, List<Answered> answered) throws IOException, InterruptedException {
        for (Answered one : answered) {
            Answer again = caller.send(one.request());
            if (again.status() != one.status() || !again.hash().equals(one.hash()) || !again.replayed()) {
                lost.add("the answer to " + one.request() + ": was " + one.status() + ", is now " + again.status()
                        + (again.replayed() ? ", replayed" : ", done anew"));
            } else {
                repeated++;
            }
        }
    }

    void check(Caller caller, int client, List<Promise> promises) throws IOException, InterruptedException {
        Staff.Hands own = hands.get(client);
        Map<String, Answer> seen = new LinkedHashMap<>();
        for (Promise promise : promises) {
            String missing = missing(caller, own, promise, seen);
            if (missing == null) {
                kept++;
            } else {
                lost.add(promise + ": " + missing);
            }
        }
    }

    private static @org.jspecify.annotations.Nullable String missing(
            Caller caller, Staff.Hands own, Promise promise, Map<String, Answer> seen)
            throws IOException, InterruptedException {
        return switch (promise) {
            case Promise.Begun(String application) -> {
                Answer answer = read(caller, seen, own.officer(), "/applications/" + application);
                yield answer.isWell() ? null : "status " + answer.status();
            }
            case Promise.Kept(String application, String address) -> {
                Answer answer = read(caller, seen, own.officer(), "/applications/" + application + "/answers");
                yield answer.text().contains(address) ? null : "the answers are other ones, status " + answer.status();
            }
            case Promise.Attached(String application, String paper, String hash) -> {
                Answer answer = read(caller, seen, own.officer(), "/applications/" + application + "/papers/" + paper);
                yield answer.isWell() && (hash.isEmpty() || hash.equals(answer.hash()))
                        ? null
                        : "status " + answer.status() + ", bytes " + answer.body().length;
            }
            case Promise.Reached(String application, String state) -> {
                Answer answer = read(caller, seen, own.officer(), "/applications/" + application);
                String now = answer.isWell() ? answer.first("state") : "none";
                yield STATES.indexOf(now) >= STATES.indexOf(state) ? null : "its state is " + now;
            }
            case Promise.Issued(String application, String licence, String number) -> {
                Answer answer = read(caller, seen, own.camat(), "/licences/" + licence);
                yield answer.isWell() && number.equals(answer.first("number")) ? null : "status " + answer.status();
            }
            case Promise.Sheet(String licence, int number, String hash) -> {
                Answer answer = read(caller, seen, own.camat(), "/licences/" + licence + "/sheet?number=" + number);
                yield answer.isWell()
                                && hash.equals(answer.hash())
                                && answer.text().startsWith("%PDF-")
                        ? null
                        : "status " + answer.status() + ", other bytes";
            }
            case Promise.Happened(String licence, String what, int times) -> {
                Answer answer = read(caller, seen, own.camat(), "/licences/" + licence);
                String history = answer.text().replaceFirst("(?s)^.*\"history\":", "");
                int found = history.split("\"" + what + "\"", -1).length - 1;
                yield found == times ? null : "found " + found + " times";
            }
        };
    }

    private static Answer read(Caller caller, Map<String, Answer> seen, String token, String path)
            throws IOException, InterruptedException {
        Answer known = seen.get(path);
        if (known != null) {
            return known;
        }
        Answer answer = caller.send(Request.get(token, path));
        for (int i = 0; i < 100 && answer.isUncertain(); i++) {
            Thread.sleep(answer.status() == 429 ? 1_000 : 100);
            answer = caller.send(Request.get(token, path));
        }
        seen.put(path, answer);
        return answer;
    }

    /** What the database itself says; and every document that it names must lie there. */
    void search(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (Map.Entry<String, String> question : HALF_DONE.entrySet()) {
                try (ResultSet row = statement.executeQuery(question.getValue())) {
                    while (row.next()) {
                        halfDone.add(question.getKey() + ": " + row.getString(1));
                    }
                }
            }
            try (ResultSet row = statement.executeQuery(DOCUMENTS)) {
                while (row.next()) {
                    String id = row.getString(1);
                    Path file = home.resolve("documents")
                            .resolve(id.substring(0, 2))
                            .resolve(id.substring(2, 4))
                            .resolve(id);
                    if (!Files.isRegularFile(file)) {
                        halfDone.add("a row of a document without its bytes: " + id);
                    }
                }
            }
        }
    }

    /** How many of the promises there are in the audit, whole: the command that an administrator would use. */
    void verifyAudit(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            halfDone.add("the audit: " + said.strip());
        }
    }
}
