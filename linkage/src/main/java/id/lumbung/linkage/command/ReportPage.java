package id.lumbung.linkage.command;

import id.lumbung.linkage.Estimate;
import id.lumbung.linkage.Explanation;
import id.lumbung.linkage.engine.Model;
import id.lumbung.linkage.engine.Pairs;
import id.lumbung.linkage.engine.Run;
import id.lumbung.linkage.engine.Run.Answer;
import id.lumbung.linkage.engine.Scores;
import id.lumbung.linkage.engine.Suggestions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run did, as one page without scripts. It names records by their ids and shows nobody's data. */
final class ReportPage {

    private final Run run;
    private final Answer answer;
    private final Locale locale;
    private final boolean indonesian;
    private final StringBuilder out = new StringBuilder();

    private ReportPage(Run run, Answer answer, Locale locale) {
        this.run = run;
        this.answer = answer;
        this.locale = locale;
        indonesian = !locale.getLanguage().equals("en");
    }

    static String of(Run run, Answer answer, Locale locale) {
        return new ReportPage(run, answer, locale).write();
    }

    private String say(String inIndonesian, String inEnglish) {
        return indonesian ? inIndonesian : inEnglish;
    }

    private String number(String format, Object... values) {
        return String.format(indonesian ? Locale.forLanguageTag("id") : Locale.ENGLISH, format, values);
    }

    private String write() {
        Model model = run.model();
        boolean business = answer.question() == Run.Question.BUSINESS;
        String title = business
                ? say("Catatan yang merupakan usaha yang sama", "Records of the same business")
                : say("Catatan dengan pemilik yang sama", "Records of the same owner");
        out.append("<!doctype html><html lang=\"")
                .append(indonesian ? "id" : "en")
                .append("\"><meta charset=\"utf-8\">");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
                .append(title)
                .append("</title>");
        out.append("<style>body{font:16px/1.5 sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem;color:#222}"
                + "table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}th,td{padding:.25rem .5rem;border-bottom:1px solid #ccc;"
                + "text-align:right}th:first-child,td:first-child{text-align:left}td:nth-child(2).w{text-align:left}"
                + "svg{width:100%;height:auto}.s{overflow-x:auto}</style>");
        out.append("<h1>").append(title).append("</h1>");
        Estimate estimate = Run.estimate(answer);
        out.append("<p>")
                .append(number(
                        say(
                                "%,d catatan dari %d daftar; %,d pasangan dibandingkan; %,d pasangan dinyatakan sama pada ambang %.2f.",
                                "%,d records of %d lists; %,d pairs compared; %,d pairs called the same from %.2f on."),
                        model.size(),
                        model.sources().length,
                        run.pairs().count(),
                        estimate.linked(),
                        estimate.threshold()));
        out.append("</p><h2>")
                .append(say("Perkiraan ketepatan tanpa label", "Estimated accuracy, without labels"))
                .append("</h2>");
        out.append("<table><tr><th></th><th>")
                .append(say("perkiraan", "estimate"))
                .append("</th><th>")
                .append(say("rentang", "interval"))
                .append("</th></tr>");
        row(
                say("benar di antara yang dinyatakan sama", "right among those called the same"),
                estimate.precision(),
                estimate.precisionLow(),
                estimate.precisionHigh());
        row(
                say("ditemukan di antara yang dibandingkan", "found among those compared"),
                estimate.recall(),
                estimate.recallLow(),
                estimate.recallHigh());
        out.append("</table>");
        blocking();
        suggestions();
        weights();
        waterfalls();
        weak();
        return out.append("</html>\n").toString();
    }

    private void row(String label, double value, double low, double high) {
        out.append("<tr><td>")
                .append(label)
                .append("</td><td>")
                .append(number("%.1f%%", value * 100))
                .append("</td><td>")
                .append(number("%.1f%% – %.1f%%", low * 100, high * 100))
                .append("</td></tr>");
    }

    private void blocking() {
        out.append("<h2>")
                .append(say("Aturan pemilihan pasangan dan biayanya", "Blocking rules and their cost"))
                .append("</h2><div class=s><table><tr><th>")
                .append(say("aturan", "rule"))
                .append("</th><th>")
                .append(say("pasangan sendiri", "pairs alone"))
                .append("</th><th>")
                .append(say("pasangan baru", "new pairs"))
                .append("</th><th>")
                .append(say("blok terbesar", "largest block"))
                .append("</th><th>")
                .append(say("blok dipecah", "split blocks"))
                .append("</th><th>")
                .append(say("blok ditolak", "refused blocks"))
                .append("</th></tr>");
        for (Pairs.Cost cost : run.pairs().costs())
            out.append("<tr><td>")
                    .append(cost.rule())
                    .append(number(
                            "</td><td>%,d</td><td>%,d</td><td>%,d</td><td>%,d</td><td>%,d</td></tr>",
                            cost.pairsBefore(),
                            cost.pairs(),
                            cost.largest(),
                            cost.splitBlocks(),
                            cost.refusedBlocks()));
        out.append("</table></div>");
    }

