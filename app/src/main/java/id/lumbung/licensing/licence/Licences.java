package id.lumbung.licensing.licence;

import id.lumbung.identity.CurrentActor;
import id.lumbung.licensing.licence.life.Licence;
import id.lumbung.licensing.licence.life.LicenceEvent;
import id.lumbung.licensing.licence.life.LicenceState;
import id.lumbung.licensing.licence.life.LicenceStore;
import id.lumbung.licensing.licence.life.Numbers;
import id.lumbung.licensing.licence.paper.Letterheads;
import id.lumbung.licensing.licence.paper.SheetPrinter;
import id.lumbung.licensing.licence.paper.Snapshot;
import id.lumbung.licensing.regime.RegimeKind;
import id.lumbung.licensing.regime.RegimeVersion;
import id.lumbung.licensing.regime.Regimes;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Issues licences and finds them for the rest of licensing. */
@Component
public class Licences {
    private final Numbers numbers;
    private final LicenceStore store;
    private final Sheets sheets;
    private final Letterheads letterheads;
    private final Regimes regimes;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Licences(
            Numbers numbers,
            LicenceStore store,
            Sheets sheets,
            Letterheads letterheads,
            Regimes regimes,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.numbers = numbers;
        this.store = store;
        this.sheets = sheets;
        this.letterheads = letterheads;
        this.regimes = regimes;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Gives the next number, freezes what the sheet says and signs it: all inside the caller's transaction, so that there
     * is a licence with its sheet or neither, and no number is lost. The sheet is printed after that.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public LicenceId issue(IssueOrder order) {
        RegimeVersion regime = regimes.get(order.regimeCode(), order.regimeVersion());
        if (regime.kind() != RegimeKind.ISSUED) {
            throw new Refused(LicensingProblem.REGIME_DOES_NOT_ISSUE, "licence.problem.regime-does-not-issue");
        }
        Licence licence = number(order, regime);
        store.insert(licence);
        UUID sheet = sheets.make(licence, draft(order, licence, regime), order.issuedBy());
        LicenceEvent event = new LicenceEvent(
                Ids.next(),
                LicenceEvent.Kind.ISSUED,
                order.issuedOn(),
                clock.instant(),
                new LicenceEvent.Who(order.issuedBy(), nameOfActor(order)),
                "",
                null,
                sheet,
                null);
        store.append(licence, event);
        events.publishEvent(happened(licence, event));
        events.publishEvent(new LicenceIssued(
                licence.id(),
                order.application(),
                order.enterprise(),
                licence.number(),
                order.kecamatanCode(),
                order.issuedOn()));
        return licence.id();
    }

    /** The licence that came of an application, within sight. */
    @Transactional(readOnly = true)
    public Optional<LicenceSummary> ofApplication(UUID application) {
        return store.ofApplication(application).map(Licences::summary);
    }

    /** The licence, within sight. */
    @Transactional(readOnly = true)
    public Optional<LicenceSummary> find(LicenceId id) {
        return store.find(id).map(Licences::summary);
    }

    static LicenceHappened happened(Licence licence, LicenceEvent event) {
        return new LicenceHappened(
                event.id(),
                licence.id(),
                licence.number(),
                licence.kecamatanCode(),
                LicenceHappened.What.valueOf(event.kind().name()),
                event.at());
    }

    static LicenceSummary summary(Licence licence) {
        return new LicenceSummary(
                licence.id(),
                licence.number(),
                licence.issuedOn(),
                licence.state().messageKey(),
                "/izin/" + licence.id());
    }

    /** Series and year of the counter are those that stand in the number. */
    private Licence number(IssueOrder order, RegimeVersion regime) {
        int year = order.issuedOn().getYear();
        int runningNo = numbers.take(order.regimeCode(), order.kecamatanCode(), year);
        String number = regime.licence().number().format(runningNo, order.kecamatanCode(), order.issuedOn());
        return new Licence(
                LicenceId.next(),
                0,
                order.application(),
                order.enterprise(),
                order.kecamatanCode(),
                new Licence.Numbering(order.regimeCode(), order.regimeVersion(), year, runningNo, number),
                order.issuedOn(),
                lastDay(order.issuedOn(), regime.licence().validityYears()),
                LicenceState.VALID,
                holdings(1, 0, order.holder(), order.business()));
    }

    static Licence.Holdings holdings(int sheetNo, int amendments, LicenceHolder holder, LicensedBusiness business) {
        String village = business.village();
        return new Licence.Holdings(
                sheetNo, amendments, holder.name(), business.name(), village == null ? business.kecamatan() : village);
    }

    private static @Nullable LocalDate lastDay(LocalDate issuedOn, @Nullable Integer years) {
        return years == null ? null : issuedOn.plusYears(years).minusDays(1);
    }

    private Snapshot draft(IssueOrder order, Licence licence, RegimeVersion regime) {
        return new Snapshot(
                SheetPrinter.TEMPLATE,
                new Snapshot.Head(
                        order.business().regency(),
                        order.business().kecamatan(),
                        regime.licence().title(),
                        regime.basis().lines()),
                new Snapshot.Grant(
                        licence.number(),
                        order.regimeCode(),
                        order.regimeVersion(),
                        licence.issuedOn(),
                        licence.validUntil()),
                order.holder(),
                order.business(),
                order.signatory(),
                new Snapshot.Pictures(order.photoDocumentId(), letterheads.coatOfArms(order.issuedOn())),
                new Snapshot.Sheet(1, 0, false, order.issuedOn(), order.issuedOn()),
                "",
                "");
    }

    private String nameOfActor(IssueOrder order) {
        return currentActor
                .find()
                .map(actor -> actor.name())
                .orElse(order.signatory().name());
    }
}
