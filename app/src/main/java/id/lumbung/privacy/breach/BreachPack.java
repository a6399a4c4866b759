package id.lumbung.privacy.breach;

import id.lumbung.identity.AuditCheck;
import id.lumbung.platform.PlainTable;
import id.lumbung.platform.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder: a summary for the authority, letters to the persons, both lists, and whether the audit is whole. Always in
 * Indonesian, since it is an official paper; read by nobody but who made it.
 */
final class BreachPack {
    private static final List<String> PERSONS = List.of(
            "Kunci",
            "Nama",
            "Alamat rumah",
            "Kode wilayah rumah",
            "Nomor usaha, permohonan atau permintaan",
            "Pertama",
            "Terakhir",
            "Dibaca (kali)",
            "Diubah (kali)",
            "Data",
            "Oleh",
            "Dari alamat");
    private static final List<String> TRAIL = List.of(
            "Entri audit",
            "Waktu",
            "Waktu (UTC)",
            "Oleh",
            "Dari alamat",
            "Sesi",
            "Pintu",
            "Tindakan",
            "Data",
            "Tabel",
            "Kolom",
            "Keperluan",
            "Baris",
            "Orang (kunci)");

    private final BreachQuestion question;
    private final BreachFindings findings;
    private final AuditCheck.Outcome chain;
    private final long noted;
    private final Instant madeAt;
    private final Texts texts;

    BreachPack(
            BreachQuestion question,
            BreachFindings findings,
            AuditCheck.Outcome chain,
            long noted,
            Instant madeAt,
            Texts texts) {
        this.question = question;
        this.findings = findings;
        this.chain = chain;
        this.noted = noted;
        this.madeAt = madeAt;
        this.texts = texts;
    }

    /** A folder of one's own: new, or empty. */
    static void refuseUnlessFree(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--out is not a folder: " + folder);
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> content = Files.list(folder)) {
                if (content.findAny().isPresent()) {
                    throw new IllegalArgumentException("--out is not empty: " + folder);
                }
            }
        }
    }

    void write() throws IOException {
        Path folder = question.out();
        Path parent = folder.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (!Files.exists(folder)) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        file("ringkasan.txt", summary());
        file("surat.txt", letters());
        file(
                "orang.csv",
                PlainTable.csv(
                        PERSONS, findings.persons().stream().map(this::row).toList()));
        file("jejak.csv", PlainTable.csv(TRAIL, findings.trail()));
        file("rantai.txt", String.join("\n", chain.lines()) + "\n");
    }

    private void file(String name, String content) throws IOException {
        Path file = question.out().resolve(name);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content);
    }

    private List<String> row(BreachFindings.OfPerson one) {
        TouchedPerson person = one.person();
        return List.of(
                person.key(),
                person.name(),
                person.home() == null ? "" : person.home(),
                person.homeRegion() == null ? "" : person.homeRegion(),
                person.numbers(),
                texts.dateTime(one.first()),
                texts.dateTime(one.last()),
                Integer.toString(one.reads()),
                Integer.toString(one.changes()),
                one.data(),
                one.who(),
                one.addresses());
    }

    private String period() {
        return texts.dateTime(question.from()) + " sampai " + texts.dateTime(question.to());
    }

    private String asked() {
        return (question.account() == null ? "semua akun" : "akun " + question.account()) + ", "
                + (question.address() == null ? "dari alamat mana pun" : "dari alamat " + question.address());
    }

    String summary() {
        return """
                LAPORAN KEGAGALAN PELINDUNGAN DATA PRIBADI
                UU 27/2022 pasal 46: disampaikan secara tertulis kepada subjek data dan kepada lembaga paling lambat
                3 x 24 jam sejak kegagalan itu terjadi. Isi tempat bertitik sebelum dikirim.

                Kantor                    : ....................................................
                Diketahui pada            : ....................................................
                Penanggung jawab, kontak  : ....................................................
                Disusun                   : %s, dari catatan audit (entri %d mencatat penyusunan ini)
                Yang diperiksa            : %s
                                            %s

                1. DATA PRIBADI YANG TERUNGKAP
                Orang yang datanya tersentuh: %d (daftar: orang.csv). Menurut jenis, berapa kali:
                %s
                2. KAPAN DAN BAGAIMANA
                Catatan audit dalam waktu itu: %d (daftar: jejak.csv).
                Pertama                   : %s
                Terakhir                  : %s
                Oleh                      : %s
                Dari alamat               : %s
                Bagaimana kegagalan terjadi: ...................................................

                3. UPAYA PENANGANAN DAN PEMULIHAN
                Yang sudah dilakukan (sesi diakhiri, akun ditutup, kunci diganti): ................
                Yang akan dilakukan       : ....................................................

                YANG TIDAK DAPAT DITAUTKAN KE SATU ORANG
                Baris menurut tabel; periksa sendiri dengan jejak.csv:
                %s
                KEUTUHAN CATATAN AUDIT: %s (rantai.txt)
                """.formatted(
                        texts.dateTime(madeAt),
                        noted,
                        period(),
                        asked(),
                        findings.persons().size(),
                        lines(findings.data()),
                        findings.entries(),
                        edge(true),
                        edge(false),
                        String.join(", ", findings.who()),
                        String.join(", ", findings.addresses()),
                        lines(findings.unresolved()),
                        chain.intact() ? "utuh" : "TIDAK UTUH, jangan andalkan laporan ini sebelum diperiksa");
    }

    private String edge(boolean first) {
        return findings.trail().isEmpty()
                ? "-"
                : (first ? findings.trail().getFirst() : findings.trail().getLast()).get(1);
    }

    private static String lines(Map<String, Integer> counted) {
        return counted.isEmpty()
                ? "- tidak ada\n"
                : counted.entrySet().stream()
                        .map(one -> "- " + one.getKey() + ": " + one.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    /** One page a person; a form feed stands between them. */
    String letters() {
        return findings.persons().stream().map(this::letter).collect(Collectors.joining("\f"));
    }

    private String letter(BreachFindings.OfPerson one) {
        TouchedPerson person = one.person();
        return """
                Kepada Yth. %s
                %s

                Hal: pemberitahuan kegagalan pelindungan data pribadi (UU 27/2022 pasal 46)

                Dengan hormat,

                Data pribadi Anda yang kami simpan (%s) telah tersentuh tanpa seharusnya.

                Data apa       : %s
                Kapan          : %s sampai %s
                Bagaimana      : ..............................................................
                Yang kami lakukan: ............................................................
                Yang dapat Anda lakukan: waspadalah terhadap telepon atau pesan yang mengaku dari kantor kami.

                Anda berhak melihat data Anda dan siapa yang membukanya: datanglah ke loket kecamatan dengan KTP,
                tanpa biaya; jawabannya dalam 3 x 24 jam. Hubungi kami: ........................................

                Hormat kami,
                ....................
                """.formatted(
                        person.name(),
                        person.home() == null ? "(alamat tidak ada dalam daftar)" : person.home(),
                        person.numbers(),
                        one.data(),
                        texts.dateTime(one.first()),
                        texts.dateTime(one.last()));
    }
}