    /** What rules the likely pairs suggest, for as many pairs as were compared. */
    private void suggestions() {
        out.append("<h2>")
                .append(say("Aturan yang disarankan oleh data", "Rules that the data suggest"))
                .append("</h2><p>")
                .append(say(
                        "Dipilih dari kesamaan pada pasangan yang mungkin sama, dengan biaya paling banyak sebesar di atas.",
                        "Chosen by what agrees in the likely pairs, for no more pairs than above."))
                .append("</p><div class=s><table><tr><th>")
                .append(say("yang harus sama", "what must agree"))
                .append("</th><th>")
                .append(say("pasangan", "pairs"))
                .append("</th><th>")
                .append(say("catatan yang menyebutnya", "records that say it"))
                .append("</th><th>")
                .append(say("menemukan", "finds"))
                .append("</th><th>")
                .append(say("di antaranya baru", "of them new"))
                .append("</th></tr>");
        for (Suggestions.Suggestion one : run.suggestions(answer, run.pairs().count())) {
            out.append("<tr><td>");
            for (int i = 0; i < one.facts().size(); i++)
                out.append(i == 0 ? "" : " + ")
                        .append(Explanation.word(one.facts().get(i), locale).replace("<", "&lt;"));
            out.append(number(
                    "</td><td>%,d</td><td>%.1f%%</td><td>%.1f%%</td><td>%.1f%%</td></tr>",
                    one.pairs(), one.says() * 100, one.finds() * 100, one.findsNew() * 100));
        }
        out.append("</table></div>");
        for (Pairs.Cost cost : run.pairs().costs()) {
            if (cost.refusedBlocks() == 0) continue;
            out.append("<p>")
                    .append(number(
                            say(
                                    "Aturan %s: %,d blok tetap terlalu besar, juga setelah dipecah, dan diserahkan kepada aturan lain (%,d pasangan).",
                                    "Rule %s: %,d blocks are too large, even split, and were left to the other rules (%,d pairs)."),
                            cost.rule(),
                            cost.refusedBlocks(),
                            cost.refusedPairs()))
                    .append("</p>");
        }
    }

    private void weights() {
        out.append("<h2>")
                .append(say("Bobot tiap tingkat", "Weight of each level"))
                .append("</h2><p>")
                .append(say(
                        "Satu bit melipatduakan peluang. Bobot di sini berlaku bila perbandingan itu berdiri sendiri.",
                        "One bit doubles the odds. The weights here are those of a comparison by itself."))
                .append("</p><div class=s><table><tr><th>")
                .append(say("perbandingan", "comparison"))
                .append("</th><th>")
                .append(say("sama", "same"))
                .append("</th><th>")
                .append(say("orang lain", "strangers"))
                .append("</th><th>bit</th></tr>");
        for (Run.LevelWeight weight : run.weights())
            out.append("<tr><td>")
                    .append(Explanation.word(weight.comparison(), locale))
                    .append(": ")
                    .append(Explanation.word(weight.level(), locale))
                    .append(number(
                            "</td><td>%.4f</td><td>%.4f</td><td>%+.1f</td></tr>",
                            weight.same(), weight.strangers(), weight.bits()));
        out.append("</table></div>");
    }

    private String name(int r) {
        Model model = run.model();
        return (model.sources()[model.source()[r]] + " " + model.ids()[r])
                .replace("&", "&amp;")
                .replace("<", "&lt;");
    }

    private void waterfalls() {
        out.append("<h2>").append(say("Contoh pasangan", "Pairs as examples")).append("</h2>");
        Scores probability = answer.probability();
        double[] wanted = {0.99, 0.9, 0.7, answer.threshold(), 0.3, 0.1};
        for (double want : wanted) {
            int best = -1;
            for (int i = 0; i < probability.size(); i++)
                if (best < 0 || Math.abs(probability.of(i) - want) < Math.abs(probability.of(best) - want)) best = i;
            if (best < 0) continue;
            Explanation explanation = run.explain(run.left(best), run.right(best), answer.question());
            out.append("<h3>")
                    .append(name(run.left(best)))
                    .append(" – ")
                    .append(name(run.right(best)))
                    .append(number(": %.1f%%", probability.of(best) * 100))
                    .append("</h3>")
                    .append(explanation.svg(locale));
        }
    }

    private void weak() {
        Map<Integer, Double> weakest = run.weakest(answer);
        int[] cluster = answer.cluster();
        Map<Integer, Integer> size = new HashMap<>();
        for (int c : cluster) size.merge(c, 1, Integer::sum);
        List<Integer> order = new ArrayList<>(weakest.keySet());
        order.sort((x, y) -> {
            int first = Double.compare(weakest.getOrDefault(x, 1.0), weakest.getOrDefault(y, 1.0));
            return first != 0 ? first : Integer.compare(x, y);
        });
        out.append("<h2>")
                .append(say("Kelompok yang lemah", "Weak clusters"))
                .append("</h2><p>")
                .append(say(
                        "Kelompok ini disatukan oleh satu sambungan lemah; periksalah lebih dulu.",
                        "One weak link holds these together; look at them first."))
                .append("</p><table><tr><th>")
                .append(say("catatan pertama", "first record"))
                .append("</th><th>")
                .append(say("anggota", "members"))
                .append("</th><th>")
                .append(say("sambungan terlemah", "weakest link"))
                .append("</th></tr>");
        for (int c : order.subList(0, Math.min(20, order.size())))
            out.append("<tr><td>")
                    .append(name(c))
                    .append("</td><td>")
                    .append(size.get(c))
                    .append("</td><td>")
                    .append(number("%.2f", weakest.getOrDefault(c, 1.0)))
                    .append("</td></tr>");
        out.append("</table>");
    }
}
