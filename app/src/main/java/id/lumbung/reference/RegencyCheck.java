package id.lumbung.reference;

import id.lumbung.platform.start.Finding;
import id.lumbung.platform.start.StartCheck;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.env.Environment;

/** The regency whose office this is must be one that there is. */
final class RegencyCheck implements StartCheck {
    @Override
    public List<Finding> check(Environment settings) {
        String code = settings.getProperty("lumbung.regency", "35.07").strip();
        if (code.matches("\\d\\d\\.\\d\\d") && exists(code)) {
            return List.of();
        }
        return List.of(
                Finding.refusal(
                        "LUMBUNG_REGENCY",
                        "Tidak ada kabupaten atau kota dengan kode \"" + code
                                + "\". Tulis kode Kemendagri empat angka dengan titik, misalnya 35.07 untuk Kabupaten Malang.",
                        "There is no regency or city with the code \"" + code
                                + "\". Write the four-digit code of the Ministry of Home Affairs with a dot, such as 35.07 for Malang."));
    }

    private static boolean exists(String code) {
        try (InputStream file = RegencyCheck.class.getResourceAsStream("/reference/regencies.csv")) {
            if (file == null) {
                return true;
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .anyMatch(line -> line.startsWith(code + ","));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
