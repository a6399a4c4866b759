package id.lumbung.privacy.request;

import id.lumbung.identity.Accounts;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.identity.ReadingLog;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Invalid;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Sight;
import id.lumbung.platform.Stale;
import id.lumbung.platform.Texts;
import id.lumbung.privacy.PrivacyProblem;
import id.lumbung.privacy.consent.ConsentDesk;
import id.lumbung.privacy.held.HeldData;
import id.lumbung.privacy.held.HeldReport;
import id.lumbung.reference.RegionLevel;
import id.lumbung.reference.Regions;
import id.lumbung.registry.Nik;
import id.lumbung.registry.Registry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The use cases of requests, for pages and programs, on behalf of the current actor; and reading an answer by its slip. */
@Component
@Transactional
public class RequestDesk {
    /** So often somebody may have the code but not the NIK; then only the counter helps. */
    static final int MOST_FAILURES = 5;

    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_NAME = 150;

    private final RequestStore store;
    private final SlipCodes codes;
    private final HeldData held;
    private final ConsentDesk consents;
    private final Registry registry;
    private final Regions regions;
    private final ReadingLog readings;
    private final Accounts accounts;
    private final CurrentActor currentActor;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RequestDesk(
            RequestStore store,
            SlipCodes codes,
            HeldData held,
            ConsentDesk consents,
            Registry registry,
            Regions regions,
            ReadingLog readings,
            Accounts accounts,
            CurrentActor currentActor,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.codes = codes;
        this.held = held;
        this.consents = consents;
        this.registry = registry;
        this.regions = regions;
        this.readings = readings;
        this.accounts = accounts;
        this.currentActor = currentActor;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What is asked at the counter.
     *
     * @param identitySeen whether the officer has the KTP in hand
     */
    public record NewRequest(
            @Nullable String region,
            @Nullable String kind,
            @Nullable String nik,
            @Nullable String name,
            @Nullable String wish,
            @Nullable Boolean identitySeen) {
        @Override
        public String toString() {
            return "NewRequest[" + kind + "]";
        }
    }

    /** The request and the code for its slip, which is shown this once. */
    public record Received(UUID id, String number, String code) {
        @Override
        public String toString() {
            return "Received[" + number + "]";
        }
    }

    /** One line of the queue. */
    public record Line(
            UUID id,
            String number,
            String kind,
            String name,
            String regionCode,
            String state,
            Instant receivedAt,
            Instant dueAt,
            @Nullable Instant escalatedAt,
            @Nullable Instant endedAt) {}

    /** One thing that happened. */
    public record Happening(Instant at, @Nullable String by, String action, String state) {}

    /** The whole request. */
    public record File(
            Line line,
            int version,
            boolean known,
            String wish,
            List<String> actions,
            List<Happening> history,
            @Nullable String answer,
            @Nullable Instant answeredAt,
            @Nullable UUID person) {
        @Override
        public String toString() {
            return "File[" + line.number() + "]";
        }
    }

    /** What the person reads at home. */
    public record Opened(
            String number,
            String kind,
            String state,
            String regionCode,
            Instant receivedAt,
            Instant dueAt,
            @Nullable String answer,
            @Nullable HeldReport held,
            List<ConsentDesk.Line> consents) {
        @Override
        public String toString() {
            return "Opened[" + number + "]";
        }
    }

    /** Opens a request at the counter. */
    public Received receive(NewRequest asked) {
        Actor actor = currentActor.require();
        actor.requireAnywhere(Permission.RECEIVE_DATA_REQUEST);
        FieldProblems problems = new FieldProblems();
        String region = text(asked.region());
        if (regions.find(region)
                .filter(found -> found.level() == RegionLevel.KECAMATAN || found.level() == RegionLevel.REGENCY)
                .isEmpty()) {
            problems.add("region", "privacy.request.region.choose");
        }
        Optional<RequestKind> kind = Arrays.stream(RequestKind.values())
                .filter(one -> one.name().equals(asked.kind()))
                .findFirst();
        if (kind.isEmpty()) {
            problems.add("kind", "privacy.request.kind.choose");
        }
        String nik = text(asked.nik());
        Nik.problem("nik", nik)
                .ifPresent(problem -> problems.add(
                        "nik", problem.messageKey(), problem.arguments().toArray()));
        String name = text(asked.name());
        if (name.isEmpty()) {
            problems.add("name", "privacy.request.name.missing");
        } else if (name.length() > LONGEST_NAME) {
            problems.add("name", "registry.text.too-long", LONGEST_NAME);
        }
        String wish = text(asked.wish());
        if (wish.isEmpty() && kind.isPresent() && kind.get() != RequestKind.ACCESS) {
            problems.add("wish", "privacy.request.wish.missing");
        } else if (wish.length() > LONGEST_TEXT) {
            problems.add("wish", "registry.text.too-long", LONGEST_TEXT);
        }
        if (!Boolean.TRUE.equals(asked.identitySeen())) {
            problems.add("identitySeen", "privacy.request.identity.missing");
        }
        Invalid.unlessEmpty(problems);
        actor.require(Permission.RECEIVE_DATA_REQUEST, region);
        Nik read = Nik.parse(nik);
        Instant now = clock.instant();
        String code = codes.make();
        DataRequest request = new DataRequest(
                Ids.next(),
                store.nextNumber(now.atZone(Texts.ZONE).getYear()),
                region,
                kind.orElseThrow(),
                registry.personWith(read).orElse(null),
                name,
                new DataRequest.Standing(RequestState.RECEIVED, 1, now, RequestFlow.dueAt(now), null, null, null));
        store.insert(request, read.value(), wish, actor.account(), codes.fingerprint(code));
        happened(request, actor.account(), "RECEIVE", null, RequestState.RECEIVED);
        return new Received(request.id(), request.number(), code);
    }

    /** What waits for an answer, the most urgent first. */
    @Transactional(readOnly = true)
    public List<Line> open(@Nullable Instant afterDue, @Nullable UUID afterId, int limit) {
        currentActor.require().requireAnywhere(Permission.SEE_DATA_REQUESTS);
        return store.open(afterDue, afterId, limit).stream()
                .map(RequestDesk::line)
                .toList();
    }

    /** What was answered, the newest first. */
    @Transactional(readOnly = true)
    public List<Line> ended(@Nullable Instant afterEnd, @Nullable UUID afterId, int limit) {
        currentActor.require().requireAnywhere(Permission.SEE_DATA_REQUESTS);
        return store.ended(afterEnd, afterId, limit).stream()
                .map(RequestDesk::line)
                .toList();
    }

    /** The whole request; opening it is recorded. */
    public File get(UUID id) {
        DataRequest request = find(id);
        Actor actor = currentActor.require();
        actor.require(Permission.SEE_DATA_REQUESTS, request.regionCode());
        boolean answers = actor.may(Permission.ANSWER_DATA_REQUEST, request.regionCode());
        readings.record("request", id, "page", "data-request", request.regionCode());
        Optional<RequestStore.Answer> answer = store.answerOf(id);
        return new File(
                line(request),
                request.standing().version(),
                request.person() != null,
                store.wish(id),
                RequestFlow.possible(request.state()).stream()
                        .filter(action -> actor.may(neededFor(action), request.regionCode()))
                        .map(Enum::name)
                        .toList(),
                happenings(store.events(id)),
                answer.filter(told -> answers).map(RequestStore.Answer::text).orElse(null),
                answer.map(RequestStore.Answer::at).orElse(null),
                request.person());
    }

    private List<Happening> happenings(List<RequestStore.Event> events) {
        Map<UUID, String> names = accounts.namesOf(events.stream()
                .map(RequestStore.Event::actor)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return events.stream()
                .map(event -> new Happening(
                        event.at(),
                        event.actor() == null ? null : names.get(event.actor()),
                        event.action(),
                        event.to()))
                .toList();
    }

    private static Permission neededFor(RequestAction action) {
        return action == RequestAction.CANCEL ? Permission.RECEIVE_DATA_REQUEST : Permission.ANSWER_DATA_REQUEST;
    }

    /** What an access answer would hold now, for who answers; a reading of the person. */
    public HeldReport preview(UUID id) {
        DataRequest request = find(id);
        currentActor.require().require(Permission.ANSWER_DATA_REQUEST, request.regionCode());
        UUID person = request.person();
        readings.record(
                person == null ? "request" : "person",
                person == null ? id : person,
                "my-data",
                "data-request",
                request.regionCode());
        return held.of(person, Nik.parse(store.nik(id)));
    }

    /** Takes a step in the version that was read; an answer and a refusal say why, in words for the person. */
    public int act(UUID id, int version, String action, @Nullable String answer) {
        DataRequest request = find(id);
        Actor actor = currentActor.require();
        RequestAction step = Arrays.stream(RequestAction.values())
                .filter(one -> one.name().equals(action))
                .findFirst()
                .orElseThrow(() -> new Invalid(new FieldProblems().add("action", "privacy.request.action.choose")));
        actor.require(neededFor(step), request.regionCode());
        RequestState to = RequestFlow.after(request.state(), step)
                .orElseThrow(() -> new Refused(PrivacyProblem.STEP_NOT_POSSIBLE, "privacy.problem.step"));
        if (request.standing().version() != version) {
            throw new Stale();
        }
        Instant now = clock.instant();
        UUID handler = step == RequestAction.RELEASE
                ? null
                : step == RequestAction.TAKE
                        ? actor.account()
                        : request.standing().handler();
        if (!store.move(request, to, handler, now)) {
            throw new Stale();
        }
        if (to == RequestState.ANSWERED || to == RequestState.REFUSED) {
            String text = text(answer);
            if (text.isEmpty()) {
                throw new Invalid(new FieldProblems().add("answer", "privacy.request.answer.missing"));
            }
            if (text.length() > LONGEST_TEXT) {
                throw new Invalid(new FieldProblems().add("answer", "registry.text.too-long", LONGEST_TEXT));
            }
            if (to == RequestState.ANSWERED
                    && request.kind() == RequestKind.WITHDRAWAL
                    && request.person() != null
                    && !store.hasWithdrawn(id)) {
                throw new Invalid(new FieldProblems().add("answer", "privacy.request.withdrawal.first"));
            }
            boolean whole = to == RequestState.ANSWERED && request.kind() == RequestKind.ACCESS;
            store.answer(
                    request,
                    text,
                    whole ? held.of(request.person(), Nik.parse(store.nik(id))).json() : null,
                    now,
                    actor.account());
        }
        happened(request, actor.account(), step.name(), request.state(), to);
        return version + 1;
    }

    /** A slip printed again carries a new code; the old one opens nothing any more. */
    public String newSlip(UUID id) {
        DataRequest request = find(id);
        Actor actor = currentActor.require();
        actor.require(Permission.RECEIVE_DATA_REQUEST, request.regionCode());
        String code = codes.make();
        store.newCode(id, codes.fingerprint(code));
        happened(request, actor.account(), "SLIP", request.state(), request.state());
        return code;
    }

    /**
     * For the public: how far the request is and its answer, to whoever has the code of the slip and knows the NIK. Each
     * opening is an event; wrong NIKs are counted, since whoever guesses may have found the paper. In a transaction of its
     * own, so that a caller's no does not undo the counting.
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Optional<Opened> open(String code, String nik) {
        List<byte[]> fingerprints = codes.fingerprints(code);
        if (fingerprints.isEmpty() || nik.length() > 60) {
            return Optional.empty();
        }
        Optional<Opened> opened = Sight.system(
                "a person reads the answer to her request",
                () -> transaction.execute(
                        status -> store.findByCode(fingerprints).flatMap(slip -> opened(slip, nik))));
        return opened == null ? Optional.empty() : opened;
    }

    private Optional<Opened> opened(RequestStore.Slip slip, String nik) {
        DataRequest request = slip.request();
        if (slip.failures() >= MOST_FAILURES) {
            return Optional.empty();
        }
        String digits = nik.replaceAll("[\\s.'-]", "");
        if (!MessageDigest.isEqual(
                digits.getBytes(StandardCharsets.UTF_8), slip.nik().getBytes(StandardCharsets.UTF_8))) {
            store.countFailure(request.id());
            happened(request, null, "OPEN_FAILED", request.state(), request.state());
            return Optional.empty();
        }
        happened(request, null, "OPEN", request.state(), request.state());
        Optional<RequestStore.Answer> answer = store.answerOf(request.id());
        return Optional.of(new Opened(
                request.number(),
                request.kind().name(),
                request.state().name(),
                request.regionCode(),
                request.standing().receivedAt(),
                request.standing().dueAt(),
                answer.map(RequestStore.Answer::text).orElse(null),
                answer.map(RequestStore.Answer::held).map(HeldReport::read).orElse(null),
                request.person() == null ? List.of() : consents.ofOneself(request.person())));
    }

    private void happened(
            DataRequest request, @Nullable UUID actor, String action, @Nullable RequestState from, RequestState to) {
        store.append(
                request.id(),
                request.regionCode(),
                new RequestStore.Event(clock.instant(), actor, action, from == null ? null : from.name(), to.name()));
    }

    private DataRequest find(UUID id) {
        currentActor.require().requireAnywhere(Permission.SEE_DATA_REQUESTS);
        return store.find(id)
                .orElseThrow(() -> new Refused(PrivacyProblem.REQUEST_NOT_FOUND, "privacy.problem.unknown"));
    }

    private static Line line(DataRequest request) {
        return new Line(
                request.id(),
                request.number(),
                request.kind().name(),
                request.name(),
                request.regionCode(),
                request.state().name(),
                request.standing().receivedAt(),
                request.standing().dueAt(),
                request.standing().escalatedAt(),
                request.standing().endedAt());
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
