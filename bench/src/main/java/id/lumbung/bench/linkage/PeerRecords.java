package id.lumbung.bench.linkage;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.lumbung.linkage.standard.Address;
import id.lumbung.linkage.standard.BusinessName;
import id.lumbung.linkage.standard.Letters;
import id.lumbung.linkage.standard.Nik;
import id.lumbung.linkage.standard.PartialDate;
import id.lumbung.linkage.standard.PersonName;
import id.lumbung.linkage.standard.Phone;
import id.lumbung.linkage.standard.Spelling;
import id.lumbung.linkage.standard.Villages;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Brings the lists of a folder, in their standard forms, into a table of DuckDB; the truth into another. */
final class PeerRecords {
    private static final int YEAR_OF_LISTS = 2026;

    private static final String TABLES = """
            create table r (id integer, source varchar, rec_id varchar, name varchar, joined varchar, sound varchar, first4 varchar, last4 varchar,
                business varchar, business_sound varchar, kind varchar, phone varchar, nik varchar, nik15 varchar, digits bigint, known bigint,
                birth integer, year integer, village integer, kec integer, rt integer, rw integer, hamlet varchar, kbli varchar);
            create table truth (source varchar, rec_id varchar, business_id varchar, owner_id varchar);
            """;

    private final Connection connection;
    private final Villages villages;
    private int count;

    private PeerRecords(Connection connection, Villages villages) {
        this.connection = connection;
        this.villages = villages;
    }

    /** Fills {@code r} and, when the folder has one, {@code truth}; says how many records came. */
    static int load(Path folder, Connection connection) throws IOException, SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
        PeerRecords records = new PeerRecords(connection, villages(folder));
        for (Path list : lists(folder)) {
            String source = nameOf(list);
            if (source.equals("truth")) {
                records.truth(list);
            } else if (!source.equals("villages")) {
                records.list(list, source);
            }
        }
        return records.count;
    }

    private static List<Path> lists(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !nameOf(file).isEmpty()).sorted().toList();
        }
    }

    /** The name of a list, empty for other files. */
    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        name = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return name.endsWith(".csv") ? name.substring(0, name.length() - 4) : "";
    }

    private static CsvReader<NamedCsvRecord> read(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        if (file.toString().endsWith(".gz")) {
            bytes = new GZIPInputStream(bytes, 1 << 16);
        }
        Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
        return CsvReader.builder().ofNamedCsvRecord(text);
    }

    private static Villages villages(Path folder) throws IOException {
        List<Villages.Village> known = new ArrayList<>();
        for (Path file : lists(folder)) {
            if (nameOf(file).equals("villages")) {
                try (CsvReader<NamedCsvRecord> rows = read(file)) {
                    rows.forEach(row -> known.add(new Villages.Village(
                            row.getField("desa_kode"),
                            row.getField("desa_nama"),
                            row.getField("kec_kode"),
                            row.getField("kec_nama"))));
                }
            }
        }
        return new Villages(known);
    }

    private void truth(Path file) throws IOException, SQLException {
        try (CsvReader<NamedCsvRecord> rows = read(file);
                DuckDBAppender into = appender("truth")) {
            for (NamedCsvRecord row : rows) {
                into.beginRow();
                for (String column : List.of("source", "rec_id", "business_id", "owner_id")) {
                    into.append(row.getField(column));
                }
                into.endRow();
            }
        }
    }

    private DuckDBAppender appender(String table) throws SQLException {
        return connection.unwrap(DuckDBConnection.class).createAppender(table);
    }

    private void list(Path file, String source) throws IOException, SQLException {
        try (CsvReader<NamedCsvRecord> rows = read(file);
                DuckDBAppender into = appender("r")) {
            for (NamedCsvRecord row : rows) {
                into.beginRow().append(count++).append(source).append(row.getField("rec_id"));
                person(row, into);
                numbers(row, into);
                place(row, into);
                String kbli = row.getField("kbli");
                text(into, kbli.length() == 5 ? kbli : "");
                into.endRow();
            }
        }
    }

    private static void person(NamedCsvRecord row, DuckDBAppender into) throws SQLException {
        PersonName name = PersonName.of(row.getField("nama_pemilik"));
        String full = name.full();
        text(into, full);
        text(into, Letters.joined(full));
        String sounds = sounds(full);
        text(into, Letters.joined(sounds));
        int blank = sounds.indexOf(' ');
        String first = blank < 0 ? sounds : sounds.substring(0, blank);
        text(into, first.substring(0, Math.min(4, first.length())));
        String last = sounds.substring(sounds.lastIndexOf(' ') + 1);
        text(into, last.substring(Math.max(0, last.length() - 4)));
        BusinessName business = BusinessName.of(row.getField("nama_usaha"));
        text(into, business.core());
        text(into, Letters.joined(sounds(business.core())));
        text(into, business.isMissing() ? "" : business.type() + " " + business.goods());
    }

    private static String sounds(String words) {
        StringBuilder sounds = new StringBuilder();
        for (String word : words.split(" ")) {
            sounds.append(sounds.isEmpty() ? "" : " ").append(Spelling.sound(word));
        }
        return sounds.toString();
    }

    private static void numbers(NamedCsvRecord row, DuckDBAppender into) throws SQLException {
        text(into, Phone.of(row.getField("telp")).number());
        Nik nik = Nik.of(row.getField("nik"));
        String whole = nik.quality() == Nik.Quality.WHOLE ? String.format("%016x", nik.digits()) : "";
        text(into, whole);
        text(into, whole.isEmpty() ? "" : whole.substring(0, 15));
        if (nik.isMissing()) {
            into.appendNull().appendNull();
        } else {
            into.append(nik.digits()).append(nik.known());
        }
        PartialDate birth = PartialDate.of(row.getField("tgl_lahir"), YEAR_OF_LISTS);
        PartialDate byNik = nik.birth(YEAR_OF_LISTS);
        PartialDate best =
                birth.kind().compareTo(byNik.kind()) >= 0 || birth.year() != 0 && birth.year() != byNik.year()
                        ? birth
                        : byNik;
        number(into, best.kind() == PartialDate.Kind.DAY ? best.packed() : 0);
        number(into, best.year());
    }

    private void place(NamedCsvRecord row, DuckDBAppender into) throws SQLException {
        Villages.Found found = villages.find(row.getField("desa_nama"), row.getField("kec_nama"));
        number(into, found.index() + 1);
        number(into, found.kecamatan() + 1);
        Address address = Address.of(row.getField("alamat"));
        number(into, address.rt());
        number(into, address.rw());
        text(into, address.hamlet());
    }

    private static void text(DuckDBAppender into, @Nullable String value) throws SQLException {
        if (value == null || value.isEmpty()) {
            into.appendNull();
        } else {
            into.append(value);
        }
    }

    private static void number(DuckDBAppender into, int value) throws SQLException {
        if (value == 0) {
            into.appendNull();
        } else {
            into.append(value);
        }
    }
}
