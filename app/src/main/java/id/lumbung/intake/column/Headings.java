package id.lumbung.intake.column;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Headings as they are compared: lower case, words apart by one space, the year of what is measured taken out. */
public final class Headings {
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(19[9]\\d|20\\d\\d)(?!\\d)");
    /** Contoh: 5 juta; di atas 300 juta. */
    private static final Pattern EXAMPLE = Pattern.compile("(?<!\\d)\\d++ (juta|jt|ribu|rb)(?= |$)");

    private static final Pattern SIGNS = Pattern.compile("[^a-z0-9]+");
    /** A heading in this many characters is a sentence, not a heading. */
    private static final int LONGEST = 200;

    /** Headings of columns that Lumbung adds when it gives rows back begin like this; they are no part of a list. */
    public static final String ADDED = "Lumbung: ";

    private Headings() {}

    public static boolean isAdded(String heading) {
        return heading.startsWith(ADDED);
    }

    public static String plain(String heading) {
        String cut = heading.length() > LONGEST ? heading.substring(0, LONGEST) : heading;
        return SIGNS.matcher(cut.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    public static int year(String heading) {
        Matcher year = YEAR.matcher(plain(heading));
        return year.find() ? Integer.parseInt(year.group(1)) : MappedColumn.NO_YEAR;
    }

    /** What one stands for in a column whose heading says "Rp.000", "dalam ribuan" or "juta rupiah"; otherwise 1. */
    public static long scale(String heading) {
        String words = " " + EXAMPLE.matcher(withoutYear(heading)).replaceAll(" ") + " ";
        if (words.contains(" juta ")
                || words.contains(" jutaan ")
                || words.contains(" jt ")
                || words.contains(" 000 000 ")) {
            return 1_000_000;
        }
        boolean thousands = words.contains(" ribu ")
                || words.contains(" ribuan ")
                || words.contains(" rb ")
                || words.contains(" rp 000 ")
                || words.contains(" rp 1 000 ")
                || words.contains(" x 1000 ")
                || words.contains(" rp 1000 ")
                || words.contains(" rp000 ");
        return thousands ? 1_000 : 1;
    }

    static String withoutYear(String heading) {
        return SIGNS.matcher(YEAR.matcher(plain(heading)).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }

    /** Equal for lists with the same headings in the same order, however they are spaced and capitalised. */
    public static String key(List<String> headings) {
        String all = headings.stream()
                .filter(heading -> !isAdded(heading))
                .map(Headings::plain)
                .collect(Collectors.joining("\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
