package id.lumbung.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list that is too small to learn from is judged by what was learned elsewhere. */
class SmallOfficesTest {

    private static final LinkageSettings SETTINGS = LinkageSettings.standard().withThreads(1);

    private static final String[][] OFFICE = {
        row("1", "Siti Aminah", "Warung Barokah", "56102", "A", "RT 3 RW 1", "081234567001", "", "1975"),
        row("2", "Sutrisno", "Toko Maju Jaya", "47112", "A", "RT 5 RW 2", "", "3507991203700002", "12/03/1970"),
        row("3", "Sri Wahyuni", "", "47112", "A", "RT 1 RW 4", "081234567003", "", "1981"),
        row("4", "Slamet", "Bengkel Slamet", "45407", "B", "RT 2 RW 2", "081234567004", "", ""),
        row("5", "Supriyadi", "Keripik Dua Putra", "10794", "B", "RT 7 RW 1", "", "", "1966"),
        row("6", "Endang Lestari", "Jahit Melati", "14120", "B", "RT 4 RW 3", "081234567006", "", "02/11/1979"),
        row("7", "Mulyono", "", "01461", "C", "RT 6 RW 1", "", "", "1958"),
        row("8", "Siti Khotimah", "Warung Bu Siti", "56102", "C", "RT 2 RW 1", "", "3507995206840001", "12/06/1984"),
        row("9", "Bambang Hidayat", "Cukur Rapi", "96111", "C", "RT 9 RW 2", "081234567009", "", "1990"),
        row("10", "Sumiati", "Tempe Sumber Rejeki", "10391", "D", "RT 1 RW 1", "", "", "1962"),
        row("11", "Suwarno", "", "47211", "D", "RT 3 RW 2", "", "", ""),
        row("12", "Sri Rahayu", "Kedai Cahaya", "56303", "D", "RT 8 RW 1", "081234567012", "", "1987"),
        row("13", "Agus Setiawan", "Toko Berkah", "47112", "E", "RT 2 RW 5", "", "", "1983"),
        row("14", "Nur Hayati", "Kue Bu Nur", "10710", "E", "RT 5 RW 5", "081234567014", "", "1972"),
        row("15", "Wagiman", "", "01411", "E", "RT 1 RW 2", "", "", "1955"),
        row("16", "Yuliana Puspitasari", "Laundry Wangi", "96200", "F", "RT 6 RW 4", "081234567016", "", "1992"),
        row("17", "Kasmadi", "Meubel Jati", "31001", "F", "RT 3 RW 3", "", "", "1961"),
        row("18", "Siti Aisyah", "Warung Sederhana", "56102", "F", "RT 4 RW 4", "", "", "1978"),
        row("19", "Joko Susilo", "Tambal Ban", "45407", "G", "RT 7 RW 2", "081234567019", "", "1985"),
        row("20", "Tumini", "Jamu Tumini", "11040", "G", "RT 2 RW 6", "", "", "1959"),
    };

    private static String[] row(
            String id,
            String name,
            String business,
            String kbli,
            String village,
            String address,
            String phone,
            String nik,
            String birth) {
        return new String[] {
            id,
            name,
            business,
            kbli,
            "",
            "350799300" + (village.charAt(0) - 'A'),
            "Desa " + village,
            "Contoh",
            address,
            phone,
            nik,
            birth
        };
    }

    private static Linkage office(int records) {
        RecordList.Builder list = RecordList.of("register", MadeUpLists.COLUMNS);
        for (int i = 0; i < records; i++) list.add(OFFICE[i]);
        return Linkage.of(List.of(list.done()), SETTINGS);
    }

    private static Map<String, String> cells(String[] row) {
        Map<String, String> cells = new HashMap<>();
        for (int c = 1; c < row.length; c++) cells.put(MadeUpLists.COLUMNS.get(c), row[c]);
        return cells;
    }

    private static List<LinkageIndex.Match> found(String[] row) {
        return office(20).index().find("counter", cells(row), 0.01, 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20})
    void a_list_of_any_size_is_linked(int records) {
        Linkage linkage = office(records);

        assertThat(linkage.clusters(Level.BUSINESS)).hasSize(records);
        assertThat(linkage.pairs(Level.OWNER, 0.3)).isEmpty();
        assertThat(linkage.estimate(Level.BUSINESS).precision()).isBetween(0.0, 1.0);
    }

    @Test
    void an_obvious_duplicate_is_linked() {
        String[] again = row(
                "", "Bu Hj. Siti Khotimah", "Warung Bu Siti", "56102", "C", "RT 02/01", "", "3507995206840001", "1984");

        LinkageIndex.Match match = found(again).get(0);

        assertThat(match.record().id()).isEqualTo("8");
        assertThat(SETTINGS.zone(match.business())).isEqualTo(Zone.LINK);
    }

    @Test
    void a_duplicate_without_numbers_is_at_least_reviewed() {
        String[] again = row("", "Yuliana Puspita Sari", "Wangi Laundry", "96200", "F", "RT 6 RW 4", "", "", "");

        LinkageIndex.Match match = found(again).get(0);

        assertThat(match.record().id()).isEqualTo("16");
        assertThat(SETTINGS.zone(match.business())).isNotEqualTo(Zone.NO_LINK);
    }

    @Test
    void the_owners_other_business_is_of_the_owner_and_not_the_same() {
        String[] other =
                row("", "Sutrisno", "Bengkel Jaya Motor", "45407", "A", "RT 5 RW 2", "", "3507991203700002", "");

        LinkageIndex.Match match = found(other).get(0);

        assertThat(match.record().id()).isEqualTo("2");
        assertThat(SETTINGS.zone(match.owner())).isEqualTo(Zone.LINK);
        assertThat(SETTINGS.zone(match.business())).isNotEqualTo(Zone.LINK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Siti Aminah", "Slamet", "Sri Wahyuni", "Sutrisno", "Supriyadi", "Siti"})
    void a_stranger_with_a_common_name_is_not_linked(String name) {
        for (String village : List.of("A", "B", "C")) {
            String[] stranger =
                    row("", name, "Toko Sinar Pagi", "47211", village, "RT 11 RW 8", "081999888777", "", "1995");

            assertThat(found(stranger))
                    .allSatisfy(
                            match -> assertThat(SETTINGS.zone(match.business())).isEqualTo(Zone.NO_LINK))
                    .allSatisfy(
                            match -> assertThat(SETTINGS.zone(match.owner())).isNotEqualTo(Zone.LINK));
        }
    }

    @Test
    void a_duplicate_within_the_list_is_found_by_the_run_itself() {
        RecordList.Builder list = RecordList.of("register", MadeUpLists.COLUMNS);
        for (String[] row : OFFICE) list.add(row);
        list.add(row("21", "Endang Lestari", "Penjahit Melati", "14120", "B", "RT 4", "081234567006", "", "1979"));

        Linkage linkage = Linkage.of(List.of(list.done()), SETTINGS);

        assertThat(linkage.pairs(Level.BUSINESS, 0.5))
                .extracting(pair -> pair.a().id() + "-" + pair.b().id())
                .containsExactly("6-21");
    }
}
