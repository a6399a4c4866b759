package id.lumbung.privacy.retention;

import id.lumbung.identity.Accounts;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Invalid;
import id.lumbung.platform.Refused;
import id.lumbung.privacy.PrivacyProblem;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.Nik;
import id.lumbung.registry.Registry;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Legal holds, for pages and programs, on behalf of the current actor. */
@Component
@Transactional
public class HoldDesk {
    static final int MOST = 200;
    private static final int LONGEST = 1000;

    private final HoldStore store;
    private final Registry registry;
    private final Accounts accounts;
    private final CurrentActor currentActor;
    private final JdbcClient database;
    private final Clock clock;

    HoldDesk(
            HoldStore store,
            Registry registry,
            Accounts accounts,
            CurrentActor currentActor,
            JdbcClient database,
            Clock clock) {
        this.store = store;
        this.registry = registry;
        this.accounts = accounts;
        this.currentActor = currentActor;
        this.database = database;
        this.clock = clock;
    }

    /** What a hold is of. */
    public enum HeldKind {
        PERSON,
        ENTERPRISE,
        APPLICATION
    }

    /**
     * What must not go, and why.
     *
     * @param reference NIK, number of the enterprise or number of the receipt
     */
    public record NewHold(
            @Nullable String kind,
            @Nullable String reference,
            @Nullable String reason) {
        @Override
        public String toString() {
            return "NewHold[" + kind + "]";
        }
    }

    /** A hold as it is shown; of a person the number of a business stands for her. */
    public record Hold(
            UUID id,
            String kind,
            String label,
            String regionCode,
            String reason,
            Instant placedAt,
            @Nullable String placedBy,
            @Nullable Instant liftedAt,
            @Nullable String liftedBy,
            @Nullable String liftReason) {}

    private record Subject(UUID id, String label, String regionCode) {}

    /** Nothing of it goes from now on. */
    public UUID place(NewHold asked) {
        Actor actor = currentActor.require();
        actor.requireAnywhere(Permission.HOLD_DATA);
        FieldProblems problems = new FieldProblems();
        Optional<HeldKind> kind = Arrays.stream(HeldKind.values())
                .filter(one -> one.name().equals(asked.kind()))
                .findFirst();
        if (kind.isEmpty()) {
            problems.add("kind", "privacy.hold.kind.choose");
        }
        String reason = reason(asked.reason(), problems);
        Optional<Subject> subject = kind.flatMap(one -> subject(one, asked.reference()))
                .filter(one -> actor.may(Permission.HOLD_DATA, one.regionCode()));
        if (kind.isPresent() && subject.isEmpty()) {
            problems.add("reference", "privacy.hold.reference.unknown");
        }
        Invalid.unlessEmpty(problems);
        Subject found = subject.orElseThrow();
        UUID id = Ids.next();
        store.insert(new HoldStore.Hold(
                id,
                found.regionCode(),
                kind.orElseThrow(),
                found.id(),
                found.label(),
                reason,
                clock.instant(),
                actor.account(),
                null,
                null,
                null));
        return id;
    }

    private Optional<Subject> subject(HeldKind kind, @Nullable String typed) {
        String reference = typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT);
        if (reference.isEmpty() || reference.length() > 60) {
            return Optional.empty();
        }
        return switch (kind) {
            case PERSON ->
                Nik.problem("reference", reference).isPresent()
                        ? Optional.empty()
                        : registry.personWith(Nik.parse(reference)).flatMap(this::person);
            case ENTERPRISE ->
                found(
                        "select id, number as label, region_code from registry.pub_enterprise"
                                + " where number = :reference",
                        reference);
            case APPLICATION ->
                found(
                        "select id, receipt as label, region_code from licensing.pub_application"
                                + " where receipt = :reference",
                        reference);
        };
    }

    private Optional<Subject> person(UUID person) {
        return registry.enterprisesOf(person).stream()
                .map(EnterpriseId::value)
                .flatMap(id -> registry.find(new EnterpriseId(id)).stream())
                .map(line -> new Subject(person, line.number(), line.regionCode()))
                .findFirst();
    }

    private Optional<Subject> found(String sql, String reference) {
        return database.sql(sql)
                .param("reference", reference)
                .query((row, number) -> new Subject(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        row.getString("label"),
                        row.getString("region_code")))
                .optional();
    }

    /** What it held may go again, when its time is over. */
    public void lift(UUID id, @Nullable String why) {
        Actor actor = currentActor.require();
        HoldStore.Hold hold =
                store.find(id).orElseThrow(() -> new Refused(PrivacyProblem.HOLD_NOT_FOUND, "privacy.problem.hold"));
        actor.require(Permission.HOLD_DATA, hold.regionCode());
        FieldProblems problems = new FieldProblems();
        String reason = reason(why, problems);
        Invalid.unlessEmpty(problems);
        if (!store.lift(id, reason, actor.account(), clock.instant())) {
            throw new Refused(PrivacyProblem.HOLD_ALREADY_LIFTED, "privacy.problem.hold-lifted");
        }
    }

    private static String reason(@Nullable String typed, FieldProblems problems) {
        String reason = typed == null ? "" : typed.strip();
        if (reason.length() < 10) {
            problems.add("reason", "privacy.hold.reason.missing");
        } else if (reason.length() > LONGEST) {
            problems.add("reason", "registry.text.too-long", LONGEST);
        }
        return reason;
    }

    /** Those that hold first. */
    @Transactional(readOnly = true)
    public List<Hold> all() {
        currentActor.require().requireAnywhere(Permission.SEE_HOLDS);
        List<HoldStore.Hold> found = store.all(MOST);
        Map<UUID, String> names = accounts.namesOf(found.stream()
                .flatMap(hold -> Stream.of(hold.placedBy(), hold.liftedBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return found.stream()
                .map(hold -> new Hold(
                        hold.id(),
                        hold.kind().name(),
                        hold.label(),
                        hold.regionCode(),
                        hold.reason(),
                        hold.placedAt(),
                        names.get(hold.placedBy()),
                        hold.liftedAt(),
                        hold.liftedBy() == null ? null : names.get(hold.liftedBy()),
                        hold.liftReason()))
                .toList();
    }

    /** Why nothing of a person goes, in sight; for whoever is allowed to see the person. */
    @Transactional(readOnly = true)
    public List<String> reasonsFor(UUID person) {
        return store.reasonsFor(person);
    }
}
