package id.lumbung.bench.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Pairs of made-up Javanese names as a linkage meets them: sorted by their first record, a quarter of them one name in two
 * spellings, the others names of the same block.
 */
public final class NamePairs {
    /** How many pairs follow each other with one left name. */
    static final int RUN = 16;

    private static final String[] WORDS = {
        "SITI",
        "SRI",
        "MUHAMMAD",
        "ABDUL",
        "NUR",
        "DEWI",
        "AHMAD",
        "SUTINI",
        "SUMIATI",
        "SLAMET",
        "SUPARMAN",
        "WAHYUNI",
        "RAHAYU",
        "LESTARI",
        "AMINAH",
        "FATIMAH",
        "KHOTIMAH",
        "KURNIAWAN",
        "SETIAWAN",
        "WIBOWO",
        "PRASETYO",
        "SUTRISNO",
        "MULYONO",
        "SUGENG",
        "HIDAYAT",
        "ROHMAN",
        "NINGSIH",
        "ASTUTIK",
        "HANDAYANI",
        "WULANDARI",
        "SULASTRI",
        "MAIMUNAH",
        "ZULAIKHA",
        "TUKIMAN",
        "LEGIMAN",
        "PONIRAN",
        "KASMINI",
        "JUMADI",
        "BASUKI",
        "WINARSIH"
    };

    final String[] left;
    final String[] right;

    private NamePairs(String[] left, String[] right) {
        this.left = left;
        this.right = right;
    }

    static NamePairs of(int count, long seed) {
        Random chance = new Random(seed);
        String[] left = new String[count];
        String[] right = new String[count];
        for (int i = 0; i < count; i += RUN) {
            String name = name(chance);
            for (int j = i; j < Math.min(count, i + RUN); j++) {
                left[j] = name;
                right[j] = chance.nextInt(4) == 0 ? slipped(name, chance) : name(chance);
            }
        }
        return new NamePairs(left, right);
    }

    private static String name(Random chance) {
        List<String> words = new ArrayList<>();
        int count = 1 + chance.nextInt(3);
        for (int i = 0; i < count; i++) {
            words.add(WORDS[chance.nextInt(WORDS.length)]);
        }
        return String.join(" ", words);
    }

    /** One or two letters left out, put in, replaced, or turned. */
    private static String slipped(String name, Random chance) {
        StringBuilder slipped = new StringBuilder(name);
        for (int slips = 1 + chance.nextInt(2); slips > 0; slips--) {
            int at = chance.nextInt(slipped.length() - 1);
            char letter = (char) ('A' + chance.nextInt(26));
            switch (chance.nextInt(4)) {
                case 0 -> slipped.deleteCharAt(at);
                case 1 -> slipped.insert(at, letter);
                case 2 -> slipped.setCharAt(at, letter);
                default -> {
                    char first = slipped.charAt(at);
                    slipped.setCharAt(at, slipped.charAt(at + 1));
                    slipped.setCharAt(at + 1, first);
                }
            }
        }
        return slipped.toString();
    }
}
