package id.lumbung.licensing.licence;

import id.lumbung.identity.CurrentActor;
import id.lumbung.licensing.licence.life.Licence;
import id.lumbung.licensing.licence.life.LicenceNotFound;
import id.lumbung.licensing.licence.life.LicenceStore;
import id.lumbung.licensing.licence.paper.Snapshot;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What can be done with a licence from outside a form, on behalf of the current actor; with the rules of the pages. */
@Component
@Transactional
public class LicenceWork {
    private final LicenceChanges changes;
    private final LicenceStore store;
    private final Sheets sheets;
    private final CurrentActor currentActor;

    LicenceWork(LicenceChanges changes, LicenceStore store, Sheets sheets, CurrentActor currentActor) {
        this.changes = changes;
        this.store = store;
        this.sheets = sheets;
        this.currentActor = currentActor;
    }

    public void warn(LicenceId licence, String reason) {
        changes.warn(seen(licence), reason, currentActor.require());
    }

    public void revoke(LicenceId licence, String ground, String reason) {
        changes.revoke(seen(licence), ground, reason, currentActor.require());
    }

    public void reinstate(LicenceId licence, String reason) {
        changes.reinstate(seen(licence), reason, currentActor.require());
    }

    public void replaceSheet(LicenceId licence, String reason) {
        changes.replaceSheet(seen(licence), reason, currentActor.require());
    }

    /** A new name of the business; everything else stays as it is on the current sheet. */
    public void rename(LicenceId id, String businessName, String reason) {
        Licence licence = store.find(id).orElseThrow(LicenceNotFound::new);
        Snapshot now =
                sheets.content(sheets.get(licence.id(), licence.holdings().sheetNo()));
        changes.amend(
                seen(id),
                new LicenceChanges.Amendment(now.holder(), now.business().named(businessName), reason),
                currentActor.require());
    }

    private LicenceChanges.Seen seen(LicenceId id) {
        Licence licence = store.find(id).orElseThrow(LicenceNotFound::new);
        return new LicenceChanges.Seen(id, licence.version());
    }
}
