package id.lumbung.privacy.consent;

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
import id.lumbung.privacy.PrivacyProblem;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.EnterpriseLine;
import id.lumbung.registry.Nik;
import id.lumbung.registry.Registry;
import id.lumbung.registry.sheet.EnterpriseQueries;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Consent at the counter, for pages and programs, on behalf of the current actor. */
@Component
@Transactional
public class ConsentDesk {
    private final ConsentStore store;
    private final Purposes purposes;
    private final Registry registry;
    private final EnterpriseQueries enterprises;
    private final Accounts accounts;
    private final ReadingLog readings;
    private final CurrentActor currentActor;
    private final JdbcClient database;
    private final Clock clock;

    ConsentDesk(
            ConsentStore store,
            Purposes purposes,
            Registry registry,
            EnterpriseQueries enterprises,
            Accounts accounts,
            ReadingLog readings,
            CurrentActor currentActor,
            JdbcClient database,
            Clock clock) {
        this.store = store;
        this.purposes = purposes;
        this.registry = registry;
        this.enterprises = enterprises;
        this.accounts = accounts;
        this.readings = readings;
        this.currentActor = currentActor;
        this.database = database;
        this.clock = clock;
    }

    /** Where a purpose stands for a person. */
    public enum Standing {
        /** The law gives the task; nobody has to agree. */
        NOT_NEEDED,
        NEVER_ASKED,
        GIVEN,
        NOT_GIVEN
    }

    /** One purpose and where it stands; when and how, if she has said something. */
    public record Line(
            Purpose purpose,
            Standing standing,
            @Nullable LocalDate saidOn,
            @Nullable Expression how) {}

