package id.lumbung.linkage.engine.umkm;

/** Numbers from texts that are the same in every run, so that blocking keys can be compared between processes. */
final class Hash {

    private Hash() {}

    /** 64 bits, never 0 but for the text that says nothing. */
    static long of(String text) {
        if (text.isEmpty()) return 0;
        long h = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            h ^= text.charAt(i);
            h *= 0x100000001B3L;
        }
        h ^= h >>> 29;
        h *= 0xD6E8FEB86659FD93L;
        h ^= h >>> 32;
        return h == 0 ? 1 : h;
    }
}
