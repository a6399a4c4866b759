package id.lumbung.licensing.regime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a definition can work at all; everything that is wrong is found at once. */
final class RegimeValidation {
    /** A state of the case together with where its clock is. */
    private record Place(String state, CaseClock.Phase phase) {}

    private final RegimeVersion regime;
    private final Procedure procedure;
    private final List<Finding> findings = new ArrayList<>();

    private RegimeValidation(RegimeVersion regime) {
        this.regime = regime;
        this.procedure = regime.procedure();
    }

    static List<Finding> check(RegimeVersion regime) {
        RegimeValidation validation = new RegimeValidation(regime);
        validation.checkDates();
        if (regime.kind() == RegimeKind.ISSUED) {
            validation.checkNames();
            if (validation.findings.isEmpty()) {
                validation.checkWay();
                validation.checkIssue();
                validation.checkClock();
            }
            validation.checkNumber();
            validation.checkDeadline();
        } else if (!regime.procedure().transitions().isEmpty()) {
            validation.find("regime.finding.recorded-has-way");
        }
        return List.copyOf(validation.findings);
    }

    private void find(String key, String... arguments) {
        findings.add(Finding.of(key, arguments));
    }

    private void checkDates() {
        if (regime.to() != null && regime.to().isBefore(regime.from())) {
            find("regime.finding.ends-before-start");
        }
        if (regime.basis().source().isBlank()) {
            find("regime.finding.no-source");
        }
        if (regime.name().id().isBlank()) {
            find("regime.finding.no-name");
        }
    }

    private void checkNames() {
        if (procedure.states().isEmpty()) {
            find("regime.finding.no-states");
        }
        twice(procedure.states().stream().map(State::code).toList())
                .forEach(code -> find("regime.finding.state-twice", code));
        twice(procedure.attachments().stream().map(AttachmentKind::code).toList())
                .forEach(code -> find("regime.finding.attachment-twice", code));
        twice(regime.grounds().refusal().stream().map(Ground::code).toList())
                .forEach(code -> find("regime.finding.ground-twice", code));
        twice(regime.grounds().revocation().stream().map(RevocationGround::code).toList())
                .forEach(code -> find("regime.finding.ground-twice", code));
        twice(procedure.transitions().stream()
                        .map(transition -> transition.from() + " / " + transition.action())
                        .toList())
                .forEach(step -> find("regime.finding.action-twice", step));
        for (Transition transition : procedure.transitions()) {
            for (String end : List.of(transition.from(), transition.to())) {
                if (procedure.findState(end).isEmpty()) {
                    find("regime.finding.unknown-state", transition.action(), end);
                }
            }
            if (transition.roles().isEmpty()) {
                find("regime.finding.nobody", transition.action(), transition.from());
            }
            if (transition.asks().contains(Asked.GROUND)
                    && regime.grounds().refusal().isEmpty()) {
                find("regime.finding.no-grounds", transition.action());
            }
        }
    }

    private void checkWay() {
        Set<String> reached = reachedFrom(procedure.first().code());
        for (State state : procedure.states()) {
            if (!reached.contains(state.code())) {
                find("regime.finding.unreachable", state.code());
            }
            if (state.ended() && !procedure.from(state.code()).isEmpty()) {
                find("regime.finding.leads-out-of-end", state.code());
            }
            boolean ends = reachedFrom(state.code()).stream()
                    .anyMatch(code -> procedure.state(code).ended());
            if (!ends) {
                find("regime.finding.no-end", state.code());
            }
        }
    }

    private void checkIssue() {
        List<Transition> issuing = procedure.transitions().stream()
                .filter(transition -> transition.effect() == CaseEffect.ISSUE)
                .toList();
        if (issuing.size() != 1) {
            find("regime.finding.issue-count", Integer.toString(issuing.size()));
        }
        for (Transition transition : procedure.transitions()) {
            boolean needsEnd = transition.effect() != CaseEffect.NONE;
            if (needsEnd && !procedure.state(transition.to()).ended()) {
                find("regime.finding.effect-not-ended", transition.action(), transition.to());
            }
        }
    }

