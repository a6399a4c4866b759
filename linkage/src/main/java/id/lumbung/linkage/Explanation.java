package id.lumbung.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Why a pair has its probability: each comparison with the level it came to and its weight in bits (one bit doubles the odds). The
 * weights and the start add up to the odds of the pair exactly; each is what its comparison adds to those before it, so one that
 * repeats what is known already weighs little.
 */
public record Explanation(Level level, double probability, double startBits, List<Part> parts) {

    /** One comparison: {@code name} and {@code outcome} are keys that {@link #text} puts into words. */
    public record Part(String name, String outcome, double bits) {}

    public Explanation {
        parts = List.copyOf(parts);
    }

    /** The words for a comparison or an outcome. */
    public static String word(String key, Locale locale) {
        return Wording.of(key, Wording.indonesian(locale));
    }

    /** Sentences for a clerk, in Indonesian for the language {@code in} or {@code id}, else in English; the weightiest first. */
    public String text(Locale locale) {
        boolean indonesian = Wording.indonesian(locale);
        StringBuilder out = new StringBuilder();
        String percent =
                String.format(indonesian ? Locale.forLanguageTag("id") : Locale.ENGLISH, "%.1f%%", probability * 100);
        if (indonesian)
            out.append("Peluang ")
                    .append(level == Level.BUSINESS ? "usaha yang sama" : "pemilik yang sama")
                    .append(": ")
                    .append(percent)
                    .append(".\n");
        else
            out.append("Probability of the same ")
                    .append(level == Level.BUSINESS ? "business" : "owner")
                    .append(": ")
                    .append(percent)
                    .append(".\n");
        List<Part> ordered = new ArrayList<>(parts);
        ordered.sort((x, y) -> Double.compare(Math.abs(y.bits), Math.abs(x.bits)));
        for (Part part : ordered) {
            if (Math.abs(part.bits) < 0.05 || part.outcome.isEmpty()) continue;
            out.append("- ")
                    .append(Wording.of(part.name, indonesian))
                    .append(": ")
                    .append(Wording.of(part.outcome, indonesian))
                    .append(" (")
                    .append(strength(part.bits, indonesian))
                    .append(")\n");
        }
        return out.toString();
    }

    private static String strength(double bits, boolean indonesian) {
        double size = Math.abs(bits);
        if (indonesian)
            return (bits > 0 ? "mendukung " : "menentang ")
                    + (size >= 5 ? "sangat kuat" : size >= 2.5 ? "kuat" : size >= 1 ? "cukup" : "lemah");
        return (size >= 5 ? "very strongly " : size >= 2.5 ? "strongly " : size >= 1 ? "somewhat " : "weakly ")
                + (bits > 0 ? "for" : "against");
    }

    /** The weights as a waterfall from the start to the odds of the pair; readable without colour. */
    public String svg(Locale locale) {
        boolean indonesian = Wording.indonesian(locale);
        List<Part> shown = new ArrayList<>();
        shown.add(new Part("start", "", startBits));
        for (Part part : parts) if (Math.abs(part.bits) >= 0.05) shown.add(part);
        double low = Math.min(0, startBits);
        double high = Math.max(0, startBits);
        double sum = 0;
        for (Part part : shown) {
            sum += part.bits;
            low = Math.min(low, sum);
            high = Math.max(high, sum);
        }
        double span = Math.max(1, high - low);
        int left = 420;
        int width = 360;
        int row = 22;
        int height = row * (shown.size() + 1) + 6;
        StringBuilder out = new StringBuilder();
        String title = Wording.of("waterfall", indonesian);
        out.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\" font-family=\"sans-serif\" font-size=\"12\">",
                left + width + 60,
                height,
                escape(title)));
        double zero = left + width * (0 - low) / span;
        out.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"0\" x2=\"%.1f\" y2=\"%d\" stroke=\"#777\" stroke-dasharray=\"3 3\"/>",
                zero,
                zero,
                height));
        double at = 0;
        for (int i = 0; i < shown.size(); i++) {
            Part part = shown.get(i);
            bar(
                    out,
                    Wording.of(part.name, indonesian)
                            + (part.outcome.isEmpty() ? "" : ": " + Wording.of(part.outcome, indonesian)),
                    i * row,
                    left + width * (Math.min(at, at + part.bits) - low) / span,
                    width * Math.abs(part.bits) / span,
                    part.bits,
                    i == 0 ? "#999" : part.bits > 0 ? "#1b7f4b" : "#b3402a",
                    left + width);
            at += part.bits;
        }
        bar(
                out,
                Wording.of("end", indonesian)
                        + String.format(
                                indonesian ? Locale.forLanguageTag("id") : Locale.ENGLISH,
                                " (%.1f%%)",
                                probability * 100),
                shown.size() * row,
                left + width * (Math.min(0, at) - low) / span,
                width * Math.abs(at) / span,
                at,
                "#333",
                left + width);
        return out.append("</svg>").toString();
    }

    private static void bar(
            StringBuilder out, String label, int y, double x, double width, double bits, String colour, int right) {
        out.append(String.format(Locale.ROOT, "<text x=\"4\" y=\"%d\">%s</text>", y + 15, escape(label)));
        out.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"14\" fill=\"%s\"/>",
                x,
                y + 4,
                Math.max(1, width),
                colour));
        out.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\">%+.1f</text>", right + 6, y + 15, bits));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
