package id.lumbung.identity.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the whole chain once, row by row, and does all sums anew. Reads only; needs the rights of the owner, since
 * row-level security would hide entries.
 */
final class AuditVerification {
    private static final long AN_HOUR = 3_600_000_000L;
    private static final String CHAIN = """
            select l.seq, l.entry, l.prev, l.hash as link_hash, (extract(epoch from l.sealed_at) * 1000000)::bigint as sealed,
                   e.entry as found, (extract(epoch from e.at) * 1000000)::bigint as at, e.actor::text as actor, e.address,
                   e.session, e.door, e.action, e.record, e.keys::text as keys, e.rows::text as rows, e.columns, e.subject_kind,
                   e.subject::text as subject, e.what, e.purpose, e.region_code, e.hash
              from identity.audit_link l
              left join identity.audit_entry e on e.entry = l.entry
             order by l.seq
            """;
    private static final String OUTSIDE = """
            select e.entry, p.entry is not null as waits
              from identity.audit_entry e
              left join identity.audit_link l on l.entry = e.entry
              left join identity.audit_pending p on p.entry = e.entry
             where l.entry is null
             order by e.entry
            """;
    private static final String LOST = """
            select p.entry
              from identity.audit_pending p
              left join identity.audit_entry e on e.entry = p.entry
             where e.entry is null
             order by p.entry
            """;
    private static final String OPEN = """
            select c.oid::regclass::text as name
              from pg_class c
             where c.oid in ('identity.audit_entry'::regclass, 'identity.audit_link'::regclass, 'identity.audit_head'::regclass,
                             'identity.reading'::regclass)
               and not exists (select 1 from pg_trigger t
                                where t.tgrelid = c.oid and t.tgenabled in ('O', 'A') and t.tgname like '%is_append_only')
             order by 1
            """;

    private final Connection connection;
    private final Consumer<String> findings;
    private final TreeMap<Long, List<AuditHead>> heads = new TreeMap<>();
    private long links;
    private long waiting;
    private long problems;

    private AuditVerification(Connection connection, Iterable<AuditHead> heads, Consumer<String> findings) {
        this.connection = connection;
        this.findings = findings;
        heads.forEach(head -> this.heads
                .computeIfAbsent(head.seq(), unknown -> new ArrayList<>())
                .add(head));
    }

    /**
     * What came out.
     *
     * @param links how many links were checked
     * @param waiting entries too young to have a link
     * @param problems how many findings
     */
    record Result(long links, long waiting, long problems) {}

    /** Tells each finding as a sentence; the connection must not be in the middle of something. */
    static Result run(Connection connection, Iterable<AuditHead> heads, Consumer<String> findings) throws SQLException {
        boolean auto = connection.getAutoCommit();
        connection.setAutoCommit(false); // else the driver would fetch the whole chain at once
        AuditVerification verification = new AuditVerification(connection, heads, findings);
        verification.chain();
        verification.outside();
        verification.watch();
        if (auto) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return new Result(verification.links, verification.waiting, verification.problems);
    }

    private void chain() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CHAIN)) {
            statement.setFetchSize(2_000);
            try (ResultSet row = statement.executeQuery()) {
                byte[] before = AuditHash.BEGINNING;
                long last = 0;
                long sealedBefore = 0;
                while (row.next()) {
                    links++;
                    long seq = row.getLong("seq");
                    if (seq != last + 1) {
                        find("Links %d to %d are missing from the chain.", last + 1, seq - 1);
                    } else if (!Arrays.equals(row.getBytes("prev"), before)) {
                        find("Link %d does not follow link %d: one of them was altered or moved.", seq, last);
                    }
                    link(row, seq, sealedBefore);
                    before = row.getBytes("link_hash");
                    heads(seq, HexFormat.of().formatHex(before));
                    last = seq;
                    sealedBefore = row.getLong("sealed");
                }
                for (AuditHead head : heads.tailMap(last, false).values().stream()
                        .flatMap(List::stream)
                        .toList()) {
                    find(
                            "The head published for %s is link %d, but the chain ends at link %d: its tail was cut off.",
                            head.day(), head.seq(), last);
                }
            }
        }
    }

    private void link(ResultSet row, long seq, long sealedBefore) throws SQLException {
        long entry = row.getLong("entry");
        long sealed = row.getLong("sealed");
        byte[] entryHash = row.getBytes("hash");
        if (row.getObject("found") == null || entryHash == null) {
            find("Entry %d (link %d) is missing: it was deleted.", entry, seq);
            return;
        }
        if (!Arrays.equals(entryHash, sumOf(row))) {
            find("Entry %d (link %d) was altered: its content does not match its hash.", entry, seq);
        }
        byte[] sum = AuditHash.ofLink(row.getBytes("prev"), seq, entry, sealed, entryHash);
        if (!Arrays.equals(sum, row.getBytes("link_hash"))) {
            find("Link %d does not match its entry %d: one of them was altered, exchanged or re-ordered.", seq, entry);
        }
        if (row.getLong("at") < sealedBefore - AN_HOUR) {
            find(
                    "Entry %d (link %d) claims a time more than an hour before the link ahead of it was made: it was put in later.",
                    entry, seq);
        }
    }

    private static byte[] sumOf(ResultSet row) throws SQLException {
        @Nullable String[] parts = new @Nullable String[16];
        String[] names = {
            "found",
            "at",
            "actor",
            "address",
            "session",
            "door",
            "action",
            "record",
            "keys",
            "rows",
            "columns",
            "subject_kind",
            "subject",
            "what",
            "purpose",
            "region_code"
        };
        for (int i = 0; i < names.length; i++) {
            parts[i] = row.getString(names[i]);
        }
        return AuditHash.ofEntry(parts);
    }

    private void heads(long seq, String hash) {
        for (AuditHead head : heads.getOrDefault(seq, List.of())) {
            if (!head.hash().equals(hash)) {
                find(
                        "The head published for %s does not match link %d: entries up to there were rewritten afterwards.",
                        head.day(), seq);
            }
        }
    }

    private void outside() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OUTSIDE)) {
            statement.setFetchSize(2_000);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    if (row.getBoolean("waits")) {
                        waiting++;
                    } else {
                        find(
                                "Entry %d stands outside the chain: it was inserted, or its link was removed.",
                                row.getLong(1));
                    }
                }
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LOST)) {
            while (row.next()) {
                find("Entry %d is missing: it was deleted before it had a link.", row.getLong(1));
            }
        }
    }

    private void watch() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("select name from identity.audit_unwatched order by name")) {
                while (row.next()) {
                    find(
                            "Table %s is not watched: a trigger of the audit is missing or switched off.",
                            row.getString(1));
                }
            }
            try (ResultSet row = statement.executeQuery(OPEN)) {
                while (row.next()) {
                    find(
                            "Table %s can be changed: its append-only trigger is missing or switched off.",
                            row.getString(1));
                }
            }
        }
    }

    private void find(String sentence, Object... arguments) {
        problems++;
        if (problems <= 200) {
            findings.accept(String.format(java.util.Locale.ROOT, sentence, arguments));
        } else if (problems == 201) {
            findings.accept("There are more findings; they are counted, not told.");
        }
    }
}
