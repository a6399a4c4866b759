package id.lumbung.licensing.regime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a licence number is written, such as {@code {class}/{type}/{running:3}/{region}/{month_roman}/{year}}. The running
 * number counts per kecamatan and year, so the number is unique when running number, region and year stand in it.
 *
 * @param documentClass archive classification, token {@code {class}}
 * @param type token {@code {type}}
 */
public record NumberFormat(String template, String documentClass, String type) {
    private static final Pattern TOKEN = Pattern.compile("\\{([^{}:]*)(?::(\\d{1,2}))?}");
    private static final Set<String> KNOWN =
            Set.of("class", "type", "running", "region", "month", "month_roman", "year");
    private static final Set<String> NEEDED = Set.of("running", "region", "year");
    private static final List<String> ROMAN =
            List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII");

    /** The number of the {@code running}-th licence of a kecamatan in the year of the day. */
    public String format(long running, String kecamatanCode, LocalDate issuedOn) {
        Matcher token = TOKEN.matcher(template);
        StringBuilder number = new StringBuilder();
        while (token.find()) {
            String value = switch (token.group(1)) {
                case "class" -> documentClass;
                case "type" -> type;
                case "running" -> padded(running, token.group(2));
                case "region" -> kecamatanCode;
                case "month" -> padded(issuedOn.getMonthValue(), "2");
                case "month_roman" -> ROMAN.get(issuedOn.getMonthValue() - 1);
                case "year" -> Integer.toString(issuedOn.getYear());
                default -> throw new IllegalStateException("unknown token in " + template);
            };
            token.appendReplacement(number, Matcher.quoteReplacement(value));
        }
        return token.appendTail(number).toString();
    }

    private static String padded(long value, @org.jspecify.annotations.Nullable String width) {
        return width == null ? Long.toString(value) : String.format("%0" + Integer.parseInt(width) + "d", value);
    }

    /** Tokens that nobody knows, and braces that close nothing. */
    List<String> unknownTokens() {
        List<String> unknown = new ArrayList<>();
        Matcher token = TOKEN.matcher(template);
        while (token.find()) {
            boolean widthOfRunning = token.group(2) == null
                    || (token.group(1).equals("running") && Integer.parseInt(token.group(2)) > 0);
            if (!KNOWN.contains(token.group(1)) || !widthOfRunning) {
                unknown.add(token.group());
            }
        }
        String rest = TOKEN.matcher(template).replaceAll("");
        if (rest.contains("{") || rest.contains("}")) {
            unknown.add(rest);
        }
        return unknown;
    }

    /** Tokens without which two licences could get the same number. */
    List<String> missingTokens() {
        List<String> missing = new ArrayList<>(NEEDED.stream().sorted().toList());
        Matcher token = TOKEN.matcher(template);
        while (token.find()) {
            missing.remove(token.group(1));
        }
        return missing.stream().map(name -> "{" + name + "}").toList();
    }

    /** Whether two numbers next to each other could run together, as {@code {running}{year}} would. */
    boolean runsTogether() {
        return Pattern.compile("\\{(running|year|month)(:\\d+)?}\\{(running|year|month|region)")
                        .matcher(template)
                        .find()
                || template.contains("{region}{");
    }
}
