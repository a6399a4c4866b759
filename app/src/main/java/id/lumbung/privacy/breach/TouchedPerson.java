package id.lumbung.privacy.breach;

import org.jspecify.annotations.Nullable;

/**
 * Somebody whose data were touched.
 *
 * @param key what tells her from others
 * @param numbers numbers of her businesses, or of her case
 */
record TouchedPerson(
        String key,
        String name,
        @Nullable String home,
        @Nullable String homeRegion,
        String numbers) {
    @Override
    public String toString() {
        return "TouchedPerson[" + key + "]";
    }
}
