package id.lumbung.privacy.breach;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose data an entry of the audit is about: owners of the enterprise, who applied, who holds the licence, who asked. */
final class TouchedPersons {
    private static final Pattern EXPORT = Pattern.compile("export:\\S+ (\\d{4}-\\d{2}-\\d{2})/(\\d{4}-\\d{2}-\\d{2})");
    private static final String PERSON = """
            select 'person:' || p.id as key, p.name, p.home_address, p.home_region_code,
                   coalesce((select string_agg(distinct e.number, ' ' order by e.number)
                               from registry.pub_ownership o
                               join registry.pub_enterprise e on e.id = o.enterprise
                              where o.person = p.id), '') as numbers
              from registry.pub_person p
            """;
    private static final String OF_PERSON = PERSON + " where p.id = :id";
    private static final String OF_ENTERPRISE = PERSON + """
             where p.id in (select o.person from registry.pub_ownership o
                            where o.enterprise = any (registry.pub_parts_of(:id)))
             order by p.id
            """;
    private static final String OF_APPLICATION = PERSON + """
             where p.id in (select o.person from licensing.pub_application a
                              join registry.pub_ownership o on o.enterprise = a.enterprise where a.id = :id)
             order by p.id
            """;
    /** Not in the register yet: only what stands on the case. */
    private static final String APPLICANT = """
            select 'application:' || a.id as key, a.owner_name as name, null as home_address, null as home_region_code,
                   a.receipt as numbers
              from licensing.pub_application a
             where a.id = :id
            """;

    private static final String OF_LICENCE = PERSON + """
             where p.id in (select o.person from licensing.pub_licence l
                              join registry.pub_ownership o on o.enterprise = l.enterprise where l.id = :id)
             order by p.id
            """;
    private static final String OF_REQUEST = PERSON + """
             where p.id = (select r.person from privacy.request r where r.id = :id)
            """;
    private static final String ASKER = """
            select 'request:' || r.id as key, r.name, null as home_address, null as home_region_code, r.number as numbers
              from privacy.request r
             where r.id = :id
            """;
    private static final String IN_REGISTER_BOOK = PERSON + """
             where p.id in (select o.person from licensing.pub_licence l
                              join registry.pub_ownership o on o.enterprise = l.enterprise
                             where l.region_code = :region and l.issued_on between :from and :to)
             order by p.id
            """;

    private final JdbcClient database;
    private final Map<String, List<TouchedPerson>> known = new HashMap<>();

    TouchedPersons(JdbcClient database) {
        this.database = database;
    }

    /** Everybody whom the entry is about; nobody when it cannot be told from it. */
    List<TouchedPerson> of(Touch touch) {
        Map<String, TouchedPerson> found = new LinkedHashMap<>();
        UUID subject = touch.subject();
        String kind = touch.subjectKind();
        if (kind != null && kind.equals("register-book")) {
            book(touch).forEach(one -> found.put(one.key(), one));
        } else if (kind != null && subject != null) {
            of(kind, subject).forEach(one -> found.put(one.key(), one));
        } else {
            String named = ofRecord(touch.record());
            if (named != null) {
                touch.keys().stream()
                        .filter(key -> key.matches("[0-9a-f-]{36}"))
                        .forEach(key -> of(named, UUID.fromString(key)).forEach(one -> found.put(one.key(), one)));
            }
        }
        return List.copyOf(found.values());
    }

    /** What the key of a row of this table is of, when it is of somebody. */
    private static @Nullable String ofRecord(String record) {
        return switch (record) {
            case "registry.person" -> "person";
            case "registry.enterprise" -> "enterprise";
            case "licensing.application" -> "application";
            case "licensing.licence" -> "licence";
            case "privacy.request", "privacy.answer" -> "request";
            default -> null;
        };
    }

    private List<TouchedPerson> of(String kind, UUID id) {
        return known.computeIfAbsent(kind + ":" + id, unknown -> switch (kind) {
            case "person" -> ask(OF_PERSON, id);
            case "enterprise" -> ask(OF_ENTERPRISE, id);
            case "application" -> or(ask(OF_APPLICATION, id), APPLICANT, id);
            case "licence" -> ask(OF_LICENCE, id);
            case "request" -> or(ask(OF_REQUEST, id), ASKER, id);
            default -> List.of();
        });
    }

    private List<TouchedPerson> or(List<TouchedPerson> found, String otherwise, UUID id) {
        return found.isEmpty() ? ask(otherwise, id) : found;
    }

    private List<TouchedPerson> ask(String sql, UUID id) {
        return database.sql(sql).param("id", id).query(TouchedPersons::person).list();
    }

    private List<TouchedPerson> book(Touch touch) {
        Matcher period = EXPORT.matcher(String.valueOf(touch.what()));
        return period.matches()
                ? database.sql(IN_REGISTER_BOOK)
                        .param("region", touch.regionCode())
                        .param("from", LocalDate.parse(period.group(1)))
                        .param("to", LocalDate.parse(period.group(2)))
                        .query(TouchedPersons::person)
                        .list()
                : List.of();
    }

    private static TouchedPerson person(ResultSet row, int number) throws SQLException {
        return new TouchedPerson(
                row.getString("key"),
                row.getString("name"),
                row.getString("home_address"),
                row.getString("home_region_code"),
                row.getString("numbers"));
    }
}
