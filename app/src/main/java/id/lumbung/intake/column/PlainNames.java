package id.lumbung.intake.column;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/** A column that is headed "Nama" and nothing more: of the owner or of the business, as the other columns and its cells say. */
final class PlainNames {
    private static final Set<String> HEADINGS = Set.of("nama", "nama lengkap", "name");
    private static final double OF_BUSINESSES = 0.25;
    private static final double PERHAPS = 0.1;

    /** Kinds of businesses; people are hardly called so. */
    private static final Set<String> KINDS = Set.of(
            "warung",
            "toko",
            "kios",
            "depot",
            "bengkel",
            "ud",
            "cv",
            "pt",
            "laundry",
            "salon",
            "rm",
            "kedai",
            "cafe",
            "kafe",
            "counter",
            "konter",
            "katering",
            "catering",
            "bakso",
            "mie",
            "kue",
            "keripik",
            "kripik",
            "penjahit",
            "jahit",
            "batik",
            "mebel",
            "meubel",
            "pangkas",
            "barber",
            "barbershop",
            "toserba",
            "lapak",
            "angkringan",
            "koperasi",
            "kelompok",
            "store",
            "shop",
            "minimarket",
            "apotek",
            "fotocopy",
            "percetakan",
            "usaha",
            "resto",
            "restoran",
            "ayam",
            "nasi",
            "sate",
            "soto",
            "gado",
            "es",
            "pencucian",
            "cuci",
            "rental",
            "sewa",
            "jasa",
            "pabrik",
            "perusahaan",
            "industri",
            "sanggar",
            "studio",
            "jual",
            "penjual",
            "pengrajin",
            "peternak",
            "ternak");

    private PlainNames() {}

    static void settle(List<String> headings, List<Optional<Field>> known, IntFunction<List<String>> cells) {
        List<Integer> plain = new ArrayList<>();
        Set<Field> others = new HashSet<>();
        for (int i = 0; i < headings.size(); i++) {
            if (HEADINGS.contains(Headings.plain(headings.get(i)))) {
                plain.add(i);
            } else {
                known.get(i).ifPresent(others::add);
            }
        }
        if (plain.isEmpty()) {
            return;
        }
        int first = plain.getFirst();
        known.set(first, Optional.of(meaning(cells.apply(first), others)));
        if (plain.size() == 2) {
            boolean businessFirst = share(cells.apply(first)) > share(cells.apply(plain.get(1)));
            known.set(first, Optional.of(businessFirst ? Field.BUSINESS_NAME : Field.OWNER_NAME));
            known.set(plain.get(1), Optional.of(businessFirst ? Field.OWNER_NAME : Field.BUSINESS_NAME));
        }
    }

    private static Field meaning(List<String> cells, Set<Field> others) {
        if (others.contains(Field.OWNER_NAME)) {
            return Field.BUSINESS_NAME;
        }
        if (others.contains(Field.BUSINESS_NAME)) {
            return Field.OWNER_NAME;
        }
        boolean ofPerson = others.contains(Field.NIK)
                || others.contains(Field.SEX)
                || others.contains(Field.BIRTH_DATE)
                || others.contains(Field.FAMILY_CARD);
        return share(cells) >= (ofPerson ? OF_BUSINESSES : PERHAPS) ? Field.BUSINESS_NAME : Field.OWNER_NAME;
    }

    private static double share(List<String> cells) {
        long filled = cells.stream().filter(cell -> !cell.isEmpty()).count();
        long businesses = cells.stream()
                .filter(cell -> KINDS.contains(Headings.plain(cell).split(" ", 2)[0]))
                .count();
        return filled == 0 ? 0 : (double) businesses / filled;
    }
}
