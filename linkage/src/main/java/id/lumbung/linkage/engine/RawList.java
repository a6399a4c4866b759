package id.lumbung.linkage.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list as it was typed: named columns of dictionary codes. */
public record RawList(String source, int rows, List<Column> columns) {

    /** The columns of Lumbung's layout. */
    public static final List<String> LAYOUT = List.of(
            "rec_id",
            "nama_pemilik",
            "nama_usaha",
            "kbli",
            "sektor_teks",
            "desa_kode",
            "desa_nama",
            "kec_nama",
            "alamat",
            "telp",
            "nik",
            "tgl_lahir");

    /** One column: {@code values[codes[row]]} is the text, blank when missing. */
    public record Column(String name, int[] codes, String[] values) {

        public String text(int row) {
            return values[codes[row]];
        }
    }

    public @Nullable Column column(String name) {
        for (Column column : columns) {
            if (column.name().equalsIgnoreCase(name)) return column;
        }
        return null;
    }
}
