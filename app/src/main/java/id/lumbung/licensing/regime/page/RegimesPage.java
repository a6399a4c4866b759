package id.lumbung.licensing.regime.page;

import java.util.List;

/** All regimes by the day they begin. */
public record RegimesPage(List<Line> lines) {
    /**
     * A regime.
     *
     * @param now whether it holds today
     * @param begin and {@code length} its bar on the common scale of time, in percent
     */
    public record Line(
            String href,
            String code,
            String name,
            String kind,
            String from,
            String to,
            String version,
            boolean now,
            int begin,
            int length) {}
}
