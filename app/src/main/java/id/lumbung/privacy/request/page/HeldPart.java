package id.lumbung.privacy.request.page;

import java.util.List;

/** What is held of a person, in the words of the reader. */
public record HeldPart(String at, List<Section> sections, List<Look> looks, int more) {
    public record Section(
            String title, String about, String source, String basis, String retention, List<Fact> facts) {}

    public record Fact(String label, String value) {}

    public record Look(String iso, String at, String who, String what, String purpose) {}
}
