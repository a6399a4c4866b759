package id.lumbung.registry;

import id.lumbung.platform.FieldProblem;
import id.lumbung.platform.Refused;
import id.lumbung.registry.text.Typed;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Nomor Induk Kependudukan: six digits of the kecamatan where first registered, DDMMYY of birth (a woman's day is DD+40),
 * four digits of serial. There is no check digit. Only length and digits decide whether it is one; everything else warns.
 */
public record Nik(String value) {
    public static final int ADULT = 17;
    public static final int OLDEST = 105;
    private static final Pattern FORM = Pattern.compile("\\d{16}");

    /** The two digits that a province code can have; provinces newer than the list only cause a warning. */
    private static final int FIRST_PROVINCE = 11;

    private static final int LAST_PROVINCE = 97;

    public Nik {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a NIK has 16 digits");
        }
    }

    /** What was typed, as a NIK; spaces, dots and a spreadsheet's apostrophe are forgiven. */
    public static Nik parse(String typed) {
        problem("nik", typed).ifPresent(problem -> {
            throw new Refused(
                    RegistryProblem.NIK_UNREADABLE,
                    problem.messageKey(),
                    problem.arguments().toArray());
        });
        return new Nik(Typed.digitsOf(typed));
    }

    /** Why the text cannot be a NIK, as a sentence beside the field; empty when it can. */
    public static Optional<FieldProblem> problem(String field, String typed) {
        String digits = Typed.digitsOf(typed);
        if (!Typed.isDigits(digits)) {
            return Optional.of(new FieldProblem(field, "registry.nik.not-digits", List.of()));
        }
        if (digits.length() != 16) {
            return Optional.of(new FieldProblem(field, "registry.nik.length", List.of(digits.length())));
        }
        return Optional.empty();
    }

    /** What is odd about it by itself. {@code knownRegion} answers for a dotted code such as {@code 35.07.13}. */
    public List<NikWarning> warnings(Predicate<String> knownRegion, LocalDate today) {
        List<NikWarning> found = new ArrayList<>();
        int province = number(0, 2);
        boolean provincePossible = province >= FIRST_PROVINCE && province <= LAST_PROVINCE;
        if (!provincePossible) {
            found.add(NikWarning.PROVINCE_IMPOSSIBLE);
        }
        boolean dayPossible = isBetween(number(6, 8), 1, 31) || isBetween(number(6, 8), 41, 71);
        if (!dayPossible) {
            found.add(NikWarning.DAY_IMPOSSIBLE);
        }
        boolean monthPossible = isBetween(number(8, 10), 1, 12);
        if (!monthPossible) {
            found.add(NikWarning.MONTH_IMPOSSIBLE);
        }
        if (value.endsWith("0000")) {
            found.add(NikWarning.SERIAL_ZERO);
        }
        if (provincePossible && !knownRegion.test(regionCode())) {
            found.add(NikWarning.REGION_UNKNOWN);
        }
        if (dayPossible && monthPossible) {
            Optional<LocalDate> born = birthDate(today);
            if (born.isEmpty()) {
                found.add(NikWarning.DATE_DOES_NOT_EXIST);
            } else if (Period.between(born.get(), today).getYears() < ADULT) {
                found.add(NikWarning.UNDER_AGE);
            }
        }
        return List.copyOf(found);
    }

    /** As {@link #warnings}, and where it disagrees with what is known of the person. */
    public List<NikWarning> warnings(
            Predicate<String> knownRegion, LocalDate today, @Nullable Sex sex, @Nullable LocalDate birthDate) {
        List<NikWarning> found = new ArrayList<>(warnings(knownRegion, today));
        if (sex != null && sex().isPresent() && sex().get() != sex) {
            found.add(NikWarning.SEX_DISAGREES);
        }
        Optional<LocalDate> born = birthDate(today);
        if (birthDate != null && born.isPresent() && !born.get().equals(birthDate)) {
            found.add(NikWarning.BIRTH_DATE_DISAGREES);
        }
        return List.copyOf(found);
    }

    /** Dotted code of the kecamatan of first registration, which may be obsolete and is not where the person lives. */
    public String regionCode() {
        return value.substring(0, 2) + "." + value.substring(2, 4) + "." + value.substring(4, 6);
    }

    public Optional<Sex> sex() {
        int day = number(6, 8);
        if (isBetween(day, 1, 31)) {
            return Optional.of(Sex.MALE);
        }
        return isBetween(day, 41, 71) ? Optional.of(Sex.FEMALE) : Optional.empty();
    }

    /**
     * The date of birth, empty when the digits are no date. Of the two possible centuries the one is taken in which the
     * holder is between 17 and 105 years old today; if neither, the later one that is not in the future.
     */
    public Optional<LocalDate> birthDate(LocalDate today) {
        LocalDate chosen = null;
        for (int century = 1900; century <= 2000; century += 100) {
            LocalDate born = birthDateIn(century + number(10, 12));
            if (born == null || born.isAfter(today)) {
                continue;
            }
            int age = Period.between(born, today).getYears();
            if (age >= ADULT && age <= OLDEST) {
                return Optional.of(born);
            }
            chosen = born;
        }
        return Optional.ofNullable(chosen);
    }

    private @Nullable LocalDate birthDateIn(int year) {
        int day = number(6, 8) > 40 ? number(6, 8) - 40 : number(6, 8);
        int month = number(8, 10);
        if (!isBetween(month, 1, 12)
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            return null;
        }
        return LocalDate.of(year, month, day);
    }

    public String masked() {
        return Typed.masked(value);
    }

    /** Masked, so that a NIK never reaches a log. */
    @Override
    public String toString() {
        return masked();
    }

    private int number(int from, int to) {
        return Integer.parseInt(value.substring(from, to));
    }

    private static boolean isBetween(int number, int least, int most) {
        return number >= least && number <= most;
    }
}
