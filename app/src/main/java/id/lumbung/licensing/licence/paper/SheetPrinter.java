package id.lumbung.licensing.licence.paper;

import id.lumbung.licensing.licence.LicenceHolder;
import id.lumbung.licensing.licence.LicensedBusiness;
import id.lumbung.licensing.licence.Signatory;
import id.lumbung.licensing.licence.page.SheetPage;
import id.lumbung.platform.document.DocumentStore;
import java.net.URI;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Prints a frozen snapshot on one page of F4; long content gets smaller letters rather than a second page. What is too long
 * for the smallest letters goes on: the licence has been issued, and its holder needs the sheet.
 */
@Component
public class SheetPrinter {
    public static final int TEMPLATE = 1;
    private static final int DENSEST = 4;

    private final Paper paper;
    private final DocumentStore documents;

    public SheetPrinter(Paper paper, DocumentStore documents) {
        this.paper = paper;
        this.documents = documents;
    }

    public byte[] print(Snapshot snapshot) {
        if (snapshot.template() != TEMPLATE) {
            throw new IllegalStateException("no template " + snapshot.template());
        }
        String title = snapshot.head().title() + " " + snapshot.grant().number();
        SheetPage page = pageOf(snapshot);
        return paper.printOnOne(
                "licensing/licence_v1",
                page::at,
                DENSEST,
                title,
                snapshot.sheet().madeOn());
    }

    private SheetPage pageOf(Snapshot snapshot) {
        return new SheetPage(
                0,
                head(snapshot),
                snapshot.grant().number(),
                holder(snapshot.holder()),
                business(snapshot.business()),
                validity(snapshot.grant()),
                seal(snapshot),
                foot(snapshot));
    }

    private SheetPage.Head head(Snapshot snapshot) {
        Snapshot.Head head = snapshot.head();
        int amendment = snapshot.sheet().amendment();
        return new SheetPage.Head(
                head.regency().toUpperCase(Locale.ROOT),
                head.kecamatan().toUpperCase(Locale.ROOT),
                Pictures.inline(documents, snapshot.pictures().coatOfArms()),
                head.title(),
                amendment == 0
                        ? null
                        : "Perubahan ke-" + amendment + " atas izin tanggal "
                                + Written.date(snapshot.grant().issuedOn()),
                head.legalBasis());
    }

    private static SheetPage.Holder holder(LicenceHolder holder) {
        String nik = holder.nik();
        String reason = holder.nikUnknownReason();
        String unknown = reason == null || reason.isBlank() ? "–" : "belum tercatat (" + reason + ")";
        return new SheetPage.Holder(
                holder.name(),
                nik == null ? unknown : nik,
                Written.orDash(holder.address()),
                Written.phone(holder.phone()));
    }

    private static SheetPage.Business business(LicensedBusiness business) {
        return new SheetPage.Business(
                business.name(),
                business.activityText(),
                business.kbli(),
                Written.orDash(business.address()),
                Written.orDash(business.village()),
                business.kecamatan(),
                business.regency().replaceFirst("^Kabupaten ", ""),
                business.province(),
                Written.orDash(business.postCode()),
                Written.orDash(String.join(", ", business.sectors())),
                business.premises(),
                Written.rupiah(business.capital()),
                Written.orDash(business.npwp()),
                business.sizeClass());
    }

    private static String validity(Snapshot.Grant grant) {
        return grant.validUntil() == null
                ? "Izin ini berlaku selama usaha dijalankan."
                : "Izin ini berlaku sampai dengan tanggal " + Written.date(grant.validUntil()) + ".";
    }

    private SheetPage.Seal seal(Snapshot snapshot) {
        Signatory signatory = snapshot.signatory();
        return new SheetPage.Seal(
                Pictures.inline(documents, snapshot.pictures().photo()),
                snapshot.head().kecamatan(),
                Written.date(snapshot.sheet().signedOn()),
                signatory.onBehalf(),
                signatory.title(),
                signatory.name(),
                signatory.rank(),
                Written.nip(signatory.nip()));
    }

    private static SheetPage.Foot foot(Snapshot snapshot) {
        Snapshot.Sheet sheet = snapshot.sheet();
        String line = "Lembar ke-" + sheet.number();
        if (sheet.replacement()) {
            line += ", pengganti lembar yang hilang atau rusak, dibuat tanggal " + Written.date(sheet.madeOn());
        }
        String host = URI.create(snapshot.address()).getRawAuthority();
        return new SheetPage.Foot(snapshot.address(), host == null ? "" : host, line);
    }
}
