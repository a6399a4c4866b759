package id.lumbung.privacy.held;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is held of a person at a moment, by category, and who looked. Codes and not sentences: it is read in the language
 * of the reader.
 */
public record HeldReport(Instant at, List<Section> sections, List<Look> looks, int looksInAll) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * One category of data.
     *
     * @param category key, as {@code identity}
     * @param about of which enterprise or case, or the empty string
     * @param source where it came from, as {@code OWN_REPORT}
     * @param basis key of the legal basis
     * @param retention code of the retention class
     */
    public record Section(
            String category, String about, String source, String basis, String retention, List<Fact> facts) {}

    /** One thing held. */
    public record Fact(String label, String value) {
        @Override
        public String toString() {
            return "Fact[" + label + "]";
        }
    }

    /**
     * Somebody of the office looked.
     *
     * @param roles roles at that time, comma separated
     * @param unit region code of the reader's office
     */
    public record Look(
            Instant at, @Nullable String roles, @Nullable String unit, String what, String purpose) {}

    public String json() {
        return JSON.writeValueAsString(this);
    }

    public static HeldReport read(String json) {
        return JSON.readValue(json, HeldReport.class);
    }

    @Override
    public String toString() {
        return "HeldReport[" + sections.size() + " sections, " + looks.size() + " looks]";
    }
}
