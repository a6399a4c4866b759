package id.lumbung.linkage.standard;

/**
 * Short names: Sutini is called Tini, Sumiati Miati, Yulianti Yuli, Maskur Skur.
 *
 * <p>Javanese and Madurese short names are mostly the end of the name, sometimes its beginning. Whether a short name
 * <em>can</em> stand for a word is all that is said here; how much that weighs is left to who compares.
 */
public final class Nickname {
    private static final int SHORTEST = 3;

    /** How a short name sits in a name. */
    public enum Fit {
        NONE,
        /** The beginning of a word: Yuli of Yulianti. */
        BEGINNING,
        /** The end of a word: Tini of Sutini. */
        END,
        /** A whole word. */
        WORD
    }

    private Nickname() {}

    /** How the short name, one word or several joined, sits best in one of the words of the name. */
    public static Fit in(String name, String shortName) {
        Fit best = Fit.NONE;
        if (shortName.length() < SHORTEST) {
            return best;
        }
        int start = 0;
        while (start < name.length()) {
            int blank = name.indexOf(' ', start);
            int end = blank < 0 ? name.length() : blank;
            Fit fit = inWord(name, start, end, shortName);
            best = fit.compareTo(best) > 0 ? fit : best;
            start = end + 1;
        }
        return best;
    }

    private static Fit inWord(String name, int start, int end, String shortName) {
        int longer = end - start - shortName.length();
        if (longer < 0) {
            return Fit.NONE;
        }
        if (longer == 0) {
            return name.startsWith(shortName, start) ? Fit.WORD : Fit.NONE;
        }
        if (name.startsWith(shortName, end - shortName.length())) {
            return Fit.END;
        }
        return name.startsWith(shortName, start) ? Fit.BEGINNING : Fit.NONE;
    }

    /**
     * How a business can be called after its owner: by a word of the name, or by a short name of it. When an honorific shows
     * where in the business's name a person stands, only those words count, otherwise all of them do; the best fit with the
     * owner's full name or nickname is the answer.
     */
    public static Fit ofOwner(PersonName owner, BusinessName business) {
        String called = business.person().isEmpty() ? business.core() : business.person();
        if (called.isEmpty() || owner.isMissing()) {
            return Fit.NONE;
        }
        Fit best = Fit.NONE;
        for (String word : called.split(" ")) {
            Fit byName = in(owner.full(), word);
            Fit byNickname = in(owner.nickname(), word);
            Fit fit = byName.compareTo(byNickname) >= 0 ? byName : byNickname;
            best = fit.compareTo(best) > 0 ? fit : best;
        }
        return best;
    }
}
