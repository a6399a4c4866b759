package id.lumbung.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.lumbung.demo.DemoPeople.Person;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;

/** Invented businesses of the kinds a regency in East Java is full of. */
final class DemoBusinesses {
    private final Weighted<Kind> kinds = new Weighted<>();
    private final Random random;

    /**
     * One kind of business.
     *
     * @param salesLow least yearly sales, millions of rupiah
     * @param salesHigh most yearly sales, millions of rupiah
     */
    record Kind(
            String activity,
            String kbli,
            List<String> sectors,
            List<String> names,
            boolean itinerant,
            int salesLow,
            int salesHigh,
            String nature) {}

    DemoBusinesses(Random random) {
        this.random = random;
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        Objects.requireNonNull(DemoBusinesses.class.getResourceAsStream("/demo/businesses.csv")),
                        StandardCharsets.UTF_8))) {
            rows.forEach(row -> kinds.add(
                    new Kind(
                            row.getField("activity"),
                            row.getField("kbli2025"),
                            parts(row.getField("sectors")),
                            parts(row.getField("names")),
                            row.getField("itinerant").equals("1"),
                            Integer.parseInt(row.getField("sales_low_million")),
                            Integer.parseInt(row.getField("sales_high_million")),
                            row.getField("nature")),
                    Integer.parseInt(row.getField("weight"))));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static List<String> parts(String field) {
        return List.of(field.split(Pattern.quote("|")));
    }

    Kind next() {
        return kinds.draw(random);
    }

    String nameFor(Kind kind, Person owner, String village) {
        String pattern = kind.names().get(random.nextInt(kind.names().size()));
        return pattern.replace("{nick}", owner.nick())
                .replace("{surname}", owner.surname())
                .replace("{place}", village);
    }

    /** Yearly sales in rupiah, a multiple of 500,000. */
    long salesOf(Kind kind) {
        long low = kind.salesLow() * 2L;
        long high = kind.salesHigh() * 2L;
        return (low + random.nextLong(high - low + 1)) * 500_000L;
    }
}
