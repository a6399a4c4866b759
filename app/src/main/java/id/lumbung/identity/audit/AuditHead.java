package id.lumbung.identity.audit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of the chain at the end of a day. Whoever keeps it can show later whether anything up to there was changed.
 *
 * @param seq number of the last link
 * @param hash its hash, 64 hexadecimal digits
 */
record AuditHead(LocalDate day, long seq, String hash) {
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[^0-9]{1,40}(\\d{1,18})[^0-9a-f][^0-9]{0,40}?([0-9a-f]{64})\\b");

    /** A line of the text file. */
    String line() {
        return day + " " + seq + " " + hash;
    }

    /** All heads in a text, be it lines or the published JSON. */
    static List<AuditHead> read(String text) {
        List<AuditHead> heads = new ArrayList<>();
        Matcher found = WRITTEN.matcher(text);
        while (found.find()) {
            try {
                LocalDate day = LocalDate.parse(found.group(1));
                heads.add(new AuditHead(day, Long.parseLong(found.group(2)), found.group(3)));
            } catch (DateTimeParseException noDay) {
                // looks like a head and is none
            }
        }
        return heads;
    }
}
