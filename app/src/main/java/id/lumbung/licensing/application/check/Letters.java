package id.lumbung.licensing.application.check;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which alphabets a name is written in. Letters of another alphabet can look the same as ours: such a name is not found
 * under what one reads, and stands beside its double.
 */
final class Letters {
    private Letters() {}

    /** A person's name is recorded in Latin letters (Permendagri 73/2022, pasal 5). */
    static boolean isOtherThanLatin(String name) {
        return name.codePoints()
                .filter(Character::isLetter)
                .anyMatch(letter -> UnicodeScript.of(letter) != UnicodeScript.LATIN);
    }

    /** A business may be named in any alphabet, but no word is written in two. */
    static boolean hasMixedWord(String name) {
        Set<UnicodeScript> word = EnumSet.noneOf(UnicodeScript.class);
        for (int letter : name.codePoints().toArray()) {
            if (!Character.isLetter(letter)) {
                word.clear();
            } else if (UnicodeScript.of(letter) != UnicodeScript.COMMON) {
                word.add(UnicodeScript.of(letter));
            }
            if (word.size() > 1 && word.contains(UnicodeScript.LATIN)) {
                return true;
            }
        }
        return false;
    }
}
