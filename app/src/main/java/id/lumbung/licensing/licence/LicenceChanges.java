package id.lumbung.licensing.licence;

import id.lumbung.identity.Actor;
import id.lumbung.licensing.licence.life.Licence;
import id.lumbung.licensing.licence.life.LicenceAction;
import id.lumbung.licensing.licence.life.LicenceEvent;
import id.lumbung.licensing.licence.life.LicenceLifeCycle;
import id.lumbung.licensing.licence.life.LicenceNotFound;
import id.lumbung.licensing.licence.life.LicenceState;
import id.lumbung.licensing.licence.life.LicenceStore;
import id.lumbung.licensing.licence.paper.SheetPrinter;
import id.lumbung.licensing.licence.paper.Snapshot;
import id.lumbung.licensing.regime.RegimeVersion;
import id.lumbung.licensing.regime.Regimes;
import id.lumbung.licensing.regime.RevocationGround;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an office does to a licence after it was issued: each a dated event with reason and actor. Everything asks three
 * things first: may this person, does the life cycle allow it, is the licence still as the person saw it.
 */
@Component
@Transactional
class LicenceChanges {
    private final LicenceStore store;
    private final Sheets sheets;
    private final Letters letters;
    private final Signatories signatories;
    private final Regimes regimes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Which licence, in the version that the person at the screen saw. */
    record Seen(LicenceId licence, int version) {}

    /** The facts as they are from now on. */
    record Amendment(LicenceHolder holder, LicensedBusiness business, String reason) {}

    LicenceChanges(
            LicenceStore store,
            Sheets sheets,
            Letters letters,
            Signatories signatories,
            Regimes regimes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.sheets = sheets;
        this.letters = letters;
        this.signatories = signatories;
        this.regimes = regimes;
        this.events = events;
        this.clock = clock;
    }

    /** New facts on a new sheet under the same number, signed by whoever decides today. */
    public void amend(Seen seen, Amendment amendment, Actor actor) {
        Licence licence = begin(seen, LicenceAction.AMEND, actor);
        Snapshot before = current(licence);
        if (before.holder().equals(amendment.holder()) && before.business().equals(amendment.business())) {
            throw new Refused(LicensingProblem.NOTHING_AMENDED, "licence.problem.nothing-amended");
        }
        int sheetNo = licence.holdings().sheetNo() + 1;
        int amendments = licence.holdings().amendments() + 1;
        LocalDate today = LocalDate.now(clock);
        Licence amended =
                licence.with(Licences.holdings(sheetNo, amendments, amendment.holder(), amendment.business()));
        save(amended);
        Snapshot draft = new Snapshot(
                SheetPrinter.TEMPLATE,
                before.head(),
                before.grant(),
                amendment.holder(),
                amendment.business(),
                signatories.of(actor.account(), licence.kecamatanCode(), regime(licence)),
                before.pictures(),
                new Snapshot.Sheet(sheetNo, amendments, false, today, today),
                "",
                "");
        UUID sheet = sheets.make(amended, draft, actor.account());
        sheets.publish(amended);
        append(amended, LicenceEvent.Kind.AMENDED, amendment.reason(), null, sheet, null, actor);
    }

    /** The same content on a new sheet; the lost one is superseded, should anybody find it. */
    public void replaceSheet(Seen seen, String reason, Actor actor) {
        Licence licence = begin(seen, LicenceAction.REPLACE_SHEET, actor);
        Licence.Holdings holdings = licence.holdings();
        Licence replaced = licence.with(new Licence.Holdings(
                holdings.sheetNo() + 1,
                holdings.amendments(),
                holdings.holderName(),
                holdings.businessName(),
                holdings.place()));
        save(replaced);
        Snapshot before = current(licence);
        Snapshot.Sheet next = new Snapshot.Sheet(
                replaced.holdings().sheetNo(),
                before.sheet().amendment(),
                true,
                before.sheet().signedOn(),
                LocalDate.now(clock));
        UUID sheet = sheets.make(replaced, before.onSheet(next, "", ""), actor.account());
        sheets.publish(replaced);
        append(replaced, LicenceEvent.Kind.SHEET_REPLACED, reason, null, sheet, null, actor);
    }

