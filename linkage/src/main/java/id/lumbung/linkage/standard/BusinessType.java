package id.lumbung.linkage.standard;

import java.util.HashMap;
import java.util.Map;

/** What kind of business the words before its name tell: Warung, Toko, UD. */
public enum BusinessType {
    UNKNOWN(),
    TOKO(
            "TOKO",
            "TK",
            "TKO",
            "MINIMARKET",
            "SWALAYAN",
            "SUPERMARKET",
            "MART",
            "TB",
            "STORE",
            "SHOP",
            "GROSIR",
            "GERAI",
            "OUTLET"),
    WARUNG("WARUNG", "WR", "WRG", "WRUNG", "WARONG", "WAR", "WAROENG"),
    KIOS("KIOS", "KIOSK", "KIYOS"),
    PERACANGAN("PRACANGAN", "PERACANGAN", "MERACANG", "MRACANG", "PRACANG"),
    DEPOT("DEPOT"),
    RUMAH_MAKAN("RM", "RESTO", "RESTORAN"),
    KEDAI("KEDAI", "KANTIN", "KEDE", "ANGKRINGAN"),
    KAFE("CAFE", "KAFE", "WARKOP", "COFFEE"),
    LAPAK("LAPAK", "STAN", "STAND", "GEROBAK", "BOOTH"),
    KATERING("KATERING", "CATERING", "DAPUR"),
    PRODUKSI(
            "PRODUKSI",
            "PABRIK",
            "INDUSTRI",
            "PENGRAJIN",
            "PERAJIN",
            "KERAJINAN",
            "PEMBUAT",
            "PEMBUATAN",
            "CRAFT",
            "HANDYCRAFT",
            "HANDICRAFT",
            "HOMEINDUSTRI"),
    BENGKEL("BENGKEL", "TAMBAL", "SERVICE", "SERVIS", "REPARASI"),
    KONTER("KONTER", "COUNTER", "CELL", "CELLULAR", "SELULER", "PONSEL"),
    SALON("SALON", "RIAS", "BARBERSHOP", "PANGKAS", "POTONG"),
    PENATU("LAUNDRY", "LONDRI", "LAUNDRI", "LONDRY", "BINATU"),
    PENJAHIT("PENJAHIT", "JAHIT", "MODISTE", "TAYLOR", "TAILOR", "KONVEKSI", "BORDIR"),
    BUTIK("BUTIK", "BOUTIQUE", "COLLECTION", "BUSANA", "DISTRO"),
    MEBEL("MEBEL", "MEUBEL", "FURNITURE", "FURNITUR"),
    TERNAK("PETERNAKAN", "TERNAK", "PERTERNAKAN", "FARM"),
    PERTANIAN("PERTANIAN", "TANI", "BUDIDAYA", "KEBUN"),
    PANGKALAN("PANGKALAN", "AGEN", "DISTRIBUTOR", "PENGEPUL", "BELANTIK"),
    PERSEWAAN("PERSEWAAN", "SEWA", "RENTAL", "TRAVEL", "PENYEWAAN"),
    DARING("ONLINE", "OLSHOP", "OLSHOPS", "ONLINESHOP"),
    APOTEK("APOTEK", "APOTIK"),
    PERCETAKAN("PERCETAKAN", "FOTOCOPY", "FOTOKOPI", "PHOTOCOPY", "PRINTING", "SABLON"),
    BAKERY("BAKERY"),
    JASA("JASA"),
    /** Legal forms and the like count only when nothing tells more. */
    PJ("PJ", "PIRT"),
    UD("UD"),
    CV("CV"),
    PT("PT"),
    KOPERASI("KOPERASI", "KSP", "KUD", "KPRI", "KOPKAR", "KSPPS", "KOPONTREN", "KOPPONTREN", "KUB", "KSU"),
    USAHA("USAHA");

    private static final Map<String, BusinessType> WORDS = new HashMap<>();

    static {
        for (BusinessType type : values()) {
            for (String word : type.words) {
                WORDS.put(word, type);
            }
        }
    }

    private final String[] words;

    BusinessType(String... words) {
        this.words = words;
    }

    /** The type a word tells, UNKNOWN when none. */
    static BusinessType of(String word) {
        return WORDS.getOrDefault(word, UNKNOWN);
    }

    boolean tellsMoreThan(BusinessType other) {
        return other == UNKNOWN || other.ordinal() >= PJ.ordinal() && ordinal() < PJ.ordinal();
    }
}
