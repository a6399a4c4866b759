package id.lumbung.licensing.regime.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One version of a regime in readable form. */
public record RegimePage(
        Head head,
        List<Fact> facts,
        List<String> basis,
        List<StateLine> states,
        List<StepLine> steps,
        List<PaperLine> papers,
        List<GroundLine> refusal,
        List<GroundLine> revocation,
        @Nullable Diagram diagram,
        List<VersionLine> versions) {
    public record Head(String code, String name, String kind, String period, int number, boolean newest) {}

    public record Fact(String label, String value) {}

    public record StateLine(String code, String name, boolean ended, String forApplicant) {}

    public record StepLine(
            String from,
            String name,
            String to,
            String roles,
            boolean second,
            String clock,
            String asks,
            String effect) {}

    public record PaperLine(String name, String hint, boolean required, boolean imageOnly) {}

    public record GroundLine(String name, int warnings) {}

    public record VersionLine(String href, int number, String from, boolean current) {}

    /** The states as boxes and the steps as lines between them, in units of an SVG view box. */
    public record Diagram(int width, int height, List<Box> boxes, List<Arrow> arrows) {
        public record Box(int x, int y, int width, int height, String name, boolean ended) {}

        public record Arrow(String path) {}
    }
}
