package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Texts;
import java.util.Map;
import java.util.TreeMap;

/**
 * How common a thing is: as the lists at hand say, blended with what was known before. What was known counts as 50,000 records beside
 * a small list and fades as the list grows; where nothing is to be learned from the lists, it alone counts.
 */
final class Commonness {

    private static final double BEFORE = 50_000;
    private static final double FADES = 10_000;

    final Reference reference;
    /** What a record at hand counts: 1, or 0 where nothing is learned from them. */
    final double own;
    /** What a record of the reference counts. */
    final double before;

    final double records;

    private Commonness(Reference reference, double own, double before, double records) {
        this.reference = reference;
        this.own = own;
        this.before = before;
        this.records = Math.max(1, records);
    }

    /** @param learning whether the lists at hand count */
    static Commonness of(Reference reference, boolean learning, int rows) {
        if (!learning) return new Commonness(reference, 0, 1, reference.records());
        double wanted = reference.records() == 0 ? 0 : BEFORE * FADES / (FADES + rows);
        double before = reference.records() == 0 ? 0 : Math.min(1, wanted / reference.records());
        return new Commonness(reference, 1, before, rows + before * reference.records());
    }

    double count(double ownCount, Map<String, Double> table, String text) {
        return own * ownCount + before * table.getOrDefault(text, 0.0);
    }

    /** What others may take as known: what at least five share and is not of the rarest. */
    Map<String, Double> known(Texts texts, int[] ownCount, Map<String, Double> table) {
        Map<String, Double> known = new TreeMap<>();
        table.forEach((text, count) -> known.put(text, before * count));
        for (int i = 1; i < texts.size(); i++) {
            String text = texts.text(i);
            if (own > 0 && ownCount[i] >= Reference.LEAST) known.put(text, count(ownCount[i], table, text));
        }
        known.values().removeIf(count -> count < Reference.LEAST || rarity(count) == 0);
        known.replaceAll((text, count) -> Math.rint(count * 100) / 100);
        return known;
    }

    /** 0 for what one in a hundred thousand carries, then one more for every factor of four. */
    byte rarity(double count) {
        double share = 1e5 * count / records;
        byte bin = 0;
        while (share >= 4 && bin < 5) {
            share /= 4;
            bin++;
        }
        return bin;
    }
}
