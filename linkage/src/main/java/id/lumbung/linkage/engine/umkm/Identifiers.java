package id.lumbung.linkage.engine.umkm;

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

    void guest(int record, UmkmRecord it) {
        phones.guest(record, it);
        cards.guest(record, it);
        births.guest(record, it);
    }

    void keep(int record, UmkmRecord it) {
        phones.keep(record, it);
        cards.keep(record, it);
        births.guest(record, it);
    }

    void rows(int size) {
        phones.rows(size);
        cards.rows(size);
        births.rows(size);
    }
}
