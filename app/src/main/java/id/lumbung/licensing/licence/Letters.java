package id.lumbung.licensing.licence;

import id.lumbung.licensing.licence.life.Licence;
import id.lumbung.licensing.licence.life.Numbers;
import id.lumbung.licensing.licence.page.LetterPage;
import id.lumbung.licensing.licence.paper.Frozen;
import id.lumbung.licensing.licence.paper.LetterContent;
import id.lumbung.licensing.licence.paper.Letterheads;
import id.lumbung.licensing.licence.paper.Paper;
import id.lumbung.licensing.licence.paper.Pictures;
import id.lumbung.licensing.licence.paper.Snapshot;
import id.lumbung.licensing.licence.paper.Written;
import id.lumbung.licensing.regime.NumberFormat;
import id.lumbung.licensing.regime.RegimeVersion;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Sql;
import id.lumbung.platform.document.DocumentStore;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes warning letters with numbers of their own series, and keeps them as sheets are kept. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Letters {
    static final int TEMPLATE = 1;
    private static final Logger LOG = LoggerFactory.getLogger(Letters.class);
    private static final String INSERT = """
            insert into licensing.licence_letter
                (id, licence, region_code, series, year, running_no, number, ordinal, snapshot, snapshot_sha256,
                 pdf_document, made_at, made_by)
            values
                (:id, :licence, :region, :series, :year, :runningNo, :number, :ordinal, :snapshot, :sha256, :pdf,
                 :madeAt, :madeBy)
            """;
    private static final String FIND = """
            select id, number, ordinal, snapshot, snapshot_sha256, pdf_document
              from licensing.licence_letter
             where licence = :licence
               and id = :id
            """;

    private final JdbcClient database;
    private final Numbers numbers;
    private final Frozen frozen;
    private final Paper paper;
    private final DocumentStore documents;
    private final Letterheads letterheads;
    private final Clock clock;

    /** A letter as it is kept. */
    record Letter(UUID id, String number, int ordinal, Frozen.Sealed sealed, String pdfDocument) {}

    /** What is to be written, and who signs it. */
    record Order(int ordinal, Snapshot current, String reason, Signatory signatory, UUID by) {}

    Letters(
            JdbcClient database,
            Numbers numbers,
            Frozen frozen,
            Paper paper,
            DocumentStore documents,
            Letterheads letterheads,
            Clock clock) {
        this.database = database;
        this.numbers = numbers;
        this.frozen = frozen;
        this.paper = paper;
        this.documents = documents;
        this.letterheads = letterheads;
        this.clock = clock;
    }

    /** Writes the letter with the next number of the kecamatan's warning letters of this year. */
    public UUID warn(Licence licence, RegimeVersion regime, Order order) {
        LocalDate today = LocalDate.now(clock);
        String series = licence.numbering().regime() + "/SP";
        int runningNo = numbers.take(series, licence.kecamatanCode(), today.getYear());
        NumberFormat form = regime.licence().number();
        String number = new NumberFormat(form.template(), form.documentClass(), "SP-" + order.ordinal())
                .format(runningNo, licence.kecamatanCode(), today);
        LetterContent content = content(licence, order, number, today);
        UUID id = Ids.next();
        Frozen.Sealed sealed = frozen.freeze(content, id);
        database.sql(INSERT)
                .param("id", id)
                .param("licence", licence.id().value())
                .param("region", licence.kecamatanCode())
                .param("series", series)
                .param("year", today.getYear())
                .param("runningNo", runningNo)
                .param("number", number)
                .param("ordinal", order.ordinal())
                .param("snapshot", sealed.bytes())
                .param("sha256", sealed.sha256())
                .param("pdf", documents.put(print(content)))
                .param("madeAt", Sql.at(clock.instant()))
                .param("madeBy", order.by())
                .update();
        return id;
    }

    public Optional<Letter> find(LicenceId licence, UUID id) {
        return database.sql(FIND)
                .param("licence", licence.value())
                .param("id", id)
                .query((row, index) -> new Letter(
                        Sql.uuid(row, "id"),
                        row.getString("number"),
                        row.getInt("ordinal"),
                        new Frozen.Sealed(row.getBytes("snapshot"), row.getString("snapshot_sha256")),
                        row.getString("pdf_document")))
                .optional();
    }

    /** The bytes of the first printing; if the file is lost, the frozen content is printed again. */
    public byte[] pdf(Letter letter) {
        try {
            return documents.get(letter.pdfDocument());
        } catch (UncheckedIOException lost) {
            LOG.error("document {} of letter {} is lost; it is printed again", letter.pdfDocument(), letter.id());
            return print(frozen.thaw(letter.sealed(), letter.id(), LetterContent.class));
        }
    }

    private LetterContent content(Licence licence, Order order, String number, LocalDate today) {
        Snapshot current = order.current();
        String village = current.business().village();
        return new LetterContent(
                TEMPLATE,
                new LetterContent.Office(
                        current.head().regency(), current.head().kecamatan(), letterheads.coatOfArms(today)),
                number,
                order.ordinal(),
                today,
                new LetterContent.About(
                        licence.number(),
                        licence.issuedOn(),
                        current.holder().name(),
                        current.business().name(),
                        village == null
                                ? current.business().address()
                                : current.business().address() + ", " + village),
                order.reason(),
                order.signatory());
    }

    private byte[] print(LetterContent content) {
        LetterPage page = new LetterPage(
                new LetterPage.Head(
                        content.office().regency().toUpperCase(Locale.ROOT),
                        content.office().kecamatan().toUpperCase(Locale.ROOT),
                        content.office().kecamatan(),
                        Pictures.inline(documents, content.office().coatOfArms())),
                content.number(),
                Integer.toString(content.ordinal()),
                inWords(content.ordinal()),
                Written.date(content.date()),
                new LetterPage.About(
                        content.about().licenceNumber(),
                        Written.date(content.about().issuedOn()),
                        content.about().holder(),
                        content.about().business(),
                        content.about().address()),
                content.reason(),
                consequence(content.ordinal()),
                new LetterPage.Signed(
                        content.signatory().onBehalf(),
                        content.signatory().title(),
                        content.signatory().name(),
                        content.signatory().rank(),
                        Written.nip(content.signatory().nip())));
        return paper.print(
                "licensing/licence_warning_v1", page, "Surat peringatan " + content.number(), content.date());
    }

    private static String inWords(int ordinal) {
        return switch (ordinal) {
            case 1 -> "PERTAMA";
            case 2 -> "KEDUA";
            case 3 -> "KETIGA";
            default -> throw new IllegalStateException("there are three warnings");
        };
    }

    private static String consequence(int ordinal) {
        return ordinal == 3
                ? "Ini adalah peringatan terakhir. Apabila hal tersebut tidak diperbaiki, izin dapat dicabut."
                : "Apabila hal tersebut tidak diperbaiki, akan diterbitkan surat peringatan berikutnya.";
    }
}
