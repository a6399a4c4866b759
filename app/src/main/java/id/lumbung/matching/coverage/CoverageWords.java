package id.lumbung.matching.coverage;

import id.lumbung.matching.page.CoveragePage;
import id.lumbung.platform.Texts;
import id.lumbung.reference.Region;
import id.lumbung.reference.Regions;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts, overlaps and estimates in words. */
@Component
class CoverageWords {
    private static final int MOST_COMBINATIONS = 12;

    private final Regions regions;

    CoverageWords(Regions regions) {
        this.regions = regions;
    }

    String place(String code) {
        return regions.find(code).map(Region::fullName).orElse(code);
    }

    /** @param beyond its number among several lists that reach beyond the sight, or 0 */
    static String name(CoverageQueries.@Nullable Head head, int beyond, Texts texts) {
        if (head != null) {
            return head.file();
        }
        return beyond == 0 ? texts.t("matching.coverage.beyond") : texts.t("matching.coverage.beyond.number", beyond);
    }

    String note(CoverageQueries.@Nullable Head head, Texts texts) {
        return head == null
                ? texts.t("matching.coverage.beyond.note")
                : (head.sheet().isEmpty() ? "" : head.sheet() + " · ")
                        + place(head.regionCode())
                        + " · "
                        + texts.date(head.enteredAt().atZone(Texts.ZONE).toLocalDate());
    }

    static CoveragePage.Counts counts(Covered covered, Texts texts) {
        return new CoveragePage.Counts(
                texts.number(covered.records()),
                texts.number(covered.businesses()),
                share(covered.licensed(), covered.businesses(), texts),
                share(covered.registered(), covered.businesses(), texts),
                share(covered.elsewhere(), covered.businesses(), texts),
                share(covered.fresh(), covered.businesses(), texts),
                texts.number(covered.waiting()));
    }

    private static CoveragePage.Share share(long part, long whole, Texts texts) {
        return new CoveragePage.Share(texts.number(part), percent(part, whole, texts));
    }

    /** Nothing of nothing has no share. */
    static String percent(long part, long whole, Texts texts) {
        if (whole == 0) {
            return "";
        }
        NumberFormat format = NumberFormat.getPercentInstance(Locale.of(texts.lang()));
        format.setMaximumFractionDigits(1);
        return format.format((double) part / whole);
    }

    /** @param names of the lists, in their order */
    static CoveragePage.Overlap overlap(Overlaps overlaps, List<String> names, boolean someLeftOut, Texts texts) {
        List<String> sets = new ArrayList<>(
                List.of(texts.t("matching.coverage.licensed"), texts.t("matching.coverage.registered")));
        sets.addAll(names);
        List<CoveragePage.Row> rows = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            List<String> cells = new ArrayList<>();
            for (long businesses : overlaps.shared()[i]) {
                cells.add(texts.number(businesses));
            }
            rows.add(new CoveragePage.Row(letter(i), sets.get(i), cells));
        }
        List<Overlaps.Combination> all = overlaps.combinations();
        List<Overlaps.Combination> most = all.subList(0, Math.min(MOST_COMBINATIONS, all.size()));
        long told = overlaps.known() - overlaps.untold();
        List<CoveragePage.Combination> combinations = new ArrayList<>();
        for (Overlaps.Combination one : most) {
            combinations.add(combination(names(one, sets), one.businesses(), told, texts));
        }
        long others = all.stream()
                .skip(most.size())
                .mapToLong(Overlaps.Combination::businesses)
                .sum();
        if (others > 0) {
            combinations.add(combination(
                    texts.t("matching.coverage.combination.others", all.size() - most.size()), others, told, texts));
        }
        return new CoveragePage.Overlap(
                rows,
                combinations,
                Picture.of(most, sets.size(), texts),
                someLeftOut ? texts.t("matching.coverage.left-out", names.size(), overlaps.untold()) : null);
    }

    private static CoveragePage.Combination combination(String names, long businesses, long whole, Texts texts) {
        return new CoveragePage.Combination(names, texts.number(businesses), percent(businesses, whole, texts));
    }

    private static String names(Overlaps.Combination combination, List<String> sets) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            if (combination.has(i)) {
                names.add(letter(i) + " " + sets.get(i));
            }
        }
        return String.join(" + ", names);
    }

    static String letter(int set) {
        return String.valueOf((char) ('A' + set));
    }

    /** @param names of the register and the lists, in their order */
    static CoveragePage.Missing missing(Unlisted unlisted, List<String> names, Texts texts) {
        List<CoveragePage.Pair> pairs =
                unlisted.pairs().stream().map(pair -> pair(pair, names, texts)).toList();
        List<Estimate> estimates = unlisted.estimates();
        if (pairs.isEmpty()) {
            return new CoveragePage.Missing(List.of(texts.t("matching.coverage.missing.one-source")), null, pairs);
        }
        if (estimates.isEmpty()) {
            return new CoveragePage.Missing(
                    List.of(texts.t("matching.coverage.missing.too-few", Estimate.LEAST_OVERLAP)), null, pairs);
        }
        List<String> sentences = new ArrayList<>();
        long least = unlisted.least(Estimate::total);
        long most = unlisted.most(Estimate::total);
        long low = unlisted.least(Estimate::low);
        long high = unlisted.most(Estimate::high);
        sentences.add(
                estimates.size() == 1
                        ? texts.t("matching.coverage.missing.one", least, low, high, unlisted.known())
                        : texts.t("matching.coverage.missing.several", least, most, low, high, unlisted.known()));
        if (unlisted.contradicts()) {
            sentences.add(texts.t("matching.coverage.missing.contradicts"));
        }
        return new CoveragePage.Missing(sentences, texts.t("matching.coverage.missing.assumption"), pairs);
    }

    private static CoveragePage.Pair pair(Unlisted.Pair pair, List<String> names, Texts texts) {
        Estimate estimate = pair.estimate().orElse(null);
        return new CoveragePage.Pair(
                names.get(pair.one()) + " + " + names.get(pair.other()),
                texts.number(pair.both()),
                estimate == null
                        ? texts.t("matching.coverage.missing.none")
                        : texts.number(Math.round(estimate.total())),
                estimate == null
                        ? "–"
                        : texts.t("matching.coverage.missing.interval", estimate.low(), estimate.high()));
    }
}
