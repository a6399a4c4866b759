package id.lumbung.linkage.command;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.linkage.engine.RawList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the bench changes in lists to see how well the engine does with other noise. */
class NoiseTest {

    private static final List<RawList> LISTS = List.of(list("census", 600), list("register", 200), list("sheet", 60));

    private static RawList list(String source, int rows) {
        String[] columns = {
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
            "tgl_lahir"
        };
        List<RawList.Column> made = new ArrayList<>();
        for (int c = 0; c < columns.length; c++) {
            int column = c;
            String[] texts = IntStream.range(0, rows)
                    .mapToObj(r -> switch (column) {
                        case 5 -> "350701200" + r % 10;
                        case 9 -> "0812345" + (10_000 + r);
                        case 10 -> "350701" + (1_000_000_000L + r);
                        case 11 -> "12/03/" + (1950 + r % 50);
                        default -> columns[column] + " kata " + (char) ('a' + r % 26) + r;
                    })
                    .toArray(String[]::new);
            made.add(new RawList.Column(columns[c], IntStream.range(0, rows).toArray(), texts));
        }
        return new RawList(source, rows, made);
    }

    static List<String> changes() {
        return List.copyOf(Noise.changes().keySet());
    }

    private static List<String> cells(List<RawList> lists) {
        List<String> cells = new ArrayList<>();
        for (RawList list : lists)
            for (RawList.Column column : list.columns())
                for (int r = 0; r < list.rows(); r++)
                    cells.add(list.source() + ' ' + column.name() + ' ' + column.text(r));
        return cells;
    }

    @ParameterizedTest
    @MethodSource("changes")
    void is_the_same_each_time_and_leaves_the_ids(String change) {
        List<RawList> changed = Noise.changed(LISTS, change);

        assertThat(cells(changed)).isEqualTo(cells(Noise.changed(LISTS, change)));
        if (!change.equals("as it is")) assertThat(cells(changed)).isNotEqualTo(cells(LISTS));
        for (RawList list : changed) {
            RawList before = LISTS.stream()
                    .filter(other -> other.source().equals(list.source()))
                    .findFirst()
                    .orElseThrow();
            List<String> known = Arrays.asList(before.columns().get(0).values());
            for (int r = 0; r < list.rows(); r++)
                assertThat(known).contains(list.columns().get(0).text(r));
        }
    }

    @Test
    void changes_the_share_that_it_says() {
        RawList.Column before = LISTS.get(0).column("nik");
        RawList.Column after = Noise.changed(LISTS, "half of NIKs blank").get(0).column("nik");

        long blank =
                IntStream.range(0, 600).filter(r -> after.text(r).isEmpty()).count();
        assertThat(blank).isBetween(240L, 360L);
        assertThat(IntStream.range(0, 600).filter(r -> !after.text(r).isEmpty()))
                .allSatisfy(r -> assertThat(after.text(r)).isEqualTo(before.text(r)));
    }
}