    /** The next of three numbered letters. */
    public void warn(Seen seen, String reason, Actor actor) {
        Licence licence = begin(seen, LicenceAction.WARN, actor);
        Licence warned = licence.inState(after(licence, LicenceAction.WARN));
        save(warned);
        RegimeVersion regime = regime(licence);
        UUID letter = letters.warn(
                warned,
                regime,
                new Letters.Order(
                        warned.state().warnings(),
                        current(warned),
                        reason,
                        signatories.of(actor.account(), licence.kecamatanCode(), regime),
                        actor.account()));
        sheets.publish(warned);
        append(warned, LicenceEvent.Kind.WARNED, reason, null, null, letter, actor);
    }

    /** Takes the licence away on a ground of its regime; some grounds ask for warnings before. */
    public void revoke(Seen seen, String groundCode, String reason, Actor actor) {
        Licence licence = begin(seen, LicenceAction.REVOKE, actor);
        RevocationGround ground = regime(licence)
                .grounds()
                .findRevocation(groundCode)
                .orElseThrow(() -> new Refused(LicensingProblem.GROUND_UNKNOWN, "licence.problem.ground-unknown"));
        int given = licence.state().warnings();
        if (given < ground.warnings()) {
            throw new Refused(
                    LicensingProblem.WARNINGS_MISSING, "licence.problem.warnings-missing", ground.warnings(), given);
        }
        Licence revoked = licence.inState(after(licence, LicenceAction.REVOKE));
        save(revoked);
        sheets.publish(revoked);
        append(revoked, LicenceEvent.Kind.REVOKED, reason, ground.code(), null, null, actor);
    }

    /** Makes a revoked licence valid again, or settles the warnings that stand against a holder. */
    public void reinstate(Seen seen, String reason, Actor actor) {
        Licence licence = begin(seen, LicenceAction.REINSTATE, actor);
        Licence reinstated = licence.inState(after(licence, LicenceAction.REINSTATE));
        save(reinstated);
        sheets.publish(reinstated);
        append(reinstated, LicenceEvent.Kind.REINSTATED, reason, null, null, null, actor);
    }

    private Licence begin(Seen seen, LicenceAction action, Actor actor) {
        Licence licence = store.find(seen.licence()).orElseThrow(LicenceNotFound::new);
        actor.require(action.permission(), licence.kecamatanCode());
        if (licence.version() != seen.version()) {
            throw changedMeanwhile();
        }
        after(licence, action);
        return licence;
    }

    private static LicenceState after(Licence licence, LicenceAction action) {
        return LicenceLifeCycle.after(licence.state(), action)
                .orElseThrow(() -> new Refused(
                        LicensingProblem.ACTION_NOT_IN_THIS_STATE, "licence.problem.action-not-in-this-state"));
    }

    private void save(Licence licence) {
        if (!store.update(licence)) {
            throw changedMeanwhile();
        }
    }

    private static Refused changedMeanwhile() {
        return new Refused(LicensingProblem.LICENCE_CHANGED_MEANWHILE, "licence.problem.changed-meanwhile");
    }

    private RegimeVersion regime(Licence licence) {
        return regimes.get(licence.numbering().regime(), licence.numbering().regimeVersion());
    }

    private Snapshot current(Licence licence) {
        return sheets.content(sheets.get(licence.id(), licence.holdings().sheetNo()));
    }

    private void append(
            Licence licence,
            LicenceEvent.Kind kind,
            String reason,
            @Nullable String ground,
            @Nullable UUID sheet,
            @Nullable UUID letter,
            Actor actor) {
        LicenceEvent event = new LicenceEvent(
                Ids.next(),
                kind,
                LocalDate.now(clock),
                clock.instant(),
                new LicenceEvent.Who(actor.account(), actor.name()),
                reason,
                ground,
                sheet,
                letter);
        store.append(licence, event);
        events.publishEvent(Licences.happened(licence, event));
    }
}
