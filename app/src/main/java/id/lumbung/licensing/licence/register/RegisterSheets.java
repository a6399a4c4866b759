package id.lumbung.licensing.licence.register;

import static id.lumbung.platform.PlainTable.plain;

import id.lumbung.licensing.licence.LicensedBusiness;
import id.lumbung.licensing.licence.page.RegisterBookPage;
import id.lumbung.licensing.licence.paper.Paper;
import id.lumbung.licensing.licence.paper.Written;
import id.lumbung.platform.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/** The register book as a spreadsheet and as a paper; always in Indonesian, since the book is an official record. */
@Component
public class RegisterSheets {
    public static final List<String> COLUMNS = List.of(
            "No. urut",
            "Nomor izin",
            "Tanggal terbit",
            "Nama pemilik",
            "NIK",
            "Nama usaha",
            "Jenis usaha",
            "Kegiatan usaha",
            "Sarana usaha",
            "Alamat usaha",
            "Nomor telepon",
            "Modal usaha (Rp)",
            "Klasifikasi",
            "Keadaan");
    private static final int[] WIDTHS = {9, 32, 14, 28, 20, 30, 28, 36, 18, 44, 18, 18, 14, 16};
    private static final int HEAD_ROW = 3;

    private final Paper paper;

    /** Whose book it is. */
    public record Head(String regency, String kecamatan, LocalDate from, LocalDate to, LocalDate printedOn) {
        String period() {
            return Written.date(from) + " sampai dengan " + Written.date(to);
        }
    }

    public RegisterSheets(Paper paper) {
        this.paper = paper;
    }

    public byte[] xlsx(Head head, List<RegisterBook.Row> rows, Texts indonesian) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
        try (Workbook workbook = new Workbook(bytes, "Lumbung", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Buku register");
            sheet.value(0, 0, "Buku register izin usaha, Kecamatan " + head.kecamatan() + ", " + head.regency());
            sheet.style(0, 0).bold().fontSize(14).set();
            sheet.value(1, 0, "Terbit " + head.period());
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.width(column, WIDTHS[column]);
                sheet.value(HEAD_ROW, column, COLUMNS.get(column));
                sheet.style(HEAD_ROW, column)
                        .bold()
                        .wrapText(true)
                        .borderStyle("thin")
                        .set();
            }
            for (int index = 0; index < rows.size(); index++) {
                write(sheet, HEAD_ROW + 1 + index, rows.get(index), indonesian);
            }
            sheet.freezePane(2, HEAD_ROW + 1);
            sheet.setAutoFilter(HEAD_ROW, 0, HEAD_ROW + Math.max(rows.size(), 1), COLUMNS.size() - 1);
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot write the register book", problem);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, int at, RegisterBook.Row row, Texts indonesian) {
        LicensedBusiness business = row.content().business();
        sheet.value(at, 0, row.runningNo());
        sheet.value(at, 1, plain(row.number()));
        sheet.value(at, 2, row.issuedOn());
        sheet.style(at, 2).format("dd-mm-yyyy").set();
        sheet.value(at, 3, plain(row.content().holder().name()));
        sheet.value(at, 4, plain(row.nik()));
        sheet.value(at, 5, plain(business.name()));
        sheet.value(at, 6, plain(row.kinds()));
        sheet.value(at, 7, plain(business.activityText()));
        sheet.value(at, 8, plain(business.premises()));
        sheet.value(at, 9, plain(row.address()));
        sheet.value(at, 10, plain(row.phone()));
        Long capital = row.capital();
        if (capital != null) {
            sheet.value(at, 11, capital);
            sheet.style(at, 11).format("#,##0").set();
        }
        sheet.value(at, 12, plain(business.sizeClass()));
        sheet.value(at, 13, indonesian.t(row.state().messageKey()));
    }

    public byte[] pdf(Head head, List<RegisterBook.Row> rows, Texts indonesian) {
        RegisterBookPage page = new RegisterBookPage(
                head.regency().toUpperCase(java.util.Locale.ROOT),
                head.kecamatan().toUpperCase(java.util.Locale.ROOT),
                head.period(),
                Written.date(head.printedOn()),
                rows.stream().map(row -> line(row, indonesian)).toList());
        return paper.print(
                "licensing/registerBook",
                page,
                "Buku register izin usaha Kecamatan " + head.kecamatan(),
                head.printedOn());
    }

    private static RegisterBookPage.Line line(RegisterBook.Row row, Texts indonesian) {
        LicensedBusiness business = row.content().business();
        Long capital = row.capital();
        return new RegisterBookPage.Line(
                Integer.toString(row.runningNo()),
                row.number(),
                Written.shortDate(row.issuedOn()),
                new RegisterBookPage.Who(row.content().holder().name(), row.nik(), row.phone()),
                new RegisterBookPage.What(
                        business.name(),
                        row.kinds(),
                        business.activityText(),
                        business.premises(),
                        row.address(),
                        capital == null ? "–" : Written.amount(capital),
                        business.sizeClass()),
                indonesian.t(row.state().messageKey()));
    }
}
