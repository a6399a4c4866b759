package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Texts;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Dates of birth. */
final class Births {

    private static final String COLUMN = "tgl_lahir";

    private final Cards cards;
    /** Days of a year among which a date lies by chance. */
    private static final double DAYS = 365;
    /** As many dates tell whether a day is given too often; fewer are filled up with days as they should be. */
    private static final double ENOUGH = 2000;

    private final Commonness common;
    private final double[] ofDay = new double[1300];
    private double dated;
    /** yyyymmdd as it was given; a day of 0 is not known. */
    int[] given;
    /** The same, from the number of the card where the day is not known otherwise. */
    int[] born;

    Births(Columns columns, Cards cards) {
        this.cards = cards;
        Texts dates = new Texts();
        int[] date = columns.codes(COLUMN, dates, text -> {
            int d = UmkmText.date(text);
            return d == 0 ? "" : Integer.toString(d);
        });
        int[] value = new int[dates.size()];
        for (int i = 1; i < value.length; i++) value[i] = Integer.parseInt(dates.text(i));
        for (int r = 0; r < columns.rows; r++) {
            int day = value[date[r]] % 10000;
            if (day == 0) continue;
            ofDay[day]++;
            dated++;
        }
        common = columns.common;
        double own = dated;
        Reference before = common.reference;
        if (common.own == 0) {
            Arrays.fill(ofDay, 0);
            own = 0;
        }
        double filled = Math.max(0, ENOUGH - own - common.before * before.dated());
        for (int day = 0; day < ofDay.length; day++) ofDay[day] += filled / DAYS;
        before.days().forEach((day, count) -> ofDay[Integer.parseInt(day)] += common.before * count);
        dated = own + filled + common.before * before.dated();
        given = new int[columns.rows + 1];
        born = new int[columns.rows + 1];
        for (int r = 0; r < columns.rows; r++) put(r, value[date[r]]);
    }

    private boolean isDefault(int day) {
        return day > 0 && ofDay[day] > 3 * dated / DAYS;
    }

    double dated() {
        return dated;
    }

    /** The days that stand for "not known". */
    Map<String, Double> known() {
        Map<String, Double> known = new TreeMap<>();
        for (int day = 1; day < ofDay.length; day++)
            if (isDefault(day)) known.put(String.format("%04d", day), Math.rint(ofDay[day] * 100) / 100);
        return known;
    }

    /** A day that is given three times as often as any should be is what people say who do not know theirs. */
    private void put(int record, int date) {
        int b = isDefault(date % 10000) ? date / 10000 * 10000 : date;
        given[record] = b;
        born[record] = b;
        if (b % 10000 != 0) return;
        int onCard = cards.birth(record);
        if (onCard != 0 && (b == 0 || onCard / 10000 == b / 10000)) born[record] = onCard;
    }

    /** After the guest's card is there. */
    void guest(int record, UmkmRecord it) {
        put(record, it.birth());
    }

    void rows(int size) {
        given = Arrays.copyOf(given, size);
        born = Arrays.copyOf(born, size);
    }
}
