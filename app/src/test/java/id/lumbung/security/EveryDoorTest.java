package id.lumbung.security;

import static id.lumbung.identity.TestActors.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import id.lumbung.LumbungTest;
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
import id.lumbung.matching.pair.MatchRoom;
import id.lumbung.matching.review.MatchDesk;
import id.lumbung.matching.review.Verdict;
import id.lumbung.privacy.consent.ConsentDesk;
import id.lumbung.privacy.request.RequestDesk;
import id.lumbung.privacy.retention.HoldDesk;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.Registry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route that the application has, tried by every role from outside, on the identifiers of one kecamatan. The routes
 * come from the application itself: a new one is tried from the day it is written, and a new kind of identifier fails
 * this test until it is told what to put there.
 */
@LumbungTest
class EveryDoorTest {
    private static final String HERE = "35.07.13";
    private static final String ELSEWHERE = "35.07.14";
    private static final String ANOTHER_REGENCY = "35.73";
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\*?\\w+)(?::((?:[^{}]|\\{[^{}]*})+))?}");

    /** What is the same for everybody, or opens by what one knows and not by who one is. */
    private static final Set<String> NOT_OF_A_TERRITORY = Set.of(
            "/acuan/kbli/{versi}/{kode}",
            "/acuan/sektor/{kode}",
            "/rezim/{*code}",
            "/rezim/ubah/{*code}",
            "/data-pribadi/retensi/{kelas}",
            "/atur/{token}");

    /** Names one's own session only; the handle of another's ends nothing, as the unchanged rows show. */
    private static final Set<String> OF_ONESELF =
            Set.of("/akun/saya/sesi/{handle}/akhiri", "/akun/saya/kunci/{key}/hapus");

    /** The same for everybody, and kept by browsers for a while. */
    private static final Set<String> SAME_FOR_ALL = Set.of("/c/keys.json", "/c/status.json", "/audit/kepala.json");

    private static final List<String> STEPS =
            List.of("submit", "verify", "return", "refuse", "issue", "withdraw", "resubmit");

    @Autowired
    private MockMvc browser;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private TestActors people;

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
    private HoldDesk holds;

    @Autowired
    private ImportDesk imports;

    @Autowired
    private Ground ground;

    @Autowired
    private MatchRoom room;

    @Autowired
    private MatchDesk matches;

    private final Map<String, List<String>> known = new TreeMap<>();
    private final List<String> secrets = new ArrayList<>();
    private UUID victim;

    /** One route and one way to ask for it. */
    private record Door(HttpMethod method, String pattern, List<String> parameters, boolean upload) {
        boolean namesSomething() {
            return pattern.contains("{") && !NOT_OF_A_TERRITORY.contains(pattern) && !OF_ONESELF.contains(pattern);
        }
    }

    private record Visitor(String name, @Nullable Actor actor) {
        @Override
        public String toString() {
            return name;
        }
    }

    private record Answer(int status, String location, String body) {}

    @BeforeEach
    void an_office_with_everything_in_it() {
        Office.Person officer = office.officer();
        victim = officer.actor().account();
        Answers answers = Office.answers("Wagiyem Sekarwangi Rahasia", "Jenang Apel Kranggan Rahasia")
                .with(Question.ADDRESS, "Gang Rahasia 71")
                .with(Question.HOME_ADDRESS, "Gang Rahasia 71");
        UUID draft = CurrentActor.runAs(officer.actor(), () -> applications.begin(HERE, "IUMK", answers));
        UUID handedIn = office.handedIn(
                        officer,
                        answers.with(Question.NIK, Office.nik()).with(Question.BUSINESS_NAME, "Jenang Rahasia Dua"))
                .application();
        Office.Person camat = office.camat();
        LicenceId licence = office.issued(officer, office.delegate(), camat, answers.with(Question.NIK, Office.nik()));
        CurrentActor.runAs(camat.actor(), () -> afterwards.warn(licence, "Uji teguran"));
        Map<String, String> ids = ids(licence, handedIn);
        CurrentActor.runAs(
                people.dinasOfficer(),
                () -> registry.merge(
                        EnterpriseId.of(ids.get("enterprise")),
                        EnterpriseId.of(ids.get("same")),
                        "Pemilik dan tempatnya sama"));

        RequestDesk.Received asked = CurrentActor.runAs(
                officer.actor(),
                () -> requests.receive(new RequestDesk.NewRequest(
                        HERE, "CORRECTION", answers.of(Question.NIK), "Wagiyem Rahasia", "Alamat Rahasia", true)));

        UUID hold = CurrentActor.runAs(
                people.dataProtectionOfficer(),
                () -> holds.place(
                        new HoldDesk.NewHold("APPLICATION", ids.get("receipt"), "Sengketa Rahasia, surat PN 14/2026")));
        CurrentActor.runAs(
                officer.actor(),
                () -> consents.record(
                        UUID.fromString(ids.get("person")),
                        new ConsentDesk.NewStatement("TRAINING", true, "SPOKEN", null, null)));

        UUID file = CurrentActor.runAs(officer.actor(), () -> imports.announce("daftar.csv", 10, HERE));
        known.put("{file}", List.of(file.toString()));
        known.put(
                "{list}",
                List.of(CurrentActor.runAs(officer.actor(), this::list).toString()));
        ofMatching(officer.actor());
        known.put("{seq}", List.of("0"));
        known.put("/data-pribadi {id}", List.of(asked.id().toString(), hold.toString()));
        known.put("{person}", List.of(ids.get("person")));
        known.put("{kelas}", List.of("DRAFT"));
        known.put("/permohonan {id}", List.of(draft.toString(), handedIn.toString()));
        known.put("/izin {id}", List.of(licence.toString()));
        known.put("/usaha {id}", List.of(ids.get("enterprise"), ids.get("same")));
        known.put("{attachment}", List.of(ids.get("attachment")));
        known.put("{letter}", List.of(ids.get("letter")));
        known.put("{unmergedId}", List.of(UUID.randomUUID().toString()));
        known.put("{kind}", List.of("KTP"));
        known.put("{path}", List.of("ubah", "ganti-lembar", "peringatan", "cabut", "pulihkan"));
        known.put("{account}", List.of(victim.toString()));
        known.put("{grant}", List.of(ids.get("grant")));
        known.put("{handle}", List.of("0123456789abcdef"));
        known.put("{token}", List.of("0123456789abcdef"));
        known.put("{versi}", List.of("2025"));
        known.put("/acuan/kbli {kode}", List.of("10794"));
        known.put("/acuan/sektor {kode}", List.of("kuliner-olahan"));
        known.put("{*code}", List.of("/IUMK"));
        known.put("{key}", List.of(UUID.randomUUID().toString()));
        known.put("/akun {id}", List.of(UUID.randomUUID().toString()));
        known.put("{seq}", List.of("1"));
        known.put("/webhook {id}", List.of(UUID.randomUUID().toString()));
        secrets.addAll(List.of("Rahasia", answers.of(Question.NIK), ids.get("number")));
    }

    /** Two rows of that list that may be one business, and what an officer judged of them. */
    private void ofMatching(Actor officer) {
        room.round();
        ground.asSuperuser(statement -> {
            try (ResultSet row = statement.executeQuery(
                    """
                    select p.id, p.a from matching.pair p
                      join matching.record r on r.id = p.a and r.list = '%s'
                      join matching.record o on o.id = p.b and o.list = r.list
                    """.formatted(known.getOrDefault("{list}", List.of()).getFirst()))) {
                row.next();
                known.put("/pencocokan {id}", List.of(row.getString("id"), row.getString("a")));
            }
        });
        String pair = known.getOrDefault("/pencocokan {id}", List.of()).getFirst();
        UUID act = CurrentActor.runAs(
                officer, () -> matches.judge(UUID.fromString(pair), Verdict.SAME, null, "Rahasia keduanya"));
        known.put("{act}", List.of(act.toString()));
    }

    /** A list of that kecamatan, in. */
    private UUID list() {
        String nik = Office.nik();
        byte[] text = ("Nama Pemilik;Nama Usaha;NIK;Kecamatan\nWagiyem Rahasia;Jenang Rahasia " + UUID.randomUUID()
                        + ";" + nik + ";Kepanjen\nWagiyem Rahasia;Jenang Rahasia dua;" + nik + ";Kepanjen\n")
                .getBytes(StandardCharsets.UTF_8);
        try {
            UUID list = imports.receive("daftar.csv", text.length, new ByteArrayInputStream(text), HERE);
            imports.check(list);
            imports.enter(list, true);
            return list;
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private Map<String, String> ids(LicenceId licence, UUID application) {
        Map<String, String> ids = new LinkedHashMap<>();
        ground.asSuperuser(statement -> {
            try (ResultSet row =
                    statement.executeQuery("""
                    select l.enterprise, l.number,
                           (select a.id from licensing.attachment a where a.application = '%s' limit 1) as attachment,
                           (select s.id from licensing.licence_letter s where s.licence = l.id limit 1) as letter,
                           (select a.receipt from licensing.application a where a.id = '%s') as receipt,
                           (select o.person from registry.ownership o where o.enterprise = l.enterprise limit 1) as person,
                           (select a.enterprise from licensing.application a where a.id = '%s') as same,
                           (select g.id from identity.role_grant g where g.account = '%s' limit 1) as "grant"
                      from licensing.licence l
                     where l.id = '%s'
                    """.formatted(application, application, application, victim, licence))) {
                row.next();
                for (String name :
                        List.of("enterprise", "same", "number", "attachment", "letter", "receipt", "person", "grant")) {
                    ids.put(name, row.getString(name));
                }
            }
        });
        return ids;
    }

    @Test
    void nobody_from_outside_sees_or_changes_anything_of_a_kecamatan_by_any_route() throws Exception {
        List<Door> doors = doors();
        String before = ground.contentOf(HERE, victim);
        List<String> open = new ArrayList<>();
        int tried = 0;

        for (Visitor visitor : outsiders()) {
            for (Door door : doors) {
                if (visitor.actor() != null && mayByOffice(visitor.actor(), door)) {
                    continue;
                }
                for (String path : paths(door.pattern())) {
                    for (Map<String, String> form : forms(door)) {
                        Answer answer = ask(door, path, form, visitor);
                        tried++;
                        if (answer.status() >= 500) {
                            open.add(visitor + " breaks " + door.method() + " " + path + ": " + answer.status());
                        }
                        boolean served = answer.status() < 300
                                || answer.status() < 400 && !answer.location().startsWith("/masuk");
                        if (door.namesSomething() && served) {
                            open.add(visitor + " gets through " + door.method() + " " + path + ": " + answer.status());
                        }
                        for (String secret : secrets) {
                            if (answer.body().contains(secret)) {
                                open.add(visitor + " reads " + secret + " at " + door.method() + " " + path);
                            }
                        }
                    }
                }
            }
        }

        assertThat(open).isEmpty();
        assertThat(ground.contentOf(HERE, victim)).isEqualTo(before);
        assertThat(tried).as("requests made").isGreaterThan(doors.size() * 7);
    }

    @Test
    void an_administrator_of_a_part_edits_nothing_that_is_the_same_for_the_whole() throws Exception {
        Visitor visitor = new Visitor("administrator of " + HERE, people.administrator(HERE));
        List<String> open = new ArrayList<>();

        for (Door door : doors()) {
            if (door.method() == HttpMethod.GET
                    || !door.pattern().matches("/(acuan|rezim|webhook|lambang|data-pribadi/retensi/)\\b.*")) {
                continue;
            }
            for (String path : paths(door.pattern())) {
                for (Map<String, String> form : forms(door)) {
                    Answer answer = ask(door, path, form, visitor);
                    if (answer.status() != 403 && answer.status() != 404) {
                        open.add(door.method() + " " + path + ": " + answer.status());
                    }
                }
            }
        }

        assertThat(open).isEmpty();
    }

    @Test
    void who_only_looks_changes_nothing_by_any_route() throws Exception {
        String before = ground.contentOf(HERE, victim);
        List<String> broken = new ArrayList<>();

        for (Visitor visitor : List.of(
                new Visitor("head of the office", people.dinasHead()),
                new Visitor("somebody without a role", people.with("Tanpa Peran", "Staf")))) {
            for (Door door : doors()) {
                if (door.method() == HttpMethod.GET || door.pattern().startsWith("/akun/saya")) {
                    continue;
                }
                for (String path : paths(door.pattern())) {
                    for (Map<String, String> form : forms(door)) {
                        Answer answer = ask(door, path, form, visitor);
                        if (answer.status() >= 500) {
                            broken.add(visitor + " breaks " + door.method() + " " + path + ": " + answer.status());
                        }
                    }
                }
            }
        }

        assertThat(broken).isEmpty();
        assertThat(ground.contentOf(HERE, victim)).isEqualTo(before);
    }

    /** The same requests do open the doors for those whose doors they are; else the tests above would say nothing. */
    @Test
    void the_people_of_the_kecamatan_do_get_in_by_the_same_paths() throws Exception {
        Map<String, Integer> answers = new TreeMap<>();
        for (Visitor visitor : List.of(
                new Visitor("officer", people.kecamatanOfficer(HERE)),
                new Visitor("camat", people.camat(HERE)),
                new Visitor("administrator", people.administrator()))) {
            for (Door door : doors()) {
                if (door.method() != HttpMethod.GET || !door.namesSomething()) {
                    continue;
                }
                for (String path : paths(door.pattern())) {
                    Answer answer = ask(door, path, Map.of(), visitor);
                    if (answer.status() == 200) {
                        answers.merge(door.pattern(), 1, Integer::sum);
                    }
                }
            }
        }

        assertThat(answers.keySet())
                .contains("/usaha/{id}", "/akun/{account}")
                .anyMatch(pattern -> pattern.startsWith("/izin/") && pattern.endsWith("/lembar.pdf"))
                .anyMatch(pattern -> pattern.startsWith("/permohonan/") && pattern.contains("/lampiran/"));
    }

    /** Whoever asks, by whichever route: the browser is told to hold back, and what is personal is kept by nobody. */
    @Test
    void every_answer_carries_what_protects_it_and_believes_no_foreign_name() throws Exception {
        List<String> wrong = new ArrayList<>();
        int looked = 0;
        for (Visitor visitor : List.of(
                new Visitor("the public", null),
                new Visitor("officer", people.kecamatanOfficer(HERE)),
                new Visitor("camat", people.camat(HERE)),
                new Visitor("administrator", people.administrator()))) {
            for (Door door : doors()) {
                if (door.method() != HttpMethod.GET) {
                    continue;
                }
                for (String path : paths(door.pattern())) {
                    MockHttpServletRequestBuilder asking = request(HttpMethod.GET, path)
                            .header("Host", "evil.example")
                            .header("X-Forwarded-Host", "evil.example")
                            .header("X-Forwarded-Proto", "https")
                            .header("Forwarded", "host=evil.example")
                            .header("X-Original-URL", "/akun")
                            .header("Origin", "https://evil.example");
                    if (visitor.actor() != null) {
                        asking.with(signedIn(visitor.actor()));
                    }
                    MockHttpServletResponse answer =
                            browser.perform(asking).andReturn().getResponse();
                    looked++;
                    String kept = String.valueOf(answer.getHeader("Cache-Control"));
                    boolean own = visitor.actor() != null && !SAME_FOR_ALL.contains(door.pattern());
                    Map<String, Boolean> promises = new LinkedHashMap<>();
                    String policy = String.valueOf(answer.getHeader("Content-Security-Policy"));
                    promises.put("no sniffing", "nosniff".equals(answer.getHeader("X-Content-Type-Options")));
                    promises.put(
                            "a policy",
                            policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe-")
                                    || policy.contains("sandbox"));
                    promises.put("no referrer", "no-referrer".equals(answer.getHeader("Referrer-Policy")));
                    promises.put("no sharing", answer.getHeader("Access-Control-Allow-Origin") == null);
                    promises.put("kept by nobody", !own || kept.contains("no-store"));
                    promises.put("no foreign name", !answer.getContentAsString().contains("evil.example"));
                    promises.put(
                            "nor in a header",
                            answer.getHeaderNames().stream()
                                    .noneMatch(name ->
                                            answer.getHeaders(name).toString().contains("evil.example")));
                    promises.forEach((promise, held) -> {
                        if (!held) {
                            wrong.add(visitor + " " + path + ": " + promise + " (" + answer.getStatus() + ")");
                        }
                    });
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(looked).isGreaterThan(100);
    }

    /** What a form sets is written down in the handler: nothing that happens to have the name of a property is set. */
    @Test
    void no_handler_fills_an_object_with_whatever_is_sent() {
        List<String> open = new ArrayList<>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            for (Parameter parameter : handler.getMethod().getParameters()) {
                Class<?> type = parameter.getType();
                boolean ours = type.getName().startsWith("id.lumbung.");
                boolean named = parameter.isAnnotationPresent(RequestBody.class)
                        || parameter.isAnnotationPresent(RequestParam.class)
                        || parameter.isAnnotationPresent(PathVariable.class);
                boolean form = type.isRecord() && type.getSimpleName().endsWith("Form");
                if (ours && !named && !form
                        || parameter.isAnnotationPresent(RequestBody.class) && ours && !type.isRecord()) {
                    open.add(handler + " takes " + type.getSimpleName());
                }
            }
        });

        assertThat(open).isEmpty();
    }

    private List<Visitor> outsiders() {
        List<Visitor> outsiders = new ArrayList<>(List.of(new Visitor("the public", null)));
        for (Role role : Role.values()) {
            boolean regency = Set.of(
                            Role.ADMINISTRATOR, Role.DINAS_OFFICER, Role.DINAS_HEAD, Role.DATA_PROTECTION_OFFICER)
                    .contains(role);
            String territory = regency ? ANOTHER_REGENCY : ELSEWHERE;
            NewGrant grant = role == Role.CAMAT_DELEGATE
                    ? NewGrant.delegate(territory, "Keputusan Camat 1/2026")
                    : NewGrant.of(role, territory);
            outsiders.add(new Visitor(role + " of " + territory, people.with("Orang Luar", "Staf", grant)));
        }
        outsiders.add(new Visitor("administrator of " + ELSEWHERE, people.administrator(ELSEWHERE)));
        return outsiders;
    }

    /** A regency's administrator edits what is the same for everybody, and those doors lead to nothing of a kecamatan. */
    private static boolean mayByOffice(Actor actor, Door door) {
        boolean administrator = actor.mayAnywhere(Permission.EDIT_REFERENCE);
        return administrator
                && door.method() != HttpMethod.GET
                && (door.pattern().startsWith("/acuan")
                        || door.pattern().startsWith("/rezim")
                        || door.pattern().startsWith("/data-pribadi/retensi"));
    }

    private List<Door> doors() {
        List<Door> doors = new ArrayList<>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            for (String pattern : patterns(info)) {
                // programs come with a token and not with a session; the walk over the API's document tries its doors
                if (pattern.equals("/error") || pattern.startsWith("/api/")) {
                    continue;
                }
                List<String> parameters = new ArrayList<>();
                boolean upload = false;
                for (Parameter parameter : handler.getMethod().getParameters()) {
                    RequestParam asked = parameter.getAnnotation(RequestParam.class);
                    upload |= MultipartFile.class.isAssignableFrom(parameter.getType())
                            || parameter.getType().getSimpleName().startsWith("Multipart");
                    if (asked != null && !Map.class.isAssignableFrom(parameter.getType())) {
                        parameters.add(
                                asked.name().isEmpty()
                                        ? asked.value().isEmpty() ? parameter.getName() : asked.value()
                                        : asked.name());
                    }
                }
                Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                for (RequestMethod method :
                        methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods) {
                    doors.add(new Door(method.asHttpMethod(), pattern, parameters, upload));
                }
            }
        });
        assertThat(doors).hasSizeGreaterThan(80);
        return doors;
    }

    private static Set<String> patterns(RequestMappingInfo info) {
        return info.getPathPatternsCondition() == null
                ? Set.of()
                : info.getPathPatternsCondition().getPatternValues();
    }

    private List<String> paths(String pattern) {
        Matcher variable = VARIABLE.matcher(pattern);
        if (!variable.find()) {
            return List.of(pattern);
        }
        String name = "{" + variable.group(1) + "}";
        String root = pattern.replaceFirst("^(/acuan/\\w+|/[\\w-]+).*", "$1");
        List<String> values = known.getOrDefault(root + " " + name, known.getOrDefault(name, List.of()));
        assertThat(values)
                .as("what to put for %s in %s: add it to this test", name, pattern)
                .isNotEmpty();
        List<String> paths = new ArrayList<>();
        for (String value : values) {
            String lead = variable.group(1).startsWith("*")
                    ? pattern.substring(0, variable.start() - 1)
                    : pattern.substring(0, variable.start());
            paths.addAll(paths(lead + value + pattern.substring(variable.end())));
        }
        return paths;
    }

    /** Forms filled in as plausibly as can be: one for each step where a step is chosen. */
    private List<Map<String, String>> forms(Door door) {
        if (door.method() == HttpMethod.GET) {
            return List.of(Map.of());
        }
        Map<String, String> form = new LinkedHashMap<>();
        for (String version : List.of("version")) {
            form.put(version, door.pattern().startsWith("/izin") ? "2" : "1");
        }
        form.putAll(Map.of(
                "reason", "Alasan yang panjangnya cukup",
                "letter", "Surat kehilangan 12/2026",
                "ground", "HOLDER_REQUEST",
                "note", "Catatan yang cukup",
                "businessName", "Diambil Alih",
                "field", "nik",
                "field1", "nik",
                "sentence1", "Perbaiki",
                "purpose", "review",
                "nib", "1234567890123"));
        form.putAll(Map.of(
                "kind", "SALES",
                "value", "1000000",
                "validOn", "2026-01-01",
                "role", "CAMAT",
                "territory", ELSEWHERE,
                "fullName", "Diambil Alih",
                "regionCode", ELSEWHERE));
        for (String parameter : door.parameters()) {
            form.putIfAbsent(
                    parameter,
                    switch (parameter) {
                        case "kecamatan", "wilayah" -> HERE;
                        case "version", "halaman", "lembar", "tahun" -> "1";
                        case "tanggal" -> "2026-01-01";
                        case "upload", "id" -> "00000000-0000-0000-0000-000000000000";
                        case "putusan" -> "SAME";
                        case "anggota" ->
                            known.getOrDefault("/pencocokan {id}", List.of()).getLast();
                        case "sure", "pensiun", "asked" -> "true";
                        default -> "uji";
                    });
        }
        if (!door.pattern().endsWith("/tindakan")) {
            return List.of(form);
        }
        List<Map<String, String>> forms = new ArrayList<>();
        for (String step : STEPS) {
            Map<String, String> one = new LinkedHashMap<>(form);
            one.put("action", step);
            forms.add(one);
        }
        return forms;
    }

    private Answer ask(Door door, String path, Map<String, String> form, Visitor visitor) throws Exception {
        AbstractMockHttpServletRequestBuilder<?> asking = door.upload()
                ? multipart(path)
                        .file("berkas", Office.picture(40, 40))
                        .file("picture", Office.picture(40, 40))
                        .file("KTP", Office.picture(40, 40))
                : request(door.method(), path);
        form.forEach(asking::param);
        asking.header("X-Requested-With", "lumbung");
        if (visitor.actor() == null) {
            asking.with(SecurityMockMvcRequestPostProcessors.csrf());
        } else {
            asking.with(signedIn(visitor.actor()));
        }
        try {
            MockHttpServletResponse response =
                    browser.perform(asking).andReturn().getResponse();
            String location = response.getHeader("Location");
            String body = response.getContentAsString(StandardCharsets.UTF_8);
            return new Answer(
                    response.getStatus(),
                    location == null ? "" : URLDecoder.decode(location, StandardCharsets.UTF_8),
                    body);
        } catch (jakarta.servlet.ServletException problem) {
            return new Answer(500, "", String.valueOf(problem.getRootCause()));
        }
    }
}
