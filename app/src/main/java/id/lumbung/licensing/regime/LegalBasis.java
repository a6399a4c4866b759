package id.lumbung.licensing.regime;

import java.util.List;

/**
 * What a regime rests on.
 *
 * @param lines as printed on the licence
 * @param source where this version of the regime comes from, for whoever asks why it is so
 */
public record LegalBasis(List<String> lines, String source) {
    public LegalBasis {
        lines = List.copyOf(lines);
    }
}
