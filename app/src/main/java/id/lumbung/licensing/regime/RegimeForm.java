package id.lumbung.licensing.regime;

import id.lumbung.identity.Role;
import id.lumbung.platform.FieldProblems;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Between a regime version and the fields of its form, in both directions. A row without a code is left out. */
final class RegimeForm {
    private final Map<String, List<String>> values;
    private final FieldProblems problems = new FieldProblems();

    RegimeForm(Map<String, List<String>> values) {
        this.values = values;
    }

    static Map<String, List<String>> fieldsOf(Map<String, String[]> parameters) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        parameters.forEach((name, given) ->
                values.put(name, Arrays.stream(given).map(String::strip).toList()));
        return values;
    }

    FieldProblems problems() {
        return problems;
    }

    /** The version that the fields describe; what cannot be read is among the problems. */
    RegimeVersion read(String code, RegimeKind kind) {
        LocalDate from = date("from");
        if (from == null && problems.isEmpty()) {
            problems.add("from", "regime.form.from.missing");
        }
        return new RegimeVersion(
                code,
                0,
                new Words(of("nameId"), of("nameEn")),
                kind,
                from == null ? LocalDate.EPOCH : from,
                date("to"),
                new LegalBasis(
                        of("basis")
                                .lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .toList(),
                        of("source")),
                new Procedure(states(), transitions(), attachments(), deadline()),
                new RegimeVersion.Grounds(
                        rows("g").stream()
                                .map(row -> new Ground(of(row + "code"), words(row + "name")))
                                .toList(),
                        rows("r").stream()
                                .map(row -> new RevocationGround(
                                        of(row + "code"), words(row + "name"), number(row + "warnings", 0)))
                                .toList()),
                licence());
    }

    private String of(String field) {
        List<String> given = values.get(field);
        return given == null || given.isEmpty() ? "" : given.getFirst();
    }

    private boolean ticked(String field) {
        return !of(field).isEmpty();
    }

    private Words words(String field) {
        return new Words(of(field + "Id"), of(field + "En"));
    }

    /** Beginnings such as {@code s3.} of the rows that carry a code. */
    private List<String> rows(String letter) {
        Set<Integer> numbers = new TreeSet<>();
        String key = letter.equals("t") ? "action" : "code";
        values.keySet().stream()
                .filter(name -> name.matches(letter + "\\d{1,3}\\." + key))
                .filter(name -> !of(name).isEmpty())
                .forEach(name -> numbers.add(Integer.parseInt(name.substring(1, name.indexOf('.')))));
        return numbers.stream().map(number -> letter + number + ".").toList();
    }

    private @Nullable LocalDate date(String field) {
        String typed = of(field);
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException unreadable) {
            problems.add(field, "regime.form.date.unreadable");
            return null;
        }
    }

    private int number(String field, int otherwise) {
        String typed = of(field);
        if (typed.matches("\\d{1,4}")) {
            return Integer.parseInt(typed);
        }
        if (!typed.isEmpty()) {
            problems.add(field, "regime.form.number.unreadable");
        }
        return otherwise;
    }

    private <E extends Enum<E>> E one(Class<E> type, String field, E otherwise) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(of(field)))
                .findFirst()
                .orElse(otherwise);
    }

    private <E extends Enum<E>> Set<E> several(Class<E> type, String field) {
        EnumSet<E> found = EnumSet.noneOf(type);
        List<String> given = values.getOrDefault(field, List.of());
        for (E constant : type.getEnumConstants()) {
            if (given.contains(constant.name())) {
                found.add(constant);
            }
        }
        return found;
    }

    private static String code(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
    }

    private List<State> states() {
        List<State> states = new ArrayList<>();
        for (String row : rows("s")) {
            states.add(new State(
                    code(of(row + "code")), words(row + "name"), ticked(row + "ended"), words(row + "applicant")));
        }
        return states;
    }

    private List<Transition> transitions() {
        List<Transition> transitions = new ArrayList<>();
        for (String row : rows("t")) {
            transitions.add(new Transition(
                    of(row + "action"),
                    words(row + "name"),
                    code(of(row + "from")),
                    code(of(row + "to")),
                    several(Role.class, row + "roles"),
                    ticked(row + "second"),
                    one(ClockEffect.class, row + "clock", ClockEffect.NONE),
                    several(Asked.class, row + "asks"),
                    one(CaseEffect.class, row + "effect", CaseEffect.NONE)));
        }
        return transitions;
    }

    private List<AttachmentKind> attachments() {
        List<AttachmentKind> attachments = new ArrayList<>();
        for (String row : rows("a")) {
            attachments.add(new AttachmentKind(
                    code(of(row + "code")),
                    words(row + "name"),
                    words(row + "hint"),
                    ticked(row + "required"),
                    ticked(row + "image")));
        }
        return attachments;
    }

    private Deadline deadline() {
        Role escalateTo = Arrays.stream(Role.values())
                .filter(role -> role.name().equals(of("escalateTo")))
                .findFirst()
                .orElse(null);
        return new Deadline(
                number("deadlineDays", 0),
                one(DeadlineEffect.class, "deadlineEffect", DeadlineEffect.NOTHING),
                escalateTo);
    }

    private LicenceForm licence() {
        int years = number("validityYears", 0);
        String onBehalf = of("onBehalf");
        return new LicenceForm(
                of("licenceTitle"),
                new NumberFormat(of("numberTemplate"), of("documentClass"), of("numberType")),
                of("validityYears").isEmpty() ? null : years,
                of("signatoryTitle"),
                onBehalf.isEmpty() ? null : onBehalf);
    }

    /** The fields of a version, to begin the next one with. */
    static Map<String, List<String>> write(RegimeVersion version) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        put(fields, "nameId", version.name().id());
        put(fields, "nameEn", version.name().en());
        put(fields, "from", version.from().toString());
        put(fields, "to", version.to() == null ? "" : version.to().toString());
        put(fields, "basis", String.join("\n", version.basis().lines()));
        Deadline deadline = version.procedure().deadline();
        put(fields, "deadlineDays", Integer.toString(deadline.workingDays()));
        put(fields, "deadlineEffect", deadline.effect().name());
        Role escalateTo = deadline.escalateTo();
        put(fields, "escalateTo", escalateTo == null ? "" : escalateTo.name());
        LicenceForm licence = version.licence();
        put(fields, "licenceTitle", licence.title());
        put(fields, "numberTemplate", licence.number().template());
        put(fields, "documentClass", licence.number().documentClass());
        put(fields, "numberType", licence.number().type());
        Integer years = licence.validityYears();
        put(fields, "validityYears", years == null ? "" : years.toString());
        put(fields, "signatoryTitle", licence.signatoryTitle());
        String onBehalf = licence.onBehalf();
        put(fields, "onBehalf", onBehalf == null ? "" : onBehalf);
        writeProcedure(fields, version.procedure());
        writeGrounds(fields, version.grounds());
        return fields;
    }

    private static void writeProcedure(Map<String, List<String>> fields, Procedure procedure) {
        for (int i = 0; i < procedure.states().size(); i++) {
            State state = procedure.states().get(i);
            String row = "s" + i + ".";
            put(fields, row + "code", state.code());
            put(fields, row + "name", state.name());
            put(fields, row + "applicant", state.forApplicant());
            put(fields, row + "ended", state.ended() ? "true" : "");
        }
        for (int i = 0; i < procedure.transitions().size(); i++) {
            Transition step = procedure.transitions().get(i);
            String row = "t" + i + ".";
            put(fields, row + "action", step.action());
            put(fields, row + "name", step.name());
            put(fields, row + "from", step.from());
            put(fields, row + "to", step.to());
            fields.put(
                    row + "roles",
                    step.roles().stream().map(Role::name).sorted().toList());
            put(fields, row + "second", step.secondPerson() ? "true" : "");
            put(fields, row + "clock", step.clock().name());
            fields.put(
                    row + "asks", step.asks().stream().map(Asked::name).sorted().toList());
            put(fields, row + "effect", step.effect().name());
        }
        for (int i = 0; i < procedure.attachments().size(); i++) {
            AttachmentKind kind = procedure.attachments().get(i);
            String row = "a" + i + ".";
            put(fields, row + "code", kind.code());
            put(fields, row + "name", kind.name());
            put(fields, row + "hint", kind.hint());
            put(fields, row + "required", kind.required() ? "true" : "");
            put(fields, row + "image", kind.imageOnly() ? "true" : "");
        }
    }

    private static void writeGrounds(Map<String, List<String>> fields, RegimeVersion.Grounds grounds) {
        for (int i = 0; i < grounds.refusal().size(); i++) {
            Ground ground = grounds.refusal().get(i);
            put(fields, "g" + i + ".code", ground.code());
            put(fields, "g" + i + ".name", ground.name());
        }
        for (int i = 0; i < grounds.revocation().size(); i++) {
            RevocationGround ground = grounds.revocation().get(i);
            put(fields, "r" + i + ".code", ground.code());
            put(fields, "r" + i + ".name", ground.name());
            put(fields, "r" + i + ".warnings", Integer.toString(ground.warnings()));
        }
    }

    private static void put(Map<String, List<String>> fields, String name, String value) {
        fields.put(name, List.of(value));
    }

    private static void put(Map<String, List<String>> fields, String name, Words words) {
        put(fields, name + "Id", words.id());
        put(fields, name + "En", words.en());
    }
}
