package id.lumbung.privacy.breach;

import id.lumbung.platform.Texts;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the audit.
 *
 * @param to the moment after the last
 * @param account sign-in name; null for everybody
 * @param address of the caller; null for any
 */
record BreachQuestion(
        Instant from,
        Instant to,
        @Nullable String account,
        @Nullable String address,
        Path out,
        Path home) {
    static final String USAGE = """
            Usage: ./lumbung breach --from TIME --to TIME --out FOLDER [--account NAME] [--address ADDRESS] [--home FOLDER]
              TIME is 2026-11-29, 2026-11-29T14:00 (WIB) or 2026-11-29T14:00:00+07:00; a day in --to is meant to its end.
              With --account and --address only what that account did from that address.""";
    private static final Set<String> KNOWN = Set.of("--from", "--to", "--account", "--address", "--out", "--home");

    /** Bad input says in one sentence what is bad. */
    static BreachQuestion read(String[] arguments, Instant now) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!KNOWN.contains(arguments[i])) {
                throw new IllegalArgumentException("Unknown option: " + arguments[i]);
            }
            if (i + 1 == arguments.length || arguments[i + 1].startsWith("--")) {
                throw new IllegalArgumentException(arguments[i] + " needs a value.");
            }
            if (given.put(arguments[i], arguments[i + 1]) != null) {
                throw new IllegalArgumentException(arguments[i] + " is given twice.");
            }
        }
        Instant from = time("--from", given, false);
        Instant to = time("--to", given, true);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("--to must be after --from.");
        }
        if (from.isAfter(now)) {
            throw new IllegalArgumentException("--from is in the future.");
        }
        String address = given.get("--address");
        if (address != null && !address.matches("[0-9a-fA-F:.]{3,45}")) {
            throw new IllegalArgumentException("--address is not an address such as 203.0.113.7 or 2001:db8::7.");
        }
        return new BreachQuestion(
                from,
                to,
                given.get("--account"),
                address,
                Path.of(required("--out", given)).toAbsolutePath().normalize(),
                Path.of(given.getOrDefault("--home", "var/lumbung")));
    }

    private static String required(String option, Map<String, String> given) {
        String value = given.get(option);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(option + " is missing.");
        }
        return value;
    }

    private static Instant time(String option, Map<String, String> given, boolean end) {
        String text = required(option, given);
        try {
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                LocalDate day = LocalDate.parse(text);
                return (end ? day.plusDays(1) : day).atStartOfDay(Texts.ZONE).toInstant();
            }
            String clock = text.substring(text.indexOf('T') + 1);
            return clock.endsWith("Z") || clock.contains("+") || clock.contains("-")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(Texts.ZONE).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException(option + " is not a time: " + text);
        }
    }
}
