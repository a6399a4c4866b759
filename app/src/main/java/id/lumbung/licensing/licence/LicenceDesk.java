package id.lumbung.licensing.licence;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.licensing.licence.life.Licence;
import id.lumbung.licensing.licence.life.LicenceEvent;
import id.lumbung.licensing.licence.paper.Snapshot;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Invalid;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Sql;
import id.lumbung.platform.Stale;
import id.lumbung.reference.Regions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Licences for callers without a page, on behalf of the current actor, with the rules of the pages. A caller says which
 * version it read; when that is no longer the current one, it is {@link Stale}.
 */
@Component
@Transactional
public class LicenceDesk {
    /** One line of a list. */
    public record Line(
            UUID id,
            String number,
            LocalDate issuedOn,
            @Nullable LocalDate validUntil,
            String state,
            String holder,
            String business,
            String kecamatan) {}

    /** What a list is narrowed to; null means all. */
    public record Filter(
            @Nullable String kecamatan,
            @Nullable String state,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** A licence with its current sheet and its history; personal data masked. */
    public record File(
            UUID id,
            String number,
            int version,
            String kecamatan,
            Grant grant,
            Holder holder,
            Business business,
            List<Sheet> sheets,
            List<Happening> history) {}

    public record Grant(
            String regime,
            int regimeVersion,
            LocalDate issuedOn,
            @Nullable LocalDate validUntil,
            String state,
            UUID enterprise,
            @Nullable UUID application) {}

    public record Holder(
            String name,
            @Nullable String maskedNik,
            @Nullable String maskedPhone,
            String address) {
        @Override
        public String toString() {
            return "Holder[…]";
        }
    }

    public record Business(
            String name,
            String activity,
            List<String> kbli,
            String address,
            @Nullable String village,
            @Nullable String postCode,
            List<String> sectors,
            String premises,
            @Nullable Long capital,
            String sizeClass) {}

    public record Sheet(int number, Instant madeAt) {}

    public record Happening(
            String kind,
            LocalDate on,
            Instant at,
            String by,
            String reason,
            @Nullable String ground,
            @Nullable UUID letter) {}

    /** One entry of the register book. */
    public record Entry(
            UUID licence,
            int year,
            String regime,
            int runningNo,
            String number,
            LocalDate issuedOn,
            String state,
            String holder,
            String business,
            String village) {}

    private static final String BOOK = """
            select id, year, regime, running_no, number, issued_on, state, holder_name, business_name, place
              from licensing.licence
             where region_code = :region
               and issued_on between :from and :to
               and (cast(:afterRegime as text) is null or (year, regime, running_no) > (:afterYear, :afterRegime, :afterNo))
             order by year, regime, running_no
             limit :limit
            """;

    private final LicenceChanges changes;
    private final LicenceViews views;
    private final LicenceQueries queries;
    private final JdbcClient database;
    private final Regions regions;
    private final CurrentActor currentActor;

    LicenceDesk(
            LicenceChanges changes,
            LicenceViews views,
            LicenceQueries queries,
            JdbcClient database,
            Regions regions,
            CurrentActor currentActor) {
        this.changes = changes;
        this.views = views;
        this.queries = queries;
        this.database = database;
        this.regions = regions;
        this.currentActor = currentActor;
    }

    /** The newest first; after a line that was seen before. */
    @Transactional(readOnly = true)
    public List<Line> list(Filter filter, @Nullable LocalDate afterDay, @Nullable UUID afterId, int limit) {
        currentActor.require().requireAnywhere(Permission.SEE_LICENCES);
        FieldProblems problems = new FieldProblems();
        String state = filter.state();
        LicenceQueries.StateGroup group = Arrays.stream(LicenceQueries.StateGroup.values())
                .filter(known -> known.name().equals(state))
                .findFirst()
                .orElse(null);
        if (state != null && group == null) {
            problems.add("state", "licence.problem.state");
        }
        String kecamatan = filter.kecamatan();
        if (kecamatan != null && regions.find(kecamatan).isEmpty()) {
            problems.add("kecamatan", "licence.problem.kecamatan");
        }
        Invalid.unlessEmpty(problems);
        LicenceQueries.Place after =
                afterDay == null || afterId == null ? null : new LicenceQueries.Place(afterDay, afterId);
        return queries
                .list(new LicenceQueries.Filter(kecamatan, group, filter.from(), filter.to()), after, limit)
                .stream()
                .map(line -> new Line(
                        line.id().value(),
                        line.number(),
                        line.issuedOn(),
                        line.validUntil(),
                        line.state().name(),
                        line.who().holder(),
                        line.who().business(),
                        line.kecamatan()))
                .toList();
    }

    /** The register book of a kecamatan over a period, by running number; after an entry that was seen before. */
    @Transactional(readOnly = true)
    public List<Entry> book(String kecamatan, LocalDate from, LocalDate to, @Nullable Entry after, int limit) {
        currentActor.require().require(Permission.SEE_LICENCES, kecamatan);
        return database.sql(BOOK)
                .param("region", kecamatan)
                .param("from", from)
                .param("to", to)
                .param("afterYear", after == null ? 0 : after.year())
                .param("afterRegime", after == null ? null : after.regime())
                .param("afterNo", after == null ? 0 : after.runningNo())
                .param("limit", limit)
                .query((row, number) -> new Entry(
                        Sql.uuid(row, "id"),
                        row.getInt("year"),
                        row.getString("regime"),
                        row.getInt("running_no"),
                        row.getString("number"),
                        Sql.date(row, "issued_on"),
                        row.getString("state"),
                        row.getString("holder_name"),
                        row.getString("business_name"),
                        row.getString("place")))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<UUID> withNumber(String number) {
        currentActor.require().requireAnywhere(Permission.SEE_LICENCES);
        return queries.byNumber(number.strip()).map(LicenceId::value);
    }

    /** The whole licence; opening it is recorded. */
    @Transactional
    public File get(UUID id) {
        return file(views.view(new LicenceId(id), currentActor.require()));
    }

    private static File file(LicenceViews.View view) {
        Licence licence = view.licence();
        Snapshot now = view.current();
        LicenceHolder holder = now.holder();
        LicensedBusiness business = now.business();
        return new File(
                licence.id().value(),
                licence.number(),
                licence.version(),
                licence.kecamatanCode(),
                new Grant(
                        licence.numbering().regime(),
                        licence.numbering().regimeVersion(),
                        licence.issuedOn(),
                        licence.validUntil(),
                        licence.state().name(),
                        licence.enterprise().value(),
                        licence.application()),
                new Holder(
                        holder.name(),
                        holder.nik() == null ? null : LicencePages.nik(holder, false),
                        holder.phone() == null ? null : LicencePages.phone(holder, false),
                        holder.address()),
                new Business(
                        business.name(),
                        business.activityText(),
                        business.kbli(),
                        business.address(),
                        business.village(),
                        business.postCode(),
                        business.sectors(),
                        business.premises(),
                        business.capital(),
                        business.sizeClass()),
                view.sheets().stream()
                        .map(sheet -> new Sheet(sheet.number(), sheet.madeAt()))
                        .toList(),
                view.events().stream().map(LicenceDesk::happening).toList());
    }

    private static Happening happening(LicenceEvent event) {
        return new Happening(
                event.kind().name(),
                event.happenedOn(),
                event.at(),
                event.actor().name(),
                event.reason(),
                event.ground(),
                event.letter());
    }

    /** NIK or telephone in full; the look is recorded. */
    public @Nullable String reveal(UUID id, String field) {
        LicenceViews.Personal what = switch (field) {
            case "nik" -> LicenceViews.Personal.NIK;
            case "phone" -> LicenceViews.Personal.PHONE;
            default -> throw new Invalid(new FieldProblems().add("field", "licence.problem.reveal"));
        };
        LicenceHolder holder = views.unmask(new LicenceId(id), what, currentActor.require())
                .current()
                .holder();
        return what == LicenceViews.Personal.NIK ? holder.nik() : holder.phone();
    }

    /** The sheet as PDF, 0 for the current one; the look is recorded. */
    public byte[] sheet(UUID id, int number) {
        return views.sheetPdf(new LicenceId(id), number, currentActor.require());
    }

    /** A letter of warning as PDF; the look is recorded. */
    public byte[] letter(UUID id, UUID letter) {
        return views.letterPdf(new LicenceId(id), letter, currentActor.require());
    }

    /**
     * New facts on a new sheet.
     *
     * @param facts by the names of the fields of the form; what is not named stays as it is
     */
    public void amend(UUID id, int version, Map<String, String> facts) {
        Actor actor = currentActor.require();
        LicenceViews.View view = views.view(new LicenceId(id), actor);
        Map<String, String> typed = AmendForm.opened(view.current());
        typed.putAll(facts);
        AmendForm form = new AmendForm(typed);
        LicenceChanges.Amendment amendment = form.amendment(view.current());
        Invalid.unlessEmpty(form.problems());
        orStale(() -> changes.amend(seen(id, version), amendment, actor));
    }

    /** The same content on a new sheet, on the strength of a report of loss or of the spoilt sheet. */
    public void replaceSheet(UUID id, int version, String letter, String reason) {
        FieldProblems problems = new FieldProblems();
        if (letter.isBlank() || letter.length() > 200) {
            problems.add("letter", "licence.problem.letter");
        }
        String why = reason(reason, problems);
        orStale(() -> changes.replaceSheet(seen(id, version), letter.strip() + ": " + why, currentActor.require()));
    }

    public void warn(UUID id, int version, String reason) {
        String why = reason(reason, new FieldProblems());
        orStale(() -> changes.warn(seen(id, version), why, currentActor.require()));
    }

    public void revoke(UUID id, int version, String ground, String reason) {
        FieldProblems problems = new FieldProblems();
        if (ground.isBlank()) {
            problems.add("ground", "licence.problem.ground");
        }
        String why = reason(reason, problems);
        orStale(() -> changes.revoke(seen(id, version), ground, why, currentActor.require()));
    }

    public void reinstate(UUID id, int version, String reason) {
        String why = reason(reason, new FieldProblems());
        orStale(() -> changes.reinstate(seen(id, version), why, currentActor.require()));
    }

    private static String reason(String typed, FieldProblems problems) {
        String reason = AmendForm.reason(problems, typed);
        Invalid.unlessEmpty(problems);
        return reason;
    }

    private static LicenceChanges.Seen seen(UUID id, int version) {
        return new LicenceChanges.Seen(new LicenceId(id), version);
    }

    private static void orStale(Runnable change) {
        try {
            change.run();
        } catch (Refused refused) {
            if (refused.code() == LicensingProblem.LICENCE_CHANGED_MEANWHILE) {
                throw new Stale();
            }
            throw refused;
        }
    }
}
