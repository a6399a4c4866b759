package id.lumbung.licensing.licence;

import static id.lumbung.licensing.licence.LicenceFixtures.business;
import static id.lumbung.licensing.licence.LicenceFixtures.holder;
import static id.lumbung.licensing.licence.LicenceFixtures.order;
import static id.lumbung.licensing.licence.LicenceFixtures.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.lumbung.LumbungTest;
import id.lumbung.TestClock;
import id.lumbung.TestDatabase;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.licensing.licence.paper.Frozen;
import id.lumbung.licensing.licence.paper.SheetPrinter;
import id.lumbung.licensing.licence.paper.Snapshot;
import id.lumbung.platform.Home;
import id.lumbung.platform.Ids;
import id.lumbung.platform.document.DocumentStore;
import id.lumbung.platform.watch.Requests;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LumbungTest
class LicenceSheetTest {
    private static final String KEPANJEN = "35.07.13";

    @Autowired
    private Licences licences;

    @Autowired
    private Sheets sheets;

    @Autowired
    private SheetPrinter printer;

    @Autowired
    private PrintRoom printRoom;

    @Autowired
    private Requests requests;

    @Autowired
    private DocumentStore documents;

    @Autowired
    private Home home;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private final Actor camat = LicenceFixtures.camatOf(KEPANJEN);

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void a_sheet_is_one_page_of_f4_that_says_everything() {
        byte[] pdf = pdf(issue(with(order(KEPANJEN), documents.put(LicencePictures.portrait()))));

        assertThat(LicencePictures.pages(pdf)).isEqualTo(1);
        BufferedImage picture = LicencePictures.picture(pdf, 25);
        assertThat(picture.getWidth()).isBetween(211, 214);
        assertThat(picture.getHeight()).isBetween(349, 351);
        assertThat(LicencePictures.text(pdf))
                .contains("PEMERINTAH KABUPATEN MALANG", "KECAMATAN KEPANJEN", "IZIN USAHA MIKRO DAN KECIL")
                .contains("Peraturan Presiden Nomor 98 Tahun 2014")
                .contains("Lastri Handayani", "3599015403790003", "081234567890", "Jl. Kawi 17")
                .contains("Keripik Tempe Bu Lastri", "KBLI 10794", "Desa Ngadilangkung", "Jawa Timur", "65163")
                .contains("Makanan dan minuman, Perdagangan", "Milik sendiri", "Rp12.500.000,00", "Usaha Mikro")
                .contains("berlaku selama usaha dijalankan", "tanpa dipungut biaya")
                .contains("24 November 2026", "a.n. BUPATI MALANG", "CAMAT KEPANJEN", "Drs. HARTONO, M.Si.")
                .contains("Pembina Tingkat I", "NIP 19690412 199403 1 007");
    }

    @Test
    void a_sheet_lets_people_pass_and_is_printed_when_there_are_fewer() {
        List<Requests.Serving> served = new ArrayList<>();
        while (!requests.crowded()) {
            served.add(requests.begin());
        }
        LicenceId licence;
        try {
            licence = issue(order(KEPANJEN));
            assertThat(printed(licence)).isFalse();
        } finally {
            served.forEach(Requests.Serving::close);
        }

        await().until(() -> printed(licence));
    }

    private boolean printed(LicenceId licence) {
        return as(camat, () -> sheets.get(licence, 1)).printed();
    }

    @Test
    void a_camera_reads_the_code_from_the_page_and_from_a_poor_copy() throws Exception {
        LicenceId licence = issue(order(KEPANJEN));
        byte[] pdf = pdf(licence);

        String address = content(licence).address();

        assertThat(address).startsWith("http://localhost:8080/c#");
        assertThat(LicencePictures.qr(LicencePictures.picture(pdf, 200))).isEqualTo(address);
        assertThat(LicencePictures.qr(LicencePictures.copied(LicencePictures.picture(pdf, 200))))
                .isEqualTo(address);
    }

    @Test
    void trap_1_a_reprint_years_later_has_the_same_bytes_whatever_has_changed() {
        LicenceId licence = issue(order(KEPANJEN));
        byte[] first = pdf(licence);

        clock.moveTo(LocalDate.of(2031, 3, 3));
        Actor laterCamat = LicenceFixtures.camatOf(KEPANJEN);

        assertThat(as(laterCamat, () -> sheets.pdf(sheets.get(licence, 1)))).isEqualTo(first);
        assertThat(as(laterCamat, () -> printer.print(sheets.content(sheets.get(licence, 1)))))
                .isEqualTo(first);
    }

