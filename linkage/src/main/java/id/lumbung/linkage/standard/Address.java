package id.lumbung.linkage.standard;

import java.util.Map;
import java.util.Set;

/**
 * The parts of an address in a village: {@code Jl. Raya No 5 RT.02/RW 11 Dsn. Krajan Ds. Sumberejo}.
 *
 * @param rt the number of the neighbourhood (rukun tetangga), 0 when unknown
 * @param rw the number of the larger neighbourhood (rukun warga), 0 when unknown
 * @param hamlet the name after Dusun or Dukuh, or what stands alone after the numbers
 * @param road the name after Jalan
 * @param number the number of the house, 0 when unknown
 * @param alley what follows Gang
 * @param village the name after Desa or Kelurahan; the village of a list has its own column mostly
 * @param rest words that belong to none of these
 */
public record Address(
        int rt, int rw, String hamlet, String road, int number, String alley, String village, String rest) {
    private static final Address MISSING = new Address(0, 0, "", "", 0, "", "", "");

    private enum Label {
        NONE,
        RT,
        RW,
        HAMLET,
        ROAD,
        NUMBER,
        ALLEY,
        VILLAGE,
        REST
    }

    private static final Map<String, Label> LABELS = Map.ofEntries(
            Map.entry("RT", Label.RT),
            Map.entry("RTRW", Label.RT),
            Map.entry("RW", Label.RW),
            Map.entry("DSN", Label.HAMLET),
            Map.entry("DUSUN", Label.HAMLET),
            Map.entry("DSUN", Label.HAMLET),
            Map.entry("DUS", Label.HAMLET),
            Map.entry("DN", Label.HAMLET),
            Map.entry("DK", Label.HAMLET),
            Map.entry("DKH", Label.HAMLET),
            Map.entry("DUKUH", Label.HAMLET),
            Map.entry("DUKUHAN", Label.HAMLET),
            Map.entry("PEDUKUHAN", Label.HAMLET),
            Map.entry("LINGKUNGAN", Label.HAMLET),
            Map.entry("LINK", Label.HAMLET),
            Map.entry("LING", Label.HAMLET),
            Map.entry("KP", Label.HAMLET),
            Map.entry("KAMP", Label.HAMLET),
            Map.entry("JL", Label.ROAD),
            Map.entry("JLN", Label.ROAD),
            Map.entry("JALAN", Label.ROAD),
            Map.entry("JIN", Label.ROAD),
            Map.entry("NO", Label.NUMBER),
            Map.entry("NMR", Label.NUMBER),
            Map.entry("NOMOR", Label.NUMBER),
            Map.entry("NOMER", Label.NUMBER),
            Map.entry("GG", Label.ALLEY),
            Map.entry("GANG", Label.ALLEY),
            Map.entry("DS", Label.VILLAGE),
            Map.entry("DESA", Label.VILLAGE),
            Map.entry("DES", Label.VILLAGE),
            Map.entry("KEL", Label.VILLAGE),
            Map.entry("KELURAHAN", Label.VILLAGE),
            Map.entry("KEC", Label.REST),
            Map.entry("KECAMATAN", Label.REST),
            Map.entry("KAB", Label.REST),
            Map.entry("KABUPATEN", Label.REST),
            Map.entry("KOTA", Label.REST),
            Map.entry("PROV", Label.REST));

    /** Roads that stand in every regency: where one of them ends, a hamlet without its mark can begin. */
    private static final Set<String> ROADS_OF_ONE = Set.of(
            "RAYA",
            "DIPONEGORO",
            "SUDIRMAN",
            "KARTINI",
            "BRAWIJAYA",
            "MAJAPAHIT",
            "TRUNOJOYO",
            "MELATI",
            "MAWAR",
            "ANGREK",
            "KENANGA",
            "DAHLIA",
            "FLAMBOYAN",
            "PAHLAWAN",
            "MERDEKA",
            "HASANUDIN",
            "PASAR",
            "MASJID",
            "SUTOYO",
            "SUNGKONO",
            "CEMPAKA",
            "TERATAI",
            "BROMO",
            "SEMERU",
            "ARJUNO",
            "KAWI",
            "PEMUDA",
            "VETERAN",
            "SUROPATI");

    private static final Set<String> ROADS_OF_TWO = Set.of(
            "PANGLIMA SUDIRMAN",
            "JENDERAL SUDIRMAN",
            "AHMAD YANI",
            "A YANI",
            "GATOT SUBROTO",
            "IMAM BONJOL",
            "KYAI MOJO",
            "SUNAN AMPEL",
            "SUNAN KALIJAGA",
            "SUNAN GIRI",
            "GAJAH MADA",
            "HAYAM WURUK",
            "YOS SUDARSO",
            "TEUKU UMAR",
            "RADEN PATAH",
            "DEWI SARTIKA",
            "KI HAJAR",
            "BASUKI RAHMAT",
            "WAHID HASIM",
            "HASIM ASHARI",
            "COKRO AMINOTO",
            "URIP SUMOHARJO");

    /** Takes apart what was typed as an address. */
    public static Address of(String typed) {
        if (typed.isEmpty()) {
            return MISSING;
        }
        Words words = Words.of(typed, true);
        return words.size == 0 ? MISSING : new Reading(words).finished();
    }

    /** Whether nothing was typed that could be compared. */
    public boolean isMissing() {
        return rt == 0
                && rw == 0
                && hamlet.isEmpty()
                && road.isEmpty()
                && number == 0
                && alley.isEmpty()
                && rest.isEmpty();
    }

    /** For comparing as one set of words: hamlet, road, alley and rest. */
    public String names() {
        StringBuilder all = new StringBuilder(hamlet);
        for (String part : new String[] {road, alley, rest}) {
            if (!part.isEmpty()) {
                all.append(all.length() == 0 ? "" : " ").append(part);
            }
        }
        return all.toString();
    }

    /** One reading of one address. */
    private static final class Reading {
        final Words words;
        final StringBuilder[] names = new StringBuilder[Label.values().length];
        Label label = Label.NONE;
        /** What a number after a stroke belongs to. */
        Label lastNumber = Label.NONE;

        int rt;
        int rw;
        int number;

        Reading(Words words) {
            this.words = words;
        }

        Address finished() {
            for (int i = 0; i < words.size; i++) {
                String word = words.text[i];
                if (Letters.isDigit(word.charAt(0))) {
                    number(word, words.before[i] == '/' || words.before[i] == '-', i);
                } else {
                    word(word, i);
                }
            }
            String road = name(Label.ROAD);
            String hamlet = name(Label.HAMLET);
            String loose = name(Label.NONE);
            if (hamlet.isEmpty() && loose.isEmpty()) {
                int end = endOfRoad(road);
                hamlet = end < 0 ? "" : road.substring(end + 1);
                road = end < 0 ? road : road.substring(0, end);
            } else if (hamlet.isEmpty()) {
                hamlet = loose;
                loose = "";
            }
            String rest = name(Label.REST);
            rest = loose.isEmpty() ? rest : rest.isEmpty() ? loose : loose + " " + rest;
            return new Address(rt, rw, hamlet, road, number, name(Label.ALLEY), name(Label.VILLAGE), rest);
        }

        private void word(String word, int at) {
            Label found = LABELS.get(word);
            boolean last = at + 1 == words.size;
            if (found == Label.RW && label == Label.RT && at > 0 && words.text[at - 1].equals("RT")) {
                // RT/RW 05/03
                return;
            }
            if (found != null
                    && !last
                    && (found != Label.HAMLET || label != Label.HAMLET || names[Label.HAMLET.ordinal()] != null)) {
                label = found;
                lastNumber = Label.NONE;
                return;
            }
            if (label == Label.RT || label == Label.RW || label == Label.NUMBER) {
                label = Label.NONE;
            }
            lastNumber = Label.NONE;
            StringBuilder name = names[label.ordinal()];
            if (name == null) {
                names[label.ordinal()] = name = new StringBuilder(24);
            } else {
                name.append(' ');
            }
            name.append(Spelling.modern(word));
        }

        /** RT 5/7 is RT 5 RW 7; two numbers with a stroke and no label are that as well; No. 5/7 is house 5. */
        private void number(String digits, boolean stroke, int at) {
            int value = value(digits);
            boolean strokeFollows =
                    at + 1 < words.size && words.before[at + 1] == '/' && Letters.isDigit(words.text[at + 1].charAt(0));
            if (stroke && lastNumber == Label.RT) {
                rw = value;
                lastNumber = Label.RW;
            } else if (stroke && lastNumber == Label.NUMBER) {
                lastNumber = Label.NONE;
            } else if (label == Label.RT) {
                rt = value;
                lastNumber = Label.RT;
            } else if (label == Label.RW) {
                rw = value;
                lastNumber = Label.RW;
            } else if (label == Label.NUMBER) {
                number = value;
                lastNumber = Label.NUMBER;
            } else if (strokeFollows && rt == 0) {
                rt = value;
                lastNumber = Label.RT;
            } else if (label == Label.ROAD || label == Label.ALLEY) {
                number = label == Label.ROAD ? value : number;
                append(label == Label.ALLEY, digits);
                return;
            }
            label = Label.NONE;
        }

        private void append(boolean wanted, String digits) {
            if (wanted) {
                StringBuilder name = names[label.ordinal()];
                names[label.ordinal()] = name == null
                        ? new StringBuilder(digits)
                        : name.append(' ').append(digits);
            }
        }

        private static int value(String digits) {
            int value = 0;
            for (int i = 0; i < digits.length() && i < 5; i++) {
                value = 10 * value + Character.digit(digits.charAt(i), 10);
            }
            return value;
        }

        private String name(Label of) {
            StringBuilder name = names[of.ordinal()];
            return name == null ? "" : name.toString();
        }

        /** Where a road that everyone knows ends and more follows; -1 otherwise. */
        private static int endOfRoad(String road) {
            int first = road.indexOf(' ');
            if (first < 0) {
                return -1;
            }
            int second = road.indexOf(' ', first + 1);
            if (second > 0 && ROADS_OF_TWO.contains(road.substring(0, second))) {
                return second;
            }
            return ROADS_OF_ONE.contains(road.substring(0, first)) ? first : -1;
        }
    }
}
