package id.lumbung.reference.page;

import id.lumbung.platform.FieldProblems;
import id.lumbung.reference.KbliCode;
import id.lumbung.reference.KbliVersion;
import id.lumbung.reference.Sector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One code.
 *
 * @param otherMeaning what the same digits mean in the other edition, where they mean something else
 */
public record KbliCodePage(
        KbliCode code,
        KbliVersion version,
        String description,
        List<Sector> sectors,
        List<Words> words,
        @Nullable KbliCode otherMeaning,
        String typed,
        FieldProblems problems) {

    /** Everyday words that lead to the code, and who gave them. */
    public record Words(String id, String words, String origin, boolean ours) {}

    public KbliCodePage {
        sectors = List.copyOf(sectors);
        words = List.copyOf(words);
    }
}