    /** One statement of the past. */
    public record Said(
            String purpose,
            boolean given,
            Expression how,
            LocalDate saidOn,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    /** A person and what she has said. */
    public record Consents(UUID person, String name, List<String> businesses, List<Line> lines, List<Said> history) {
        @Override
        public String toString() {
            return "Consents[" + person + "]";
        }
    }

    /**
     * What the person says.
     *
     * @param saidOn null for today
     * @param request the data request by which she asked, when {@code how} is REQUEST
     */
    public record NewStatement(
            @Nullable String purpose,
            @Nullable Boolean given,
            @Nullable String how,
            @Nullable LocalDate saidOn,
            @Nullable UUID request) {}

    void requireCounter() {
        currentActor.require().requireAnywhere(Permission.RECORD_CONSENT);
    }

    /** The person with this NIK who has a business here; her KTP is in the officer's hand. */
    @Transactional(readOnly = true)
    public UUID personWith(@Nullable String nik) {
        Actor actor = currentActor.require();
        actor.requireAnywhere(Permission.RECORD_CONSENT);
        String typed = nik == null ? "" : nik.strip();
        FieldProblems problems = new FieldProblems();
        Nik.problem("nik", typed)
                .ifPresent(problem -> problems.add(
                        "nik", problem.messageKey(), problem.arguments().toArray()));
        Invalid.unlessEmpty(problems);
        return registry.personWith(Nik.parse(typed))
                .filter(person -> home(person, actor).isPresent())
                .orElseThrow(() -> new Invalid(new FieldProblems().add("nik", "privacy.consent.nobody")));
    }

    /** What she has said and what counts; opening it is recorded. */
    public Consents get(UUID person) {
        Actor actor = currentActor.require();
        EnterpriseLine home = home(person, actor).orElseThrow(ConsentDesk::unknown);
        readings.record("person", person, "consent", "consent", home.regionCode());
        List<Statement> history = store.history(person);
        Map<UUID, String> names = accounts.namesOf(history.stream()
                .map(Statement::recordedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        List<EnterpriseLine> owned = registry.enterprisesOf(person).stream()
                .flatMap(id -> registry.find(id).stream())
                .toList();
        return new Consents(
                person,
                nameOf(person, home.id()),
                owned.stream()
                        .map(line -> line.name() + " (" + line.number() + ")")
                        .toList(),
                linesOf(person),
                history.stream()
                        .map(said -> new Said(
                                said.purpose(),
                                said.given(),
                                said.how(),
                                said.saidOn(),
                                said.recordedAt(),
                                said.recordedBy() == null ? null : names.get(said.recordedBy())))
                        .toList());
    }

    private String nameOf(UUID person, EnterpriseId enterprise) {
        return enterprises.owners(enterprise).stream()
                .filter(owner -> owner.id().equals(person))
                .map(EnterpriseQueries.Owner::name)
                .findFirst()
                .orElse("");
    }

    /** For the person herself, who has shown who she is. */
    @Transactional(readOnly = true)
    public List<Line> ofOneself(UUID person) {
        return Objects.requireNonNull(Sight.system("a person reads what she has consented to", () -> linesOf(person)));
    }

    private List<Line> linesOf(UUID person) {
        List<Statement> standing = store.standing(person);
        return purposes.inForce(LocalDate.now(clock)).stream()
                .map(purpose -> {
                    Optional<Statement> said = ConsentHistory.counting(standing, purpose.code());
                    return new Line(
                            purpose,
                            !purpose.needsConsent()
                                    ? Standing.NOT_NEEDED
                                    : said.map(one -> one.given() ? Standing.GIVEN : Standing.NOT_GIVEN)
                                            .orElse(Standing.NEVER_ASKED),
                            said.map(Statement::saidOn).orElse(null),
                            said.map(Statement::how).orElse(null));
                })
                .toList();
    }

    /** Writes down what she says; a no holds at once, wherever her contact is asked for. */
    public void record(UUID person, NewStatement said) {
        Actor actor = currentActor.require();
        EnterpriseLine home = home(person, actor).orElseThrow(ConsentDesk::unknown);
        LocalDate today = LocalDate.now(clock);
        FieldProblems problems = new FieldProblems();
        String purpose = said.purpose() == null ? "" : said.purpose();
        if (purposes.needingConsent(purpose, today).isEmpty()) {
            problems.add("purpose", "privacy.consent.purpose.choose");
        }
        Boolean given = said.given();
        if (given == null) {
            problems.add("given", "privacy.consent.given.choose");
        }
        Expression how = Arrays.stream(Expression.values())
                .filter(one -> one.name().equals(said.how()))
                .findFirst()
                .orElse(null);
        UUID request = said.request();
        if (how == null || (how == Expression.REQUEST) != (request != null)) {
            problems.add("how", "privacy.consent.how.choose");
        } else if (request != null && !isHers(request, person)) {
            problems.add("how", "privacy.consent.request.other");
        }
        LocalDate saidOn = said.saidOn() == null ? today : said.saidOn();
        if (saidOn.isAfter(today) || saidOn.isBefore(today.minusYears(1))) {
            problems.add("saidOn", "privacy.consent.said-on.range");
        }
        Invalid.unlessEmpty(problems);
        store.append(
                person,
                home.regionCode(),
                new Statement(
                        Ids.next(),
                        purpose,
                        Objects.requireNonNull(given),
                        Objects.requireNonNull(how),
                        saidOn,
                        clock.instant(),
                        actor.account()),
                request);
    }

    private boolean isHers(UUID request, UUID person) {
        return database.sql("select count(*) from privacy.request where id = :id and person = :person")
                        .param("id", request)
                        .param("person", person)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** A business of hers in sight where this person may write down consent. */
    private Optional<EnterpriseLine> home(UUID person, Actor actor) {
        actor.requireAnywhere(Permission.RECORD_CONSENT);
        return registry.enterprisesOf(person).stream()
                .flatMap(id -> registry.find(id).stream())
                .filter(line -> actor.may(Permission.RECORD_CONSENT, line.regionCode()))
                .findFirst();
    }

    private static Refused unknown() {
        return new Refused(PrivacyProblem.PERSON_NOT_FOUND, "privacy.problem.person");
    }
}
