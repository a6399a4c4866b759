package id.lumbung.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Time against size, both on logarithmic axes, as SVG that needs no script. */
final class Chart {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 560;
    private static final int LEFT = 60;
    private static final int RIGHT = 560;
    private static final int TOP = 50;
    private static final int BOTTOM = 510;
    private static final String[] COLOURS = {
        "#1b6e53", "#b3541e", "#3f5fa8", "#8a3f8f", "#6b6b1f", "#a02c3a", "#20808d", "#555555", "#c2881a", "#4d7c2a",
        "#7a4a2b", "#2f3f9e", "#c0589a", "#4a8f7a", "#9e7b14", "#5d3b8c", "#d0703c", "#3c7fb0", "#7d7d7d"
    };

    private Chart() {}

    static void write(Path file, String title, Map<String, Map<Integer, Double>> lines, double goal)
            throws IOException {
        TreeSet<Integer> sizes = new TreeSet<>();
        lines.values().forEach(bySize -> sizes.addAll(bySize.keySet()));
        if (sizes.size() < 2) {
            return;
        }
        double least = 1;
        double most = lines.values().stream()
                .flatMap(bySize -> bySize.values().stream())
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .max()
                .orElse(100);
        Axis x = new Axis(sizes.first(), sizes.last(), LEFT, RIGHT);
        Axis y = new Axis(least, Math.max(100, most), BOTTOM, TOP);
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">%n"
                        + "<title>%s</title>%n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n"
                        + "<text x=\"%d\" y=\"24\" font-size=\"15\">%s</text>%n",
                WIDTH,
                HEIGHT,
                title,
                LEFT,
                title));
        for (double tick :
                List.of(1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0, 10000.0)) {
            if (tick >= least && tick <= y.to()) {
                svg.append(line(LEFT, y.at(tick), RIGHT, y.at(tick), tick == goal ? "#c00" : "#ddd", 1))
                        .append(text(
                                LEFT - 8, y.at(tick) + 4, "end", String.format(Locale.ROOT, "%.0f ms", tick), "#333"));
            }
        }
        for (int size : sizes) {
            svg.append(line(x.at(size), TOP, x.at(size), BOTTOM, "#eee", 1))
                    .append(text(x.at(size), BOTTOM + 20, "middle", String.format(Locale.ROOT, "%,d", size), "#333"));
        }
        int number = 0;
        for (Map.Entry<String, Map<Integer, Double>> each : lines.entrySet()) {
            String colour = COLOURS[number % COLOURS.length];
            StringBuilder points = new StringBuilder();
            for (int size : sizes) {
                double value = each.getValue().getOrDefault(size, Double.NaN);
                if (Double.isFinite(value)) {
                    points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x.at(size), y.at(Math.max(least, value))));
                }
            }
            svg.append("<polyline fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"2\" points=\"" + points
                            + "\"/>\n")
                    .append(line(RIGHT + 20, TOP + 14 + number * 22, RIGHT + 44, TOP + 14 + number * 22, colour, 3))
                    .append(text(RIGHT + 52, TOP + 18 + number * 22, "start", each.getKey(), "#111"));
            number++;
        }
        svg.append("</svg>\n");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, svg);
    }

    /** A logarithmic axis. */
    private record Axis(double from, double to, int begin, int end) {
        double at(double value) {
            return begin + (end - begin) * Math.log(value / from) / Math.log(to / from);
        }
    }

    private static String line(double x1, double y1, double x2, double y2, String colour, int width) {
        return String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%d\"/>%n",
                x1,
                y1,
                x2,
                y2,
                colour,
                width);
    }

    private static String text(double x, double y, String anchor, String words, String colour) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                colour,
                words);
    }
}
