package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Similarity;
import id.lumbung.linkage.engine.Texts;
import java.util.Arrays;
import java.util.Map;

/** The names of businesses: what makes them their own, and the words that only say what kind of business it is. */
final class Businesses {

    private static final String COLUMN = "nama_usaha";

    private final Names names;
    private final Tokens tokens;
    private final Commonness common;
    private final Texts cores = new Texts();
    private final Texts kinds = new Texts();
    private final Texts kindTokens = new Texts();
    /** The own part of a record's business name. */
    int[] core;

    int[][] words = new int[0][];
    char[][] joined = new char[0][];
    int[] count = Columns.NONE;
    byte[] rarity = new byte[0];
    long[] key = new long[0];
    /** 2 when the own part is the owner's name, 1 when some of it is. */
    byte[] owner;

    int[] kind;
    int[][] kindWords = new int[0][];

    Businesses(Columns columns, Names names) {
        this.names = names;
        tokens = names.tokens;
        common = columns.common;
        Texts both = new Texts();
        int[] business = columns.codes(COLUMN, both, UmkmText::business);
        int[] toCore = new int[both.size()];
        int[] toKind = new int[both.size()];
        for (int i = 1; i < toCore.length; i++) {
            String text = both.text(i);
            int bar = text.indexOf('|');
            toCore[i] = cores.code(text.substring(0, bar));
            toKind[i] = kinds.code(text.substring(bar + 1).trim());
        }
        core = new int[columns.rows + 1];
        kind = new int[columns.rows + 1];
        for (int r = 0; r < columns.rows; r++) {
            core[r] = toCore[business[r]];
            kind[r] = toKind[business[r]];
        }
        readCores();
        readKinds();
        tokens.seal(names);
        owner = new byte[columns.rows + 1];
        columns.forRows(8192, (lo, hi) -> {
            for (int r = lo; r < hi; r++) owner[r] = ownership(r);
        });
    }

    private void readCores() {
        int size = cores.size();
        words = new int[size + 1][];
        joined = new char[size + 1][];
        key = new long[size + 1];
        for (int i = 0; i < size; i++) {
            String text = cores.text(i);
            words[i] = Columns.words(text, tokens.texts);
            String whole = text.replace(" ", "");
            joined[i] = whole.toCharArray();
            key[i] = Hash.of(whole);
        }
        count = Columns.counts(core, size + 1);
        rarity = new byte[size + 1];
        for (int i = 1; i < size; i++) rarity[i] = rarityOf(i, cores.text(i));
    }

    private byte rarityOf(int slot, String text) {
        return common.rarity(common.count(count[slot], common.reference.businesses(), text));
    }

    Map<String, Double> known() {
        return common.known(cores, count, common.reference.businesses());
    }

    private void readKinds() {
        kindWords = new int[kinds.size() + 1][];
        for (int i = 0; i < kinds.size(); i++) kindWords[i] = Columns.words(kinds.text(i), kindTokens);
    }

    private byte ownership(int record) {
        int[] own = words[core[record]];
        if (own.length == 0) return 0;
        boolean any = false;
        boolean all = true;
        for (int token : own) {
            boolean of = ofOwner(token, names.wordsOf(record));
            any |= of;
            all &= of;
        }
        return (byte) (all ? 2 : any ? 1 : 0);
    }

    /** "Tini" in "Warung Bu Tini" is of Sutini, its owner. */
    private boolean ofOwner(int token, int[] ownerWords) {
        char[] word = tokens.chars[token];
        for (int other : ownerWords) {
            if (other == token) return true;
            char[] whole = tokens.chars[other];
            if (word.length >= 3 && whole.length > word.length && Tokens.endsWith(whole, word)) return true;
            if (word.length >= 4 && Similarity.oneEdit(word, whole)) return true;
        }
        return false;
    }

    /** After the owner's name is there. */
    void keep(int record, UmkmRecord it) {
        tokens.keep(it.core());
        if (!it.kind().isEmpty()) for (String word : it.kind().split(" ")) kindTokens.code(word);
        guest(record, it);
        cores.code(it.core());
        kinds.code(it.kind());
        if (cores.size() >= joined.length) {
            int size = Columns.more(cores.size());
            joined = Arrays.copyOf(joined, size);
            words = Arrays.copyOf(words, size);
            count = Arrays.copyOf(count, size);
            rarity = Arrays.copyOf(rarity, size);
            key = Arrays.copyOf(key, size);
        }
        if (kinds.size() >= kindWords.length) kindWords = Arrays.copyOf(kindWords, Columns.more(kinds.size()));
    }

    void rows(int size) {
        core = Arrays.copyOf(core, size);
        owner = Arrays.copyOf(owner, size);
        kind = Arrays.copyOf(kind, size);
    }

    /** After the guest's own name is there. */
    void guest(int record, UmkmRecord it) {
        String coreText = it.core();
        int slot = Columns.slot(cores, coreText);
        core[record] = slot;
        if (slot == cores.size()) {
            String whole = coreText.replace(" ", "");
            joined[slot] = whole.toCharArray();
            key[slot] = Hash.of(whole);
            count[slot] = 1;
            rarity[slot] = rarityOf(slot, coreText);
            words[slot] = tokens.guest(coreText, false);
        }
        owner[record] = ownership(record);
        String kindText = it.kind();
        int kindSlot = Columns.slot(kinds, kindText);
        kind[record] = kindSlot;
        if (kindSlot == kinds.size()) {
            String[] split = kindText.split(" ");
            int[] own = new int[split.length];
            for (int i = 0; i < split.length; i++) own[i] = kindTokens.find(split[i]);
            kindWords[kindSlot] = own;
        }
    }
}
