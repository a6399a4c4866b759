package id.lumbung.matching.review;

import id.lumbung.identity.Accounts;
import id.lumbung.linkage.Explanation;
import id.lumbung.matching.index.MatchIndex;
import id.lumbung.matching.page.PairPage;
import id.lumbung.platform.Texts;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the engine and the journal say, in words. */
@Component
class MatchWords {
    private static final double SPEAKS = 0.05;
    private static final int KECAMATAN = 8;

    private final MatchIndex index;
    private final Accounts accounts;

    MatchWords(MatchIndex index, Accounts accounts) {
        this.index = index;
        this.accounts = accounts;
    }

    /** Why a record is or is not the same business as another; null while the index is being read. */
    PairPage.@Nullable Why why(UUID one, UUID other, Texts texts) {
        return index.explain(one, other)
                .map(explanation -> why(explanation, texts))
                .orElse(null);
    }

    boolean tooLarge() {
        return index.isTooLarge();
    }

    /** The same as a picture. */
    Optional<String> picture(UUID one, UUID other, Texts texts) {
        return index.explain(one, other).map(explanation -> explanation.svg(Locale.of(texts.lang())));
    }

    private static PairPage.Why why(Explanation explanation, Texts texts) {
        Locale locale = Locale.of(texts.lang());
        List<PairPage.Weight> weights = explanation.parts().stream()
                .filter(part ->
                        Math.abs(part.bits()) >= SPEAKS && !part.outcome().isEmpty())
                .sorted(Comparator.comparingDouble((Explanation.Part part) -> -Math.abs(part.bits())))
                .map(part -> new PairPage.Weight(
                        Explanation.word(part.name(), locale),
                        Explanation.word(part.outcome(), locale),
                        texts.t(strength(part.bits())),
                        part.bits() > 0))
                .toList();
        return new PairPage.Why(percent(explanation.probability(), texts), weights);
    }

    private static String strength(double bits) {
        double size = Math.abs(bits);
        String key = size >= 5 ? "very-strongly" : size >= 2.5 ? "strongly" : size >= 1 ? "somewhat" : "weakly";
        return "matching.why." + (bits > 0 ? "for." : "against.") + key;
    }

    static String percent(double share, Texts texts) {
        NumberFormat format = NumberFormat.getPercentInstance(Locale.of(texts.lang()));
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    /** How far apart: on the map when both say where they are, otherwise by village and kecamatan. */
    static String distance(Face one, Face other, Texts texts) {
        Face.Point here = one.point();
        Face.Point there = other.point();
        if (here != null && there != null) {
            double km = here.distanceTo(there);
            return km < 1
                    ? texts.t("matching.distance.metres", Math.round(km * 100) * 10)
                    : texts.t("matching.distance.kilometres", Math.round(km * 10) / 10.0);
        }
        String a = one.regionCode();
        String b = other.regionCode();
        if (a.length() > KECAMATAN && a.equals(b)) {
            return texts.t("matching.distance.same-village");
        }
        if (a.length() >= KECAMATAN && b.length() >= KECAMATAN) {
            return texts.t(
                    a.substring(0, KECAMATAN).equals(b.substring(0, KECAMATAN))
                            ? "matching.distance.same-kecamatan"
                            : "matching.distance.other-kecamatan");
        }
        return texts.t("matching.distance.unknown");
    }

    String name(UUID account, Texts texts) {
        return accounts.namesOf(List.of(account)).getOrDefault(account, texts.t("matching.somebody"));
    }
}
