package id.lumbung.licensing.licence;

import id.lumbung.identity.Actor;
import id.lumbung.identity.Permission;
import id.lumbung.identity.ReadingLog;
import id.lumbung.licensing.licence.life.Licence;
import id.lumbung.licensing.licence.life.LicenceEvent;
import id.lumbung.licensing.licence.life.LicenceNotFound;
import id.lumbung.licensing.licence.life.LicenceStore;
import id.lumbung.licensing.licence.paper.Snapshot;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads one licence for a person, and writes down whenever that person is shown something personal. */
@Component
class LicenceViews {
    private final LicenceStore store;
    private final Sheets sheets;
    private final Letters letters;
    private final ReadingLog readings;
    private final Clock clock;

    /** Everything that the page of a licence needs. */
    record View(
            Licence licence, Snapshot current, List<Sheets.Sheet> sheets, List<LicenceEvent> events, LocalDate today) {}

    /** Personal data that is masked until somebody asks for it. */
    enum Personal {
        NIK,
        PHONE
    }

    LicenceViews(LicenceStore store, Sheets sheets, Letters letters, ReadingLog readings, Clock clock) {
        this.store = store;
        this.sheets = sheets;
        this.letters = letters;
        this.readings = readings;
        this.clock = clock;
    }

    /** The holder's name and place are on the page, so opening it is recorded. */
    @Transactional
    public View view(LicenceId id, Actor actor) {
        View view = read(id, actor);
        record(view.licence(), "page");
        return view;
    }

    /** As {@link #view}, with one thing unmasked. */
    @Transactional
    public View unmask(LicenceId id, Personal what, Actor actor) {
        View view = read(id, actor);
        actor.require(Permission.UNMASK, view.licence().kecamatanCode());
        record(view.licence(), what == Personal.NIK ? "nik" : "phone");
        return view;
    }

    @Transactional
    public byte[] sheetPdf(LicenceId id, int number, Actor actor) {
        Licence licence = licence(id, actor);
        actor.require(Permission.OPEN_DOCUMENT, licence.kecamatanCode());
        int wanted = number == 0 ? licence.holdings().sheetNo() : number;
        Sheets.Sheet sheet = sheets.find(id, wanted).orElseThrow(LicenceNotFound::new);
        record(licence, "document:sheet-" + wanted);
        return sheets.pdf(sheet);
    }

    @Transactional
    public byte[] letterPdf(LicenceId id, UUID letter, Actor actor) {
        Licence licence = licence(id, actor);
        actor.require(Permission.OPEN_DOCUMENT, licence.kecamatanCode());
        Letters.Letter found = letters.find(id, letter).orElseThrow(LicenceNotFound::new);
        record(licence, "document:letter-" + found.ordinal());
        return letters.pdf(found);
    }

    private void record(Licence licence, String what) {
        readings.record("licence", licence.id().value(), what, "licence", licence.kecamatanCode());
    }

    private View read(LicenceId id, Actor actor) {
        Licence licence = licence(id, actor);
        List<Sheets.Sheet> all = sheets.all(id);
        return new View(licence, sheets.content(all.getLast()), all, store.events(id), LocalDate.now(clock));
    }

    private Licence licence(LicenceId id, Actor actor) {
        Licence licence = store.find(id).orElseThrow(LicenceNotFound::new);
        actor.require(Permission.SEE_LICENCES, licence.kecamatanCode());
        return licence;
    }
}
