package id.lumbung.privacy.retention;

import id.lumbung.identity.Accounts;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Invalid;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Sight;
import id.lumbung.platform.Sql;
import id.lumbung.privacy.PrivacyProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The classes, what is due under them and what has gone, for pages and programs. */
@Component
@Transactional
public class RetentionDesk {
    static final int SHOWN = 50;
    private static final int LONGEST = 300;
    private static final String PROOFS = """
            select at, class_code, effect, label, region_code, items, cardinality(documents) as documents
              from privacy.disposal
             order by at desc, id desc
             limit :limit
            """;

    private final RetentionClasses classes;
    private final DueData due;
    private final Accounts accounts;
    private final CurrentActor currentActor;
    private final JdbcClient database;
    private final Clock clock;

    RetentionDesk(
            RetentionClasses classes,
            DueData due,
            Accounts accounts,
            CurrentActor currentActor,
            JdbcClient database,
            Clock clock) {
        this.classes = classes;
        this.due = due;
        this.accounts = accounts;
        this.currentActor = currentActor;
        this.database = database;
        this.clock = clock;
    }

    /**
     * A class as it holds today, or the proposal when the office has decided nothing yet.
     *
     * @param due how much is due in sight
     * @param held how much of what is beyond its time a legal hold keeps
     */
    public record ClassLine(
            String code,
            int version,
            String titleId,
            String titleEn,
            String event,
            String effect,
            @Nullable Integer days,
            String source,
            boolean decided,
            @Nullable String decidedBy,
            LocalDate validFrom,
            long due,
            long held) {}

    /** One thing beyond its time. */
    public record DueLine(String code, String label, String regionCode, LocalDate happenedOn, boolean held) {}

    /** Proof of what went. */
    public record Proof(
            Instant at, String code, String effect, String label, String regionCode, int items, int documents) {}

    /** Everything about retention that this person may see. */
    public record Overview(List<ClassLine> classes, List<DueLine> due, List<Proof> gone) {}

    /**
     * What the office has decided.
     *
     * @param days after the event; null keeps what a proposal with days would let go
     * @param source the office's own legal source, such as its retention schedule
     */
    public record Decision(
            @Nullable Integer days,
            @Nullable LocalDate validFrom,
            @Nullable String source) {}

    @Transactional(readOnly = true)
    public Overview overview() {
        currentActor.require().requireAnywhere(Permission.SEE_RETENTION);
        LocalDate today = LocalDate.now(clock);
        List<ClassLine> lines = new ArrayList<>();
        List<DueLine> waiting = new ArrayList<>();
        for (List<RetentionClass> versions : classes.all().values()) {
            RetentionClass shown = shown(versions, today);
            lines.add(line(shown, count(shown, today)));
            due.under(shown, today, true, SHOWN)
                    .forEach(one -> waiting.add(
                            new DueLine(shown.code(), one.label(), one.regionCode(), one.happenedOn(), one.held())));
        }
        return new Overview(lines, waiting, proofs());
    }

    /** One class by its code. */
    @Transactional(readOnly = true)
    public ClassLine get(String code) {
        currentActor.require().requireAnywhere(Permission.SEE_RETENTION);
        LocalDate today = LocalDate.now(clock);
        RetentionClass shown = shown(versionsOf(code), today);
        return line(shown, count(shown, today));
    }

    /** Who decides sees no case, but must know how many a decision lets go: a number of the whole, and nothing else. */
    private DueData.Count count(RetentionClass rule, LocalDate today) {
        return currentActor.require().mayAnywhere(Permission.DECIDE_RETENTION)
                ? Objects.requireNonNull(
                        Sight.system("how many cases a retention class lets go", () -> due.count(rule, today)))
                : due.count(rule, today);
    }

    private static RetentionClass shown(List<RetentionClass> versions, LocalDate today) {
        return RetentionClass.inForce(versions, today).orElse(versions.getFirst());
    }

    private List<RetentionClass> versionsOf(String code) {
        List<RetentionClass> versions = classes.all().get(code);
        if (versions == null) {
            throw new Refused(PrivacyProblem.RETENTION_CLASS_NOT_FOUND, "privacy.problem.class");
        }
        return versions;
    }

    private ClassLine line(RetentionClass shown, DueData.Count count) {
        UUID by = shown.decidedBy();
        return new ClassLine(
                shown.code(),
                shown.version(),
                shown.titleId(),
                shown.titleEn(),
                shown.event().name(),
                shown.effect().name(),
                shown.days(),
                shown.source(),
                shown.decided(),
                by == null ? null : accounts.namesOf(List.of(by)).get(by),
                shown.validFrom(),
                count.due(),
                count.held());
    }

    private List<Proof> proofs() {
        return database.sql(PROOFS)
                .param("limit", SHOWN)
                .query((row, number) -> new Proof(
                        Sql.instant(row, "at"),
                        row.getString("class_code"),
                        row.getString("effect"),
                        row.getString("label"),
                        row.getString("region_code"),
                        row.getInt("items"),
                        row.getInt("documents")))
                .list();
    }

    /** Writes down how long a class is kept, from a day on; from then on the night goes by it. */
    public void decide(String code, Decision decision) {
        Actor actor = currentActor.require();
        actor.requireAnywhere(Permission.DECIDE_RETENTION);
        List<RetentionClass> versions = versionsOf(code);
        RetentionClass first = versions.getFirst();
        LocalDate today = LocalDate.now(clock);
        FieldProblems problems = new FieldProblems();
        Integer days = decision.days();
        if (first.effect() == RetentionEffect.KEEP ? days != null : days == null || days < 1 || days > 36_500) {
            problems.add("days", "privacy.retention.days.range");
        }
        LocalDate from = decision.validFrom() == null ? today : decision.validFrom();
        if (from.isBefore(today) || from.isAfter(today.plusYears(5))) {
            problems.add("validFrom", "privacy.retention.valid-from.range");
        }
        String source = decision.source() == null ? "" : decision.source().strip();
        if (source.length() < 10) {
            problems.add("source", "privacy.retention.source.missing");
        } else if (source.length() > LONGEST) {
            problems.add("source", "registry.text.too-long", LONGEST);
        }
        Invalid.unlessEmpty(problems);
        classes.write(new RetentionClass(
                code,
                versions.getLast().version() + 1,
                from,
                first.titleId(),
                first.titleEn(),
                first.event(),
                first.effect(),
                days,
                source,
                actor.account(),
                clock.instant()));
    }
}
