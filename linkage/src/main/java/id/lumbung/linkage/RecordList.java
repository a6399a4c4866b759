package id.lumbung.linkage;

import id.lumbung.linkage.engine.CsvFile;
import id.lumbung.linkage.engine.RawList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of records as it was typed. The columns of Lumbung's layout are {@code rec_id, nama_pemilik, nama_usaha, kbli, sektor_teks,
 * desa_kode, desa_nama, kec_nama, alamat, telp, nik, tgl_lahir}; lists of other columns are linked by what stands in them.
 */
public final class RecordList {

    /** The columns of Lumbung's layout, in their order. */
    public static final List<String> LAYOUT = RawList.LAYOUT;

    final RawList raw;

    private RecordList(RawList raw) {
        this.raw = raw;
    }

    /** A list from a file, {@code .csv} or {@code .csv.gz}. */
    public static RecordList read(Path file, String source) throws IOException {
        return new RecordList(CsvFile.read(file, source));
    }

    /** A list that is filled row by row. */
    public static Builder of(String source, List<String> columns) {
        return new Builder(source, columns);
    }

    public String source() {
        return raw.source();
    }

    public int size() {
        return raw.rows();
    }

    /** Takes rows in the order of the columns. Not thread-safe. */
    public static final class Builder {

        private final String source;
        private final List<String> columns;
        private final List<Map<String, Integer>> known = new ArrayList<>();
        private final List<List<String>> values = new ArrayList<>();
        private final List<int[]> codes = new ArrayList<>();
        private int rows;

        private Builder(String source, List<String> columns) {
            this.source = source;
            this.columns = List.copyOf(columns);
            for (int c = 0; c < columns.size(); c++) {
                known.add(new HashMap<>());
                values.add(new ArrayList<>());
                codes.add(new int[64]);
            }
        }

        /** One record; a cell that is blank is not known. */
        public Builder add(String... cells) {
            if (cells.length != columns.size())
                throw new IllegalArgumentException(
                        "The list has " + columns.size() + " columns, the row " + cells.length);
            for (int c = 0; c < cells.length; c++) {
                String text = cells[c].trim();
                List<String> own = values.get(c);
                int code = known.get(c).computeIfAbsent(text, fresh -> {
                    own.add(fresh);
                    return own.size() - 1;
                });
                int[] of = codes.get(c);
                if (rows == of.length) {
                    of = Arrays.copyOf(of, rows * 2);
                    codes.set(c, of);
                }
                of[rows] = code;
            }
            rows++;
            return this;
        }

        public RecordList done() {
            List<RawList.Column> done = new ArrayList<>();
            for (int c = 0; c < columns.size(); c++)
                done.add(new RawList.Column(
                        columns.get(c),
                        Arrays.copyOf(codes.get(c), rows),
                        values.get(c).toArray(String[]::new)));
            return new RecordList(new RawList(source, rows, done));
        }
    }
}