    /** Walks through all pairs of state and clock that can occur. */
    private void checkClock() {
        Map<Place, Set<Place>> next = new LinkedHashMap<>();
        Set<String> seen = new LinkedHashSet<>();
        Deque<Place> open = new ArrayDeque<>();
        open.add(new Place(procedure.first().code(), CaseClock.Phase.NOT_STARTED));
        while (!open.isEmpty()) {
            Place place = open.remove();
            if (next.containsKey(place)) {
                continue;
            }
            Set<Place> following = new LinkedHashSet<>();
            for (Transition transition : procedure.from(place.state())) {
                CaseClock clock = new CaseClock(place.phase(), 0, null);
                if (!clock.allows(transition.clock())) {
                    seen.add(transition.action() + "\n" + place.state() + "\n" + transition.clock());
                    continue;
                }
                following.add(new Place(transition.to(), phaseAfter(place.phase(), transition.clock())));
            }
            next.put(place, following);
            open.addAll(following);
        }
        seen.forEach(step -> find("regime.finding.clock-impossible", step.split("\n")));
        checkClockEnds(next);
    }

    private void checkClockEnds(Map<Place, Set<Place>> next) {
        Set<String> runsOn = new LinkedHashSet<>();
        Set<String> stuck = new LinkedHashSet<>();
        for (Place place : next.keySet()) {
            boolean counting = place.phase() == CaseClock.Phase.RUNNING || place.phase() == CaseClock.Phase.PAUSED;
            if (procedure.state(place.state()).ended() && counting) {
                runsOn.add(place.state());
            }
            if (place.phase() == CaseClock.Phase.PAUSED
                    && walk(place, next).stream().noneMatch(later -> later.phase() == CaseClock.Phase.RUNNING)) {
                stuck.add(place.state());
            }
        }
        runsOn.forEach(state -> find("regime.finding.clock-runs-on", state));
        stuck.forEach(state -> find("regime.finding.clock-stuck", state));
    }

    private static CaseClock.Phase phaseAfter(CaseClock.Phase phase, ClockEffect effect) {
        return switch (effect) {
            case NONE -> phase;
            case START, RESUME -> CaseClock.Phase.RUNNING;
            case PAUSE -> CaseClock.Phase.PAUSED;
            case STOP -> CaseClock.Phase.STOPPED;
        };
    }

    private static Set<Place> walk(Place from, Map<Place, Set<Place>> next) {
        Set<Place> reached = new HashSet<>();
        Deque<Place> open = new ArrayDeque<>(Set.of(from));
        while (!open.isEmpty()) {
            for (Place place : next.getOrDefault(open.remove(), Set.of())) {
                if (reached.add(place)) {
                    open.add(place);
                }
            }
        }
        return reached;
    }

    private void checkNumber() {
        NumberFormat number = regime.licence().number();
        number.unknownTokens().forEach(token -> find("regime.finding.unknown-token", token));
        number.missingTokens().forEach(token -> find("regime.finding.missing-token", token));
        if (number.runsTogether()) {
            find("regime.finding.number-runs-together");
        }
        String title = regime.licence().signatoryTitle().replace("{kecamatan}", "");
        if (title.contains("{")
                || title.contains("}")
                || regime.licence().signatoryTitle().isBlank()) {
            find("regime.finding.signatory");
        }
        Integer years = regime.licence().validityYears();
        if (years != null && years < 1) {
            find("regime.finding.validity");
        }
    }

    private void checkDeadline() {
        Deadline deadline = procedure.deadline();
        if (deadline.workingDays() < 1 || deadline.workingDays() > 250) {
            find("regime.finding.deadline-days");
        }
        if (deadline.effect() == DeadlineEffect.ESCALATE && deadline.escalateTo() == null) {
            find("regime.finding.escalate-to-nobody");
        }
        if (regime.grounds().revocation().stream().anyMatch(ground -> ground.warnings() < 0 || ground.warnings() > 9)) {
            find("regime.finding.warnings");
        }
    }

    private Set<String> reachedFrom(String code) {
        Set<String> reached = new HashSet<>(Set.of(code));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (Transition transition : procedure.from(open.remove())) {
                if (reached.add(transition.to())) {
                    open.add(transition.to());
                }
            }
        }
        return reached;
    }

    private static List<String> twice(Collection<String> codes) {
        return codes.stream()
                .collect(Collectors.groupingBy(code -> code, LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }
}
