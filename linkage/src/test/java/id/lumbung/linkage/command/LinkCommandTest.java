package id.lumbung.linkage.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkCommandTest {

    private static final String HEADING =
            "rec_id,nama_pemilik,nama_usaha,kbli,sektor_teks,desa_kode,desa_nama,kec_nama,alamat,telp,nik,tgl_lahir\n";

    @Test
    void writes_pairs_and_clusters_of_every_list_of_a_folder(@TempDir Path folder) throws Exception {
        StringBuilder census = new StringBuilder(HEADING);
        StringBuilder register = new StringBuilder(HEADING);
        for (int i = 0; i < 300; i++) {
            String row = "Nama Orang" + (char) ('a' + i % 26) + (char) ('a' + i / 26) + ",\"Toko, Kita " + i
                    + "\",47112,Kelontong,350799200" + i % 7
                    + ",Desa Contoh,Contoh,RT " + (1 + i % 30) + " RW " + (1 + i % 5) + ",0812345" + (10_000 + i)
                    + ",350799010170"
                    + (1000 + i) + ",0" + (1 + i % 9) + "/03/19" + (50 + i % 40) + "\n";
            census.append('C').append(i).append(',').append(row);
            if (i % 3 == 0) register.append('R').append(i).append(',').append(row);
        }
        Files.writeString(folder.resolve("census.csv"), census);
        Files.writeString(
                folder.resolve("register.csv"),
                "\uFEFF" + register.toString().replace("\n", "\r\n"),
                StandardCharsets.UTF_8);
        Path out = folder.resolve("out");

        LinkCommand.main(
                new String[] {folder.toString(), "--level", "owner", "--out", out.toString(), "--threads", "2"});

        List<String> pairs = Files.readAllLines(out.resolve("pairs.csv"));
        List<String> clusters = Files.readAllLines(out.resolve("clusters.csv"));
        assertThat(pairs.get(0)).isEqualTo("source_a,rec_id_a,source_b,rec_id_b,probability");
        assertThat(pairs)
                .anyMatch(line ->
                        line.startsWith("census,C3,register,R3,0.9") || line.startsWith("census,C3,register,R3,1."));
        assertThat(clusters.get(0)).isEqualTo("source,rec_id,cluster");
        assertThat(clusters).hasSize(1 + 300 + 100);
        assertThat(Files.readString(out.resolve("report.html"))).contains("<svg");
    }
}
