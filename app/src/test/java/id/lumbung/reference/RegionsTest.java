package id.lumbung.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.LumbungTest;
import id.lumbung.reference.region.RegionLoading;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LumbungTest
class RegionsTest {

    private static final String KEPANJEN = "35.07.13";

    @Autowired
    private Regions regions;

    @Autowired
    private JdbcClient database;

    @Test
    void the_national_list_is_the_edition_of_2025() {
        Map<String, Integer> counts = new HashMap<>();
        database.sql("select level, count(*) as n from reference.region group by level")
                .query((row, n) -> counts.put(row.getString("level"), row.getInt("n")))
                .list();

        assertThat(counts).isEqualTo(Map.of("PROVINCE", 38, "REGENCY", 514, "KECAMATAN", 7_285, "VILLAGE", 83_762));
    }

    @Test
    void kabupaten_malang_has_33_kecamatan_378_desa_and_12_kelurahan() {
        assertThat(regions.kecamatanOf("35.07")).hasSize(33);
        assertThat(villagesOfKind("Desa")).isEqualTo(378);
        assertThat(villagesOfKind("Kelurahan")).isEqualTo(12);
    }

    @Test
    void another_edition_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> RegionLoading.check(Map.of(
                        RegionLevel.PROVINCE, 37,
                        RegionLevel.REGENCY, 514,
                        RegionLevel.KECAMATAN, 7_277,
                        RegionLevel.VILLAGE, 83_763)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("7285")
                .hasMessageContaining("4.0.1");
    }

    @Test
    void a_village_knows_its_kind_parent_and_path() {
        Region village = regions.get("35.07.13.1007");

        assertThat(village.kind()).isEqualTo("Kelurahan");
        assertThat(village.parentCode()).isEqualTo(KEPANJEN);
        assertThat(regions.path(village.code()))
                .isEqualTo("Kelurahan " + village.name() + ", Kecamatan Kepanjen, Kabupaten Malang, Jawa Timur");
    }

    @Test
    void search_finds_by_any_word_of_the_name_within_a_territory() {
        assertThat(regions.search("wetan", "35.07", 20))
                .extracting(Region::name)
                .contains("Sumbermanjing Wetan");
        assertThat(regions.search("kepan", "35.07", 5).getFirst().code()).isEqualTo(KEPANJEN);
        assertThat(regions.search("35.07.13", "", 5)).extracting(Region::name).contains("Kepanjen");
    }

    /** Trap 9: Kabupaten Malang has four villages of this name. */
    @Test
    void wonorejo_without_a_kecamatan_is_ambiguous() {
        VillageMatch match = regions.resolveVillage("Wonorejo", null);

        assertThat(match)
                .isInstanceOfSatisfying(
                        VillageMatch.Ambiguous.class,
                        ambiguous -> assertThat(ambiguous.candidates()).hasSizeGreaterThanOrEqualTo(4));
    }

    @Test
    void wonorejo_within_its_kecamatan_is_one_village() {
        String kecamatan = regions.search("wonorejo", "35.07", 20).stream()
                .filter(region -> region.level() == RegionLevel.VILLAGE)
                .map(Region::parentCode)
                .findFirst()
                .orElseThrow();

        assertThat(regions.resolveVillage("desa WONO REJO", kecamatan)).isInstanceOf(VillageMatch.Found.class);
        assertThat(regions.resolveVillage("Wonorejoo", kecamatan)).isInstanceOf(VillageMatch.Unknown.class);
    }

    @Test
    void an_alias_resolves_a_spelling_of_another_source() {
        database.sql(
                        "insert into reference.region_alias (code, alias, source) values ('35.07.01.2002', 'Banjarjo', 'uji')"
                                + " on conflict do nothing")
                .update();

        assertThat(regions.resolveVillage("Banjarjo", "35.07.01"))
                .isEqualTo(new VillageMatch.Found(regions.get("35.07.01.2002"), true));
    }

    private int villagesOfKind(String kind) {
        return database.sql("select count(*) from reference.region where code like '35.07.%' and kind = :kind")
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }
}