    @Test
    void nobody_waits_for_the_printer_and_each_sheet_is_printed_soon() {
        LicenceId licence = issue(order(KEPANJEN));

        await().atMost(Duration.ofSeconds(30)).until(() -> sheet(licence).printed());

        byte[] printed = as(camat, () -> documents.get(sheet(licence).pdfDocument()));
        assertThat(printed).isEqualTo(pdf(licence)).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void what_a_process_left_unprinted_is_printed_by_a_later_round() throws Exception {
        LicenceId licence = issue(order(KEPANJEN));
        await().atMost(Duration.ofSeconds(30)).until(() -> sheet(licence).printed());
        String document = sheet(licence).pdfDocument();
        forgetThePrinting(licence);

        clock.moveTo(LocalDate.of(2026, 12, 24));
        printRoom.round();

        assertThat(sheet(licence).pdfDocument()).isEqualTo(document);
    }

    @Test
    void a_printed_sheet_stays_as_it_was_printed() {
        LicenceId licence = issue(order(KEPANJEN));
        pdf(licence);
        UUID id = sheet(licence).id();

        assertThatThrownBy(() -> as(
                        camat,
                        () -> database.sql(
                                        "update licensing.licence_sheet set pdf_document = repeat('1', 64) where id = :id")
                                .param("id", id)
                                .update()))
                .hasMessageContaining("stays as it was printed");
    }

    @Test
    void if_the_file_is_lost_the_frozen_content_is_printed_again() throws Exception {
        LicenceId licence = issue(order(KEPANJEN));
        String before = LicencePictures.text(pdf(licence));
        String document = sheet(licence).pdfDocument();
        Path file = home.resolve("documents")
                .resolve(document.substring(0, 2))
                .resolve(document.substring(2, 4))
                .resolve(document);

        Files.delete(file);

        assertThat(LicencePictures.text(pdf(licence))).isEqualTo(before);
    }

    @Test
    void long_content_gets_smaller_letters_and_stays_on_one_page() throws Exception {
        String longName = "Usaha Dagang Sumber Rejeki Makmur Sejahtera Abadi Jaya Bersama Putra Putri Kabupaten Malang "
                + "Cabang Utama Kecamatan Sumbermanjing Wetan Jawa Timur";
        LicensedBusiness large = new LicensedBusiness(
                longName,
                "Membuat dan menjual keripik, kerupuk, peyek, sambal, bumbu, minuman herbal, kue basah, kue kering. "
                        .repeat(3),
                List.of(
                        "10794 Industri kerupuk, keripik, peyek dan sejenisnya (KBLI 2020)",
                        "10773 Industri produk masak lainnya dari hasil olahan pangan siap saji (KBLI 2020)",
                        "11040 Industri minuman ringan beraroma buah dan rempah-rempah (KBLI 2020)",
                        "47249 Perdagangan eceran makanan lainnya di toko dan di los pasar tradisional (KBLI 2020)",
                        "56102 Rumah atau warung makan dengan tempat duduk tetap maupun tidak tetap (KBLI 2020)"),
                "Dusun Krajan Wetan Lor, Jalan Raya Sumbermanjing Wetan Gang Mangga Dua Nomor 117 B, RT 014 RW 022, "
                        + "belakang Pasar Desa Lama",
                "Desa Sumberagung",
                "Sumbermanjing Wetan",
                "Kabupaten Malang",
                "Jawa Timur",
                "65176",
                List.of("Makanan dan minuman", "Perdagangan", "Pertanian dan peternakan", "Kerajinan", "Jasa"),
                "Sewa, di lahan milik keluarga dengan perjanjian lisan",
                999_999_999_999L,
                "0 123 456 789 012 345",
                "Usaha Kecil");
        LicenceHolder longHolder = new LicenceHolder(
                "Raden Ayu Siti Nurhaliza Kusumaningrum Wahyu Prameswari Sastrodiningrat, S.E., M.M.",
                null,
                "KTP hilang dan sedang diurus di Dinas Kependudukan dan Pencatatan Sipil",
                null,
                "Perumahan Bumi Mondoroko Raya Blok GG 3 Nomor 121, RT 007 RW 013, Kelurahan Watugede, Kecamatan Singosari, "
                        + "Kabupaten Malang, Jawa Timur");

        LicenceId licence = issue(order(KEPANJEN, LicenceFixtures.TODAY, longHolder, large));

        byte[] pdf = pdf(licence);
        assertThat(LicencePictures.pages(pdf)).isEqualTo(1);
        assertThat(LicencePictures.text(pdf))
                .contains("Kecamatan Sumbermanjing Wetan Jawa Timur", "belum tercatat (KTP");
        assertThat(LicencePictures.qr(LicencePictures.picture(pdf, 200)))
                .isEqualTo(content(licence).address());
    }

    @Test
    void trap_12_an_itinerant_seller_has_no_village_and_the_sheet_says_so() {
        byte[] pdf = pdf(issue(order(KEPANJEN, LicenceFixtures.TODAY, holder(), LicenceFixtures.itinerant())));

        assertThat(LicencePictures.text(pdf)).contains("Desa/kelurahan : –", "Keliling di Kecamatan Kepanjen");
    }

    @Test
    void a_name_with_the_signs_of_html_is_printed_as_it_is() {
        LicensedBusiness odd = new LicensedBusiness(
                "Bakso <b>\"Cak Man\"</b> & Putra",
                business().activityText(),
                List.of(),
                "Jl. Kawi",
                null,
                "Kepanjen",
                "Kabupaten Malang",
                "Jawa Timur",
                null,
                List.of(),
                "Sewa",
                null,
                null,
                "Usaha Mikro");

        byte[] pdf = pdf(issue(order(KEPANJEN, LicenceFixtures.TODAY, holder(), odd)));

        assertThat(LicencePictures.text(pdf)).contains("Bakso <b>\"Cak Man\"</b> & Putra");
    }

    @Test
    void trap_2_a_licence_of_2016_is_shown_as_it_was_though_other_regimes_have_come() {
        IssueOrder order = order(KEPANJEN, LocalDate.of(2016, 5, 2), holder(), business());

        LicenceId licence = issue(order);

        assertThat(LicencePictures.text(pdf(licence)))
                .contains("/2016")
                .contains("2 Mei 2016")
                .contains("Peraturan Menteri Dalam Negeri Nomor 83 Tahun 2014");
    }

    @Test
    void what_was_frozen_cannot_be_changed_by_the_application() {
        LicenceId licence = issue(order(KEPANJEN));

        for (String change : List.of(
                "update licensing.licence_sheet set digits = '1' where licence = :id",
                "delete from licensing.licence_sheet where licence = :id",
                "update licensing.licence_event set reason = 'x' where licence = :id",
                "delete from licensing.licence_event where licence = :id",
                "update licensing.licence set number = 'x' where id = :id",
                "update licensing.licence set issued_on = '2020-01-01' where id = :id",
                "delete from licensing.licence where id = :id")) {
            assertThatThrownBy(() -> as(
                            camat,
                            () -> database.sql(change)
                                    .param("id", licence.value())
                                    .update()))
                    .as(change)
                    .hasRootCauseMessage("ERROR: permission denied for table " + table(change));
        }
    }

    @Test
    void content_that_does_not_have_its_hash_is_not_shown() {
        LicenceId licence = issue(order(KEPANJEN));
        Sheets.Sheet sheet = as(camat, () -> sheets.get(licence, 1));

        Sheets.Sheet moved = new Sheets.Sheet(
                Ids.next(), 1, sheet.sealed(), sheet.statusIndex(), sheet.pdfDocument(), sheet.madeAt());
        Sheets.Sheet otherHash = new Sheets.Sheet(
                sheet.id(),
                1,
                new Frozen.Sealed(sheet.sealed().bytes(), "0".repeat(64)),
                sheet.statusIndex(),
                sheet.pdfDocument(),
                sheet.madeAt());

        for (Sheets.Sheet wrong : List.of(moved, otherHash)) {
            assertThatThrownBy(() -> as(camat, () -> sheets.content(wrong))).isInstanceOf(IllegalStateException.class);
        }
    }

    /** As when the process ended between the issue and the printing. */
    private void forgetThePrinting(LicenceId licence) throws SQLException {
        String name =
                database.sql("select current_database()").query(String.class).single();
        try (Connection superuser = DriverManager.getConnection(TestDatabase.serverUrl(name));
                Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("update licensing.licence_sheet set pdf_document = repeat('0', 64) where licence = '"
                    + licence.value() + "'");
        }
    }

    private Sheets.Sheet sheet(LicenceId licence) {
        return as(camat, () -> sheets.get(licence, 1));
    }

    private static String table(String change) {
        return change.replaceFirst(".*licensing\\.(\\w+).*", "$1");
    }

    private LicenceId issue(IssueOrder order) {
        return as(camat, () -> licences.issue(order));
    }

    private byte[] pdf(LicenceId licence) {
        return as(camat, () -> sheets.pdf(sheets.get(licence, 1)));
    }

    private Snapshot content(LicenceId licence) {
        return as(camat, () -> sheets.content(sheets.get(licence, 1)));
    }

    private <T> T as(Actor actor, Supplier<T> work) {
        return CurrentActor.runAs(actor, () -> transaction.execute(status -> work.get()));
    }
}
