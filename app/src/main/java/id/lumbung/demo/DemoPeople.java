package id.lumbung.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Invented people. Their NIKs pass every check of form but begin with {@code 3599}, a regency that does not exist, so
 * that none of them can be the NIK of somebody.
 */
final class DemoPeople {
    private static final String REGION_NOBODY_HAS = "3599";

    private final Map<String, Weighted<String>> lists = new HashMap<>();
    private final Random random;
    private int serial;

    /**
     * One invented person.
     *
     * @param nik 16 digits
     * @param familyCard number of the family card, 16 digits
     * @param phone mobile number as people say it, 08…
     */
    record Person(
            String name,
            boolean woman,
            LocalDate birthDate,
            String birthPlace,
            String nik,
            String familyCard,
            String phone,
            String education) {

        /** How neighbours call the person: Bu Sri, Pak Slamet. */
        String nick() {
            String[] words = name.split(" ");
            String first = words[0].endsWith(".") && words.length > 1 ? words[1] : words[0];
            return (woman ? "Bu " : "Pak ") + first;
        }

        String surname() {
            String[] words = name.split(" ");
            return words[words.length - 1];
        }
    }

    DemoPeople(Random random) {
        this.random = random;
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        Objects.requireNonNull(DemoPeople.class.getResourceAsStream("/demo/names.csv")),
                        StandardCharsets.UTF_8))) {
            rows.forEach(row -> lists.computeIfAbsent(row.getField("group"), group -> new Weighted<>())
                    .add(row.getField("value"), Integer.parseInt(row.getField("weight"))));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    String draw(String group) {
        return Objects.requireNonNull(lists.get(group), group).draw(random);
    }

    /** Somebody between 21 and 66 years old on that day. */
    Person next(LocalDate today) {
        boolean woman = random.nextInt(100) < 58;
        String last = draw(woman ? "female-last" : "male-last");
        String name = (draw(woman ? "female" : "male") + " " + last).strip();
        LocalDate birthDate = today.minusYears(21).minus(random.nextInt(45 * 365), ChronoUnit.DAYS);
        return new Person(
                name,
                woman,
                birthDate,
                draw("birthplace"),
                nik(birthDate, woman),
                REGION_NOBODY_HAS + two(1 + random.nextInt(33)) + "010110" + four(nextSerial()),
                "08" + (random.nextBoolean() ? "13" : "57")
                        + String.format(Locale.ROOT, "%08d", 10_000_000 + nextSerial()),
                draw("education"));
    }

    private String nik(LocalDate birthDate, boolean woman) {
        return REGION_NOBODY_HAS
                + two(1 + random.nextInt(33))
                + two(birthDate.getDayOfMonth() + (woman ? 40 : 0))
                + two(birthDate.getMonthValue())
                + two(birthDate.getYear() % 100)
                + four(nextSerial());
    }

    private int nextSerial() {
        return ++serial;
    }

    private static String two(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }

    private static String four(int number) {
        return String.format(Locale.ROOT, "%04d", number % 9999 + 1);
    }
}
