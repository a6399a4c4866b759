package id.lumbung.licensing.licence;

import id.lumbung.licensing.licence.life.Licence;
import id.lumbung.licensing.licence.life.LicenceState;
import id.lumbung.licensing.licence.paper.Frozen;
import id.lumbung.licensing.licence.paper.SheetPrinter;
import id.lumbung.licensing.licence.paper.Snapshot;
import id.lumbung.licensing.statement.SheetState;
import id.lumbung.licensing.statement.SignedStatement;
import id.lumbung.licensing.statement.StatementFacts;
import id.lumbung.licensing.statement.Statements;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Sql;
import id.lumbung.platform.document.DocumentStore;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes sheets and keeps them: signed and frozen when they are made, printed soon after (docs/adr/0033). What a sheet says
 * and how it was printed stays as it is.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Sheets {
    private static final Logger LOG = LoggerFactory.getLogger(Sheets.class);
    private static final String INSERT = """
            insert into licensing.licence_sheet
                (id, licence, region_code, sheet_no, snapshot, snapshot_sha256, status_index, digits, made_at, made_by)
            values
                (:id, :licence, :region, :sheetNo, :snapshot, :sha256, :statusIndex, :digits, :madeAt, :madeBy)
            """;
    private static final String COLUMNS = """
            select id, sheet_no, snapshot, snapshot_sha256, status_index, pdf_document, made_at
              from licensing.licence_sheet
            """;

    /** The name of no document. */
    private static final String UNPRINTED = "0".repeat(64);

    private static final String KEEP = """
            update licensing.licence_sheet set pdf_document = :pdf where id = :id and pdf_document = :unprinted
            """;

    private final JdbcClient database;
    private final Statements statements;
    private final SheetPrinter printer;
    private final Frozen frozen;
    private final DocumentStore documents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** A sheet as it is kept. */
    record Sheet(UUID id, int number, Frozen.Sealed sealed, int statusIndex, String pdfDocument, Instant madeAt) {
        boolean printed() {
            return !pdfDocument.equals(UNPRINTED);
        }
    }

    Sheets(
            JdbcClient database,
            Statements statements,
            SheetPrinter printer,
            Frozen frozen,
            DocumentStore documents,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.statements = statements;
        this.printer = printer;
        this.frozen = frozen;
        this.documents = documents;
        this.events = events;
        this.clock = clock;
    }

    /** Signs and freezes; the digits and the address in {@code draft} are filled in here. */
    public UUID make(Licence licence, Snapshot draft, UUID by) {
        SignedStatement signed = statements.sign(new StatementFacts(
                licence.kecamatanCode(),
                draft.head().kecamatan(),
                licence.number(),
                draft.business().name(),
                licence.issuedOn(),
                licence.validUntil()));
        Snapshot snapshot = draft.onSheet(draft.sheet(), signed.digits(), statements.address(signed.digits()));
        UUID id = Ids.next();
        Frozen.Sealed sealed = frozen.freeze(snapshot, id);
        database.sql(INSERT)
                .param("id", id)
                .param("licence", licence.id().value())
                .param("region", licence.kecamatanCode())
                .param("sheetNo", snapshot.sheet().number())
                .param("snapshot", sealed.bytes())
                .param("sha256", sealed.sha256())
                .param("statusIndex", signed.statusIndex())
                .param("digits", signed.digits())
                .param("madeAt", Sql.at(clock.instant()))
                .param("madeBy", by)
                .update();
        events.publishEvent(new PrintRoom.SheetMade(id));
        return id;
    }

    public Sheet get(LicenceId licence, int number) {
        return find(licence, number)
                .orElseThrow(() -> new IllegalStateException("no sheet " + number + " of licence " + licence));
    }

    public Optional<Sheet> find(LicenceId licence, int number) {
        return database.sql(COLUMNS + "where licence = :licence and sheet_no = :number")
                .param("licence", licence.value())
                .param("number", number)
                .query(Sheets::sheet)
                .optional();
    }

    public List<Sheet> all(LicenceId licence) {
        return database.sql(COLUMNS + "where licence = :licence order by sheet_no limit 200")
                .param("licence", licence.value())
                .query(Sheets::sheet)
                .list();
    }

    public Snapshot content(Sheet sheet) {
        return frozen.thaw(sheet.sealed(), sheet.id(), Snapshot.class);
    }

    /** Sheets made before this moment that wait to be printed, the oldest first; at most so many. */
    public List<UUID> unprinted(Instant before, int most) {
        return database.sql("""
                        select id from licensing.licence_sheet
                         where pdf_document = :unprinted and made_at < :before
                         order by made_at
                         limit :most
                        """)
                .param("unprinted", UNPRINTED)
                .param("before", Sql.at(before))
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    public Optional<Sheet> find(UUID id) {
        return database.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(Sheets::sheet)
                .optional();
    }

    /** Keeps what was printed as the document of the sheet. Two printings of a sheet are the same bytes. */
    public void keep(Sheet sheet, byte[] pdf) {
        database.sql(KEEP)
                .param("pdf", documents.put(pdf))
                .param("id", sheet.id())
                .param("unprinted", UNPRINTED)
                .update();
    }

    /**
     * The very bytes of the first printing, which is now if somebody asks before the printer; if the file is lost, the
     * frozen content is printed again.
     */
    public byte[] pdf(Sheet sheet) {
        if (!sheet.printed()) {
            byte[] pdf = printer.print(content(sheet));
            keep(sheet, pdf);
            return pdf;
        }
        try {
            return documents.get(sheet.pdfDocument());
        } catch (UncheckedIOException lost) {
            LOG.error("document {} of sheet {} is lost; the sheet is printed again", sheet.pdfDocument(), sheet.id());
            return printer.print(content(sheet));
        }
    }

    /** Tells the public status list about all sheets of a licence: only the current one has the licence's state. */
    public void publish(Licence licence) {
        for (Sheet sheet : all(licence.id())) {
            boolean current = sheet.number() == licence.holdings().sheetNo();
            SheetState state = current || licence.state() == LicenceState.REVOKED
                    ? licence.state().sheetState()
                    : SheetState.SUPERSEDED;
            statements.mark(sheet.statusIndex(), state);
        }
    }

    private static Sheet sheet(ResultSet row, int index) throws SQLException {
        return new Sheet(
                Sql.uuid(row, "id"),
                row.getInt("sheet_no"),
                new Frozen.Sealed(row.getBytes("snapshot"), row.getString("snapshot_sha256")),
                row.getInt("status_index"),
                row.getString("pdf_document"),
                Sql.instant(row, "made_at"));
    }
}
