package id.lumbung.matching.coverage;

import static id.lumbung.platform.PlainTable.plain;

import id.lumbung.platform.PlainTable;
import id.lumbung.platform.Texts;
import id.lumbung.reference.Region;
import id.lumbung.reference.Regions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/** The coverage of a list by village as a table to take along; numbers only. */
@Component
class CoverageSheets {
    private static final int TEXTS = 3;
    private static final int WIDTH = 18;

    private final Regions regions;

    CoverageSheets(Regions regions) {
        this.regions = regions;
    }

    byte[] csv(Map<String, Covered> places, Texts texts) {
        List<List<String>> rows = new ArrayList<>();
        places.forEach((code, covered) -> {
            List<String> row = new ArrayList<>(names(code, texts));
            numbers(covered).forEach(number -> row.add(Long.toString(number)));
            rows.add(row);
        });
        return PlainTable.csv(head(texts), rows).getBytes(StandardCharsets.UTF_8);
    }

    byte[] xlsx(String title, Map<String, Covered> places, Texts texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 * 1024);
        try (Workbook workbook = new Workbook(bytes, "Lumbung", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(texts.t("matching.coverage.sheet"));
            sheet.value(0, 0, plain(title));
            sheet.style(0, 0).bold().set();
            List<String> head = head(texts);
            for (int column = 0; column < head.size(); column++) {
                sheet.width(column, WIDTH);
                sheet.value(1, column, head.get(column));
                sheet.style(1, column).bold().wrapText(true).set();
            }
            int at = 2;
            for (Map.Entry<String, Covered> place : places.entrySet()) {
                List<String> names = names(place.getKey(), texts);
                for (int column = 0; column < TEXTS; column++) {
                    sheet.value(at, column, plain(names.get(column)));
                }
                List<Long> numbers = numbers(place.getValue());
                for (int i = 0; i < numbers.size(); i++) {
                    sheet.value(at, TEXTS + i, numbers.get(i));
                }
                at++;
            }
            sheet.freezePane(TEXTS, 2);
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot write the coverage of a list", problem);
        }
        return bytes.toByteArray();
    }

    private static List<String> head(Texts texts) {
        return List.of(
                texts.t("matching.coverage.code"),
                texts.t("matching.fact.kecamatan"),
                texts.t("matching.fact.village"),
                texts.t("matching.coverage.records"),
                texts.t("matching.coverage.businesses"),
                texts.t("matching.coverage.licensed"),
                texts.t("matching.coverage.registered"),
                texts.t("matching.coverage.elsewhere"),
                texts.t("matching.coverage.fresh"),
                texts.t("matching.coverage.waiting"));
    }

    private List<String> names(String code, Texts texts) {
        boolean placed = code.length() >= Covered.KECAMATAN;
        boolean village = code.length() > Covered.KECAMATAN;
        return List.of(
                code,
                placed ? name(code.substring(0, Covered.KECAMATAN)) : texts.t("matching.coverage.no-kecamatan"),
                village ? name(code) : texts.t("matching.coverage.no-village"));
    }

    private String name(String code) {
        return regions.find(code).map(Region::name).orElse(code);
    }

    private static List<Long> numbers(Covered covered) {
        return List.of(
                covered.records(),
                covered.businesses(),
                covered.licensed(),
                covered.registered(),
                covered.elsewhere(),
                covered.fresh(),
                covered.waiting());
    }
}
