package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Comparison;
import id.lumbung.linkage.engine.Model;
import id.lumbung.linkage.engine.RawList;
import id.lumbung.linkage.engine.RawList.Column;
import id.lumbung.linkage.engine.SourcesComparison;
import id.lumbung.linkage.engine.Workers;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of micro enterprises in Lumbung's layout: standard columns, blocking rules, comparisons. */
public final class UmkmModel {

    /** Rows in use: those of the lists, then those that were kept since. The guest's row comes next. */
    private int rows;

    private byte[] source;
    private final Names names;
    private final Businesses businesses;
    private final Places places;
    private final Addresses addresses;
    private final Identifiers identifiers;
    private final Activities activities;
    private final Lines lines;
    private final Model model;

    /** The parts, as far as they are read; each by one worker. */
    private static final class Parts {
        @Nullable
        Names names;

        @Nullable
        Businesses businesses;

        @Nullable
        Places places;

        @Nullable
        Addresses addresses;

        @Nullable
        Identifiers identifiers;

        @Nullable
        Activities activities;
    }

    /** Whether the list has the columns of this layout. */
    public static boolean fits(RawList list) {
        return list.column("rec_id") != null
                && list.column("nama_pemilik") != null
                && list.column("nama_usaha") != null;
    }

    /**
     * @param reference what is known of how common things are
     * @param learning whether the lists themselves add to it; if not, a pair looks the same whatever else the lists hold
     */
    public static UmkmModel of(List<RawList> lists, Reference reference, boolean learning, Workers workers) {
        return new UmkmModel(lists, reference, learning, workers);
    }

    private UmkmModel(List<RawList> lists, Reference reference, boolean learning, Workers workers) {
        Columns columns = new Columns(lists, reference, learning, workers);
        int n = columns.rows;
        rows = n;
        source = new byte[n + 1];
        String[] ids = new String[n];
        String[] sources = new String[lists.size()];
        int from = 0;
        for (int l = 0; l < lists.size(); l++) {
            RawList list = lists.get(l);
            sources[l] = list.source();
            Column id = list.column("rec_id");
            for (int i = 0; i < list.rows(); i++) {
                source[from + i] = (byte) l;
                ids[from + i] = id == null ? Integer.toString(i) : id.text(i);
            }
            from += list.rows();
        }
        Parts parts = read(columns, workers);
        names = there(parts.names);
        businesses = there(parts.businesses);
        places = there(parts.places);
        addresses = there(parts.addresses);
        identifiers = there(parts.identifiers);
        activities = there(parts.activities);
        lines = new Lines(n + 1);
        columns.forRows(16384, (lo, hi) -> {
            for (int r = lo; r < hi; r++) line(r);
        });
        BlockingRules blocking = new BlockingRules(names, businesses, places, addresses, identifiers, activities);
        model = new Model(
                n,
                sources,
                source,
                ids,
                Arrays.copyOf(places.village, n),
                blocking.rules(),
                comparisons(sources.length),
                true,
                new long[0],
                true,
                blocking.facts());
    }

    private static Parts read(Columns columns, Workers workers) {
        Parts parts = new Parts();
        workers.forPieces(4, part -> {
            switch (part) {
                case 0 -> {
                    Names names = new Names(columns, new Tokens(columns.common));
                    parts.names = names;
                    parts.businesses = new Businesses(columns, names);
                }
                case 1 -> {
                    parts.places = new Places(columns);
                    parts.addresses = new Addresses(columns);
                }
                case 2 -> parts.identifiers = new Identifiers(columns);
                default -> parts.activities = new Activities(columns);
            }
        });
        return parts;
    }

    private static <T> T there(@Nullable T part) {
        if (part == null) throw new IllegalStateException("A column was not read");
        return part;
    }

    public Model model() {
        return model;
    }

    private void line(int r) {
        lines.put(r, Lines.PERSON, names.of[r]);
        lines.put(r, Lines.CARD, identifiers.cards.of[r]);
        lines.put(r, Lines.BORN, identifiers.births.born[r]);
        lines.put(r, Lines.PHONE, identifiers.phones.of[r]);
        lines.put(r, Lines.ADDRESS, addresses.of[r]);
        lines.put(r, Lines.VILLAGE, places.village[r]);
        lines.put(r, Lines.CORE, businesses.core[r]);
        lines.put(r, Lines.KBLI, activities.kbli[r]);
        lines.put(r, Lines.SECTOR, activities.sector[r]);
        lines.put(r, Lines.KIND, businesses.kind[r]);
        lines.put(r, Lines.KEC, places.kec[r]);
        lines.put(r, Lines.SOURCE, source[r]);
        lines.put(r, Lines.CORE_OWNER, businesses.owner[r]);
        lines.put(r, Lines.NAME_LETTERS, Tokens.letters(names.joined[names.of[r]]));
        lines.put(r, Lines.CORE_LETTERS, Tokens.letters(businesses.joined[businesses.core[r]]));
    }

    private List<Comparison> comparisons(int sources) {
        return List.of(
                new NameComparison(lines, names),
                new CardComparison(lines, identifiers.cards),
                new BirthComparison(lines),
                new PhoneComparison(lines, identifiers.phones),
                new AddressComparison(lines, addresses),
                new VillageComparison(lines),
                new BusinessNameComparison(lines, businesses),
                new ActivityComparison(lines, activities),
                new KindComparison(lines, businesses),
                new SourcesComparison(sources, r -> lines.at(r, Lines.SOURCE)));
    }

    /** How common things are in these lists and what was known before. */
    public Reference reference() {
        return new Reference(
                Math.rint(names.common().records),
                names.known(),
                names.tokens.known(),
                businesses.known(),
                activities.known(),
                identifiers.phones.known(),
                activities.knownWords(),
                Math.rint(identifiers.births.dated()),
                identifiers.births.known(),
                places.known());
    }

    /** Rows in use. */
    public int rows() {
        return rows;
    }

    /** Puts a record at the row of the guest, {@link #rows()}; {@code list} is -1 for a record of none. Not thread-safe. */
    public void guest(int list, UmkmRecord it) {
        source[rows] = (byte) list;
        names.guest(rows, it);
        businesses.guest(rows, it);
        activities.guest(rows, it);
        places.guest(rows, it);
        addresses.guest(rows, it);
        identifiers.guest(rows, it);
        line(rows);
    }

    /** The same, and the record stays. How common things are stays as it was learned. Not thread-safe. */
    public void keep(int list, UmkmRecord it) {
        source[rows] = (byte) list;
        names.keep(rows, it);
        businesses.keep(rows, it);
        activities.keep(rows, it);
        places.keep(rows, it);
        addresses.keep(rows, it);
        identifiers.keep(rows, it);
        line(rows);
        rows++;
        if (rows < source.length) return;
        int size = Columns.more(rows);
        source = Arrays.copyOf(source, size);
        names.rows(size);
        businesses.rows(size);
        activities.rows(size);
        places.rows(size);
        addresses.rows(size);
        identifiers.rows(size);
        lines.rows(size);
    }
}
