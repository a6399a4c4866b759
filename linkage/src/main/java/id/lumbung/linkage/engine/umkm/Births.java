package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Texts;
import java.util.function.Function;

/** Dates of birth. */
final class Births {

    private static final String COLUMN = "tgl_lahir";

    private final Cards cards;
    private final int[] ofDay = new int[1300];
    private int dated;
    /** yyyymmdd as it was given; a day of 0 is not known. */
    final int[] given;
    /** The same, from the number of the card where the day is not known otherwise. */
    final int[] born;

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
        given = new int[columns.rows + 1];
        born = new int[columns.rows + 1];
        for (int r = 0; r < columns.rows; r++) put(r, value[date[r]]);
    }

    /** A day that is given three times as often as any should be is what people say who do not know theirs. */
    private void put(int record, int date) {
        int b = ofDay[date % 10000] > 3.0 * dated / 365 ? date / 10000 * 10000 : date;
        given[record] = b;
        born[record] = b;
        if (b % 10000 != 0) return;
        int onCard = cards.birth(record);
        if (onCard != 0 && (b == 0 || onCard / 10000 == b / 10000)) born[record] = onCard;
    }

    /** After the guest's card is there. */
    void guest(int record, Function<String, String> cell) {
        put(record, UmkmText.date(cell.apply(COLUMN)));
    }
}
