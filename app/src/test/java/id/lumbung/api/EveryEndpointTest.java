package id.lumbung.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.LumbungTest;
import id.lumbung.api.access.Tokens;
import id.lumbung.browser.Office;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.NewGrant;
import id.lumbung.identity.Permission;
import id.lumbung.identity.Role;
import id.lumbung.identity.TestActors;
import id.lumbung.intake.desk.ImportDesk;
import id.lumbung.licensing.application.Answers;
import id.lumbung.licensing.application.Applications;
import id.lumbung.licensing.application.Question;
import id.lumbung.licensing.licence.LicenceId;
import id.lumbung.licensing.licence.LicenceWork;
import id.lumbung.privacy.consent.ConsentDesk;
import id.lumbung.privacy.request.RequestDesk;
import id.lumbung.privacy.retention.HoldDesk;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.Registry;
import id.lumbung.security.Ground;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Every operation of the OpenAPI document, tried by every role from outside with the identifiers of one kecamatan in the
 * address, in the query and in the body. The operations come from the document: a new one is tried from the day it is
 * written, and a variable, a parameter or a field that is new fails this test until it is told what to put there.
 */
@LumbungTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryEndpointTest {
    private static final String HERE = "35.07.13";
    private static final String VILLAGE_HERE = "35.07.13.2012";
    private static final String ELSEWHERE = "35.07.14";
    private static final String ANOTHER_REGENCY = "35.73";
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final AtomicInteger SERIAL = new AtomicInteger(7000);

    /** The same for everybody. */
    private static final Set<String> OPEN_TO_ALL = Set.of("regions", "activities");

    private static final String GARBAGE = "lmb_" + "A".repeat(43) + "00000000";

    @Autowired
    private ApiClient api;

    @Autowired
    private TestActors people;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Office office;

    @Autowired
    private Registry registry;

    @Autowired
    private Applications applications;

    @Autowired
    private LicenceWork afterwards;

    @Autowired
    private RequestDesk requests;

    @Autowired
    private ConsentDesk consents;

    @Autowired
    private ImportDesk imports;

    @Autowired
    private HoldDesk holds;

    @Autowired
    private Ground ground;

    /** By group and variable, as {@code licences id}. */
    private final Map<String, List<String>> known = new HashMap<>();

    private final List<String> secrets = new ArrayList<>();
    private Office.Person officer;
    private Office.Person camat;
    private UUID victim;
    private String number = "";
    private String receipt = "";

    private record Caller(String name, @Nullable String token, boolean looksAfterTheWhole) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    void an_office_with_everything_in_it() {
        officer = office.officer();
        camat = office.camat();
        victim = people.kecamatanOfficer(HERE).account();
        Answers answers = Office.answers("Wagiyem Sekarwangi Rahasia", "Jenang Apel Kranggan Rahasia")
                .with(Question.ADDRESS, "Gang Rahasia 71")
                .with(Question.HOME_ADDRESS, "Gang Rahasia 71");
        UUID draft = CurrentActor.runAs(officer.actor(), () -> applications.begin(HERE, "IUMK", answers));
        UUID handedIn = office.handedIn(officer, answers.with(Question.NIK, Office.nik()))
                .application();
        LicenceId licence = office.issued(officer, office.delegate(), camat, answers.with(Question.NIK, Office.nik()));
        CurrentActor.runAs(camat.actor(), () -> afterwards.warn(licence, "Uji teguran"));
        api.token(officer.actor());
        String webhook = api.post(
                        api.token(people.administrator()),
                        "/api/v1/webhooks",
                        Map.of("url", "https://93.184.216.34/" + SERIAL.incrementAndGet()))
                .is(201)
                .json()
                .get("id")
                .asString();
        String token = CurrentActor.runAs(
                officer.actor(), () -> tokens.own().getFirst().id().toString());
        String asked = CurrentActor.runAs(
                        officer.actor(),
                        () -> requests.receive(new RequestDesk.NewRequest(
                                HERE,
                                "CORRECTION",
                                answers.of(Question.NIK),
                                "Wagiyem Rahasia",
                                "Alamat Rahasia",
                                true)))
                .id()
                .toString();
        ground.asSuperuser(statement -> {
            try (ResultSet row = statement.executeQuery("""
                    select l.enterprise, l.number,
                           (select a.id from licensing.attachment a where a.application = '%s' limit 1) as attachment,
                           (select s.id from licensing.licence_letter s where s.licence = l.id limit 1) as letter,
                           (select a.receipt from licensing.application a where a.id = '%s') as receipt,
                           (select o.person from registry.ownership o where o.enterprise = l.enterprise limit 1) as person,
                           (select a.enterprise from licensing.application a where a.id = '%s') as same,
                           (select g.id from identity.role_grant g where g.account = '%s' limit 1) as "grant"
                      from licensing.licence l
                     where l.id = '%s'
                    """.formatted(handedIn, handedIn, handedIn, victim, licence))) {
                row.next();
                number = row.getString("number");
                receipt = row.getString("receipt");
                known.put("consents id", List.of(row.getString("person")));
                known.put("applications id", List.of(draft.toString(), handedIn.toString()));
                known.put("applications kind", List.of("KTP"));
                known.put("applications paper", List.of(row.getString("attachment")));
                known.put("applications action", List.of("submit", "verify", "return", "refuse", "issue", "withdraw"));
                known.put("licences id", List.of(licence.toString()));
                known.put("licences letter", List.of(row.getString("letter")));
                known.put("enterprises id", List.of(row.getString("enterprise"), row.getString("same")));
                known.put("accounts id", List.of(victim.toString()));
                known.put("accounts grant", List.of(row.getString("grant")));
                known.put("tokens id", List.of(token));
                known.put("webhooks id", List.of(webhook));
                known.put("webhooks seq", List.of("1"));
                known.put("data-requests id", List.of(asked));
                known.put("regions code", List.of(HERE));
                known.put("activities version", List.of("2025"));
                known.put("activities code", List.of("10794"));
            }
        });
        List<String> one = known.getOrDefault("enterprises id", List.of());
        CurrentActor.runAs(
                people.dinasOfficer(),
                () -> registry.merge(
                        EnterpriseId.of(one.getFirst()), EnterpriseId.of(one.getLast()), "Pemilik dan tempatnya sama"));
        known.put(
                "lists id",
                List.of(CurrentActor.runAs(officer.actor(), this::list).toString()));
        known.put(
                "lists file",
                List.of(CurrentActor.runAs(officer.actor(), () -> imports.announce("Rahasia.csv", 3, HERE))
                        .toString()));
        known.put("lists seq", List.of("0"));
        known.put(
                "holds id",
                List.of(CurrentActor.runAs(
                                people.dataProtectionOfficer(),
                                () -> holds.place(new HoldDesk.NewHold(
                                        "APPLICATION", receipt, "Sengketa Rahasia, surat PN 14/2026")))
                        .toString()));
        CurrentActor.runAs(
                officer.actor(),
                () -> consents.record(
                        UUID.fromString(known.get("consents id").getFirst()),
                        new ConsentDesk.NewStatement("TRAINING", true, "SPOKEN", null, null)));
        secrets.addAll(List.of("Rahasia", number, answers.of(Question.NIK)));
    }

    /** A list of that kecamatan. */
    private UUID list() {
        byte[] text = ("Nama Pemilik;Nama Usaha;Kecamatan\nWagiyem Rahasia;Jenang Rahasia " + UUID.randomUUID()
                        + ";Kepanjen\n")
                .getBytes(StandardCharsets.UTF_8);
        try {
            return imports.receive("Rahasia.csv", text.length, new ByteArrayInputStream(text), HERE);
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }

    @Test
    void nobody_from_outside_sees_or_changes_anything_of_a_kecamatan_by_any_operation() {
        String before = ground.contentOf(HERE, victim);
        List<String> open = new ArrayList<>();
        int tried = 0;

        for (Caller caller : outsiders()) {
            for (ApiDocument.Operation operation : api.document().operations()) {
                if (mayByOffice(caller, operation)) {
                    continue;
                }
                for (String path : paths(operation, known)) {
                    ApiClient.Answer answer = ask(caller.token(), operation, path, HERE);
                    tried++;
                    if (answer.status() >= 500) {
                        open.add(caller + " breaks " + operation.id() + ": " + answer.status());
                    }
                    if (namesSomething(operation) && !isRefusal(answer)) {
                        open.add(caller + " gets " + answer.status() + " from " + operation.id() + " " + path + " "
                                + answer.text());
                    }
                    for (String secret : secrets) {
                        if (answer.text().contains(secret)) {
                            open.add(caller + " reads " + secret + " by " + operation.id());
                        }
                    }
                }
            }
        }

        assertThat(open).isEmpty();
        assertThat(ground.contentOf(HERE, victim)).isEqualTo(before);
        System.out.printf(
                "every endpoint: %d requests to %d operations%n",
                tried, api.document().operations().size());
        assertThat(tried).isGreaterThan(api.document().operations().size() * 10);
    }

    /** Else the others would say nothing. Comes last, since it does change everything. */
    @Test
    @Order(Integer.MAX_VALUE)
    void the_same_requests_reach_their_aim_for_the_people_of_the_kecamatan() {
        List<Actor> insiders = List.of(
                officer.actor(),
                camat.actor(),
                people.camatDelegate(HERE),
                people.dinasOfficer(),
                people.with("Pejabat PDP", "PPDP", NewGrant.of(Role.DATA_PROTECTION_OFFICER, "35.07")),
                people.administrator());
        List<String> held = insiders.stream().map(api::token).toList();
        Set<String> never = new TreeSet<>();

        List<ApiDocument.Operation> takingAwayLast = api.document().operations().stream()
                .sorted(Comparator.comparing(operation -> operation.method().equals("DELETE")))
                .toList();
        for (ApiDocument.Operation operation : takingAwayLast) {
            if (operation.open()) {
                continue;
            }
            boolean reached = held.stream()
                    .anyMatch(token -> paths(operation, known).stream()
                            .anyMatch(path -> !isRefusal(ask(token, operation, path, HERE))));
            if (!reached) {
                never.add(operation.id());
            }
        }

        // nothing was ever sent to the webhook
        assertThat(never).isSubsetOf("sendAgain");
    }

    /** What one may do at home is not done to a neighbour by naming him in the body. */
    @Test
    void a_body_that_names_another_kecamatan_takes_nothing_there() {
        Answers own = Office.answers("Sumarni", "Pecel Pagak")
                .with(Question.VILLAGE, "35.07.01.2003")
                .with(Question.HOME_REGION_CODE, "35.07.01.2003");
        String kecamatan = "35.07.01";
        Office.Person neighbour = new Office.Person("-", people.kecamatanOfficer(kecamatan));
        Actor head = people.camat(kecamatan);
        UUID draft = CurrentActor.runAs(neighbour.actor(), () -> applications.begin(kecamatan, "IUMK", own));
        Map<String, List<String>> ours = new HashMap<>(known);
        ours.put("applications id", List.of(draft.toString()));
        ours.put(
                "accounts id",
                List.of(people.kecamatanOfficer(kecamatan).account().toString()));
        String before = ground.contentOf(HERE, victim);
        List<String> broken = new ArrayList<>();

        for (Actor actor : List.of(neighbour.actor(), head, people.administrator(kecamatan))) {
            for (ApiDocument.Operation operation : api.document().operations()) {
                if (!operation.node().has("requestBody")) {
                    continue;
                }
                for (String path : paths(operation, ours)) {
                    ApiClient.Answer answer = ask(api.token(actor), operation, path, HERE);
                    withoutTokens(actor);
                    if (answer.status() >= 500 || answer.text().contains("Rahasia")) {
                        broken.add(operation.id() + " " + path + ": " + answer.status());
                    }
                }
            }
        }

        assertThat(broken).isEmpty();
        assertThat(ground.contentOf(HERE, victim)).isEqualTo(before);
    }

    @Test
    void a_field_that_a_body_does_not_have_is_refused_and_changes_nothing() {
        Actor everything = whoMayEverything();
        String before = ground.contentOf(HERE, victim);
        List<String> taken = new ArrayList<>();

        for (ApiDocument.Operation operation : api.document().operations()) {
            JsonNode schema = operation.node().at("/requestBody/content/application~1json/schema");
            if (schema.isMissingNode() || operation.open()) {
                continue;
            }
            String token = api.token(everything);
            for (String field : List.of(
                    "id",
                    "version",
                    "region_code",
                    "enteredBy",
                    "issuedOn",
                    "grants",
                    "isAdmin",
                    "__proto__",
                    "class.module")) {
                Map<String, @Nullable Object> body = object(schema, HERE);
                if (body.putIfAbsent(field, "1") == null) {
                    ApiClient.Answer answer = api.call(
                            token, operation.method(), paths(operation, known).getFirst(), body, "If-Match", "*");
                    if (answer.status() != 400 && answer.status() != 422) {
                        taken.add(operation.id() + " with " + field + ": " + answer.status());
                    }
                }
            }
            withoutTokens(everything);
        }

        assertThat(taken).isEmpty();
        assertThat(ground.contentOf(HERE, victim)).isEqualTo(before);
    }

    @Test
    void a_token_with_every_permission_but_the_one_needed_opens_nothing() {
        Actor everything = whoMayEverything();
        String before = ground.contentOf(HERE, victim);
        List<String> open = new ArrayList<>();

        for (ApiDocument.Operation operation : api.document().operations()) {
            Set<String> needed = new TreeSet<>();
            operation.node().path("x-lumbung-scopes").forEach(scope -> needed.add(scope.asString()));
            if (needed.isEmpty()) {
                continue;
            }
            Permission[] others = Arrays.stream(Permission.values())
                    .filter(permission -> !needed.contains(permission.name()))
                    .filter(Tokens.grantable(everything)::contains)
                    .toArray(Permission[]::new);
            String token = api.token(everything, others);
            for (String path : paths(operation, known)) {
                ApiClient.Answer answer = ask(token, operation, path, HERE);
                if (answer.status() != 403) {
                    open.add(operation.id() + " " + path + ": " + answer.status());
                }
            }
            withoutTokens(everything);
        }

        assertThat(open).isEmpty();
        assertThat(ground.contentOf(HERE, victim)).isEqualTo(before);
    }

    private Actor whoMayEverything() {
        return people.with(
                "Serba Bisa",
                "Uji",
                NewGrant.of(Role.ADMINISTRATOR, "35.07"),
                NewGrant.of(Role.DATA_PROTECTION_OFFICER, "35.07"),
                NewGrant.of(Role.DINAS_OFFICER, "35.07"),
                NewGrant.of(Role.KECAMATAN_OFFICER, HERE),
                NewGrant.of(Role.CAMAT, HERE));
    }

    private List<Caller> outsiders() {
        List<Caller> outsiders = new ArrayList<>(
                List.of(new Caller("the public", null, false), new Caller("a token made up", GARBAGE, false)));
        for (Role role : Role.values()) {
            boolean kecamatan = role == Role.KECAMATAN_OFFICER || role == Role.CAMAT || role == Role.CAMAT_DELEGATE;
            String territory = kecamatan ? ELSEWHERE : ANOTHER_REGENCY;
            Actor actor = people.with(
                    "Orang Luar",
                    "Staf",
                    role == Role.CAMAT_DELEGATE
                            ? NewGrant.delegate(territory, "Keputusan Camat 1/2026")
                            : NewGrant.of(role, territory));
            outsiders.add(new Caller(role + " of " + territory, api.token(actor), role == Role.ADMINISTRATOR));
        }
        outsiders.add(new Caller("administrator of " + ELSEWHERE, api.token(people.administrator(ELSEWHERE)), false));
        return outsiders;
    }

    /** An administrator of a regency looks after what is one for the whole installation. */
    private static boolean mayByOffice(Caller caller, ApiDocument.Operation operation) {
        return caller.looksAfterTheWhole() && group(operation).equals("webhooks");
    }

    private static boolean namesSomething(ApiDocument.Operation operation) {
        return operation.path().contains("{") && !OPEN_TO_ALL.contains(group(operation));
    }

    private static String group(ApiDocument.Operation operation) {
        return operation.path().split("/")[3];
    }

    /** Told apart from "there is none" by nothing; who tries without end is refused before anything is looked up. */
    private static boolean isRefusal(ApiClient.Answer answer) {
        return switch (answer.status()) {
            case 401, 403, 404, 429 -> true;
            case 422 -> answer.code().endsWith("-unknown");
            default -> false;
        };
    }

    private static List<String> paths(ApiDocument.Operation operation, Map<String, List<String>> values) {
        List<String> paths = List.of(operation.path());
        Matcher variable = VARIABLE.matcher(operation.path());
        while (variable.find()) {
            String name = group(operation) + " " + variable.group(1);
            List<String> known = values.getOrDefault(name, List.of());
            assertThat(known)
                    .as("what to put for %s in %s: add it to this test", name, operation.path())
                    .isNotEmpty();
            String placed = variable.group();
            paths = paths.stream()
                    .flatMap(path -> known.stream().map(value -> path.replace(placed, value)))
                    .toList();
        }
        return paths;
    }

    private ApiClient.Answer ask(
            @Nullable String token, ApiDocument.Operation operation, String path, String kecamatan) {
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.parameters("query")) {
            String name = parameter.get("name").asString();
            String value = switch (name) {
                case "q", "query" -> "Rahasia";
                case "kecamatan", "region", "within" -> kecamatan;
                case "from" -> "2026-01-01";
                case "to" -> "2026-12-31";
                case "limit" -> "200";
                case "number" -> "1";
                case "cursor", "ended", "state", "level", "version", "sector" -> null;
                default ->
                    throw new AssertionError("what to put for the parameter " + name + " of " + operation.id()
                            + ": add it to this test");
            };
            if (value != null) {
                query.add(name + "=" + value);
            }
        }
        String address = query.isEmpty() ? path : path + "?" + String.join("&", query);
        Object body = null;
        List<String> headers = new ArrayList<>();
        if (!operation.parameters("header").isEmpty()) {
            headers.addAll(List.of("If-Match", "*"));
        }
        JsonNode content = operation.node().at("/requestBody/content");
        if (content.has("application/json")) {
            body = object(content.get("application/json").get("schema"), kecamatan);
        } else if (content.has("image/jpeg")) {
            body = Office.picture(40, 40);
            headers.addAll(List.of("Content-Type", "image/jpeg"));
        } else if (content.has("application/octet-stream")) {
            body = new byte[] {'a', ';', 'b'};
            headers.addAll(List.of("Content-Type", "application/octet-stream"));
        }
        return api.call(token, operation.method(), address, body, headers.toArray(String[]::new));
    }

    /** A body that is right in itself, with the other kecamatan wherever a place is named. */
    private Map<String, @Nullable Object> object(JsonNode schema, String kecamatan) {
        JsonNode named = schema.has("$ref")
                ? api.document().root().at(schema.get("$ref").asString().substring(1))
                : schema;
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        named.get("properties").properties().forEach(property -> {
            JsonNode inner = reference(property.getValue());
            body.put(
                    property.getKey(),
                    inner == null ? value(property.getKey(), named, kecamatan) : object(inner, kecamatan));
        });
        return body;
    }

    private static @Nullable JsonNode reference(JsonNode schema) {
        if (schema.has("$ref")) {
            return schema;
        }
        for (String many : List.of("anyOf", "oneOf")) {
            for (JsonNode one : schema.path(many)) {
                if (one.has("$ref")) {
                    return one;
                }
            }
        }
        return null;
    }

    private @Nullable Object value(String field, JsonNode of, String kecamatan) {
        JsonNode fields = of.get("properties");
        return switch (field) {
            case "kecamatan", "territory", "region" -> kecamatan;
            case "village" -> VILLAGE_HERE;
            case "regime" -> "IUMK";
            case "answers" -> ApiJourneyTest.answers("Diambil Alih");
            case "reason", "note", "wish", "answer" -> "Alasan yang panjangnya cukup";
            case "holderName", "name", "fullName" -> "Diambil Alih";
            case "holderAddress", "address" -> "Jalan Luar 1";
            case "nik" -> Office.nik();
            case "phone" -> "0812 3456 7890";
            case "activity" -> "Membuat keripik";
            case "kbli" -> List.of("10794");
            case "postCode" -> "65163";
            case "premises" -> "OWN";
            case "capital", "value" -> 1_000_000;
            case "letter" -> "SKH/1/2026";
            case "ground" -> "HOLDER_REQUEST";
            case "field" -> "nik";
            case "purpose" -> fields.has("how") || fields.has("region") ? "TRAINING" : "VERIFY_IDENTITY";
            case "q" -> "Rahasia";
            case "number" -> number;
            case "code" -> "0000-0000-0000";
            case "kind" ->
                fields.has("evidence") ? "ANNUAL_SALES" : fields.has("reference") ? "APPLICATION" : "CORRECTION";
            case "reference" -> receipt;
            case "how" -> "SPOKEN";
            case "year" -> 2025;
            case "size" -> 3;
            case "sheet" -> 0;
            case "mode" -> "GOOD_ROWS";
            case "recipe" -> "Diambil Alih";
            case "columns" -> List.of(Map.of("field", "OWNER_NAME"));
            case "source", "evidence" -> "Uji";
            case "nib" -> "912000" + String.format("%07d", SERIAL.incrementAndGet());
            case "shared", "identitySeen", "given" -> true;
            case "signInName" -> "luar." + SERIAL.incrementAndGet();
            case "title", "rank" -> "Staf";
            case "nip" -> "198001012005011001";
            case "action" -> "TAKE";
            case "role" -> "KECAMATAN_OFFICER";
            case "url" -> "https://93.184.216.34/" + SERIAL.incrementAndGet();
            case "corrections",
                    "sectors",
                    "sizeClass",
                    "validOn",
                    "issuedOn",
                    "saidOn",
                    "request",
                    "from",
                    "to",
                    "legalBasis" -> null;
            default -> throw new AssertionError("what to put for the field " + field + ": add it to this test");
        };
    }

    private void withoutTokens(Actor actor) {
        CurrentActor.runAs(actor, () -> tokens.own().forEach(own -> tokens.revoke(own.id())));
    }
}
