package id.lumbung.linkage.engine.umkm;

import java.util.function.Function;

/** What tells persons apart beside their names: card, telephone, date of birth. */
final class Identifiers {

    final Phones phones;
    final Cards cards;
    final Births births;

    Identifiers(Columns columns) {
        phones = new Phones(columns);
        cards = new Cards(columns);
        births = new Births(columns, cards);
    }

    void guest(int record, Function<String, String> cell) {
        phones.guest(record, cell);
        cards.guest(record, cell);
        births.guest(record, cell);
    }
}
