package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Comparison;
import id.lumbung.linkage.engine.Model;
import id.lumbung.linkage.engine.RawList;
import id.lumbung.linkage.engine.RawList.Column;
import id.lumbung.linkage.engine.SourcesComparison;
import id.lumbung.linkage.engine.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists of micro enterprises in Lumbung's layout: standard columns, blocking rules, comparisons. */
public final class UmkmModel {

    private final int n;
    private final byte[] source;
    private final Names names;
    private final Businesses businesses;
    private final Places places;
    private final Addresses addresses;
    private final Identifiers identifiers;
    private final Activities activities;
    private final Lines lines;
    private final BlockingRules blocking;
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
        n = columns.rows;
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
        blocking = new BlockingRules(names, businesses, places, addresses, identifiers, activities);
        model = new Model(
                n,
                sources,
                source,
                ids,
                Arrays.copyOf(places.village, n),
                blocking.rules(columns),
                comparisons(sources.length),
                true,
                new long[0],
                true);
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

    /** Names of the blocking rules, in the order of a record's keys. */
    public List<String> rules() {
        return blocking.names();
    }

    /** Puts a record at the place of the guest, row {@code size()}, to be compared and not kept, and tells its blocking
     * keys; {@code list} is -1 for a record of none. Not thread-safe. */
    public long[] guest(int list, Function<String, String> cell) {
        source[n] = (byte) list;
        names.guest(n, cell);
        businesses.guest(n, cell);
        activities.guest(n, cell);
        places.guest(n, cell);
        addresses.guest(n, cell);
        identifiers.guest(n, cell);
        line(n);
        return blocking.keys(n);
    }
}
