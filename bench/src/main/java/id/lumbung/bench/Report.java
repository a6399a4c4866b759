package id.lumbung.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One table for people and one JSON file for machines. */
final class Report {
    record Line(String part, String what, long size, double value, String unit, String goal) {}

    private final List<Line> lines = new ArrayList<>();
    private final String commit;

    Report(String commit) {
        this.commit = commit;
    }

    void begin() {
        System.out.println(
                "| part      | what                                              | enterprises |       measured           | goal     |");
        System.out.println(
                "| --------- | ------------------------------------------------- | ----------: | -----------------------: | -------- |");
    }

    void add(String part, String what, long size, double value, String unit, String goal) {
        Line line = new Line(part, what, size, value, unit, goal);
        lines.add(line);
        System.out.println(text(line));
    }

    void add(String part, String what, long size, Sample sample, String goal) {
        add(part, what + " p50", size, sample.percentile(0.50), "ms", "");
        add(part, what + " p95", size, sample.percentile(0.95), "ms", goal);
        add(part, what + " p99", size, sample.percentile(0.99), "ms", "");
        if (sample.failures() > 0) {
            add(part, what + " failed", size, sample.failures(), "requests", "0");
        }
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    private static String text(Line line) {
        return String.format(
                Locale.ROOT,
                "| %-9s | %-49s | %11s | %14.1f %-9s | %-8s |",
                line.part(),
                line.what(),
                line.size() == 0 ? "" : Long.toString(line.size()),
                line.value(),
                line.unit(),
                line.goal());
    }

    void write(Path file) throws IOException {
        StringBuilder json = new StringBuilder("{\n");
        json.append("  \"date\": \"").append(Instant.now()).append("\",\n");
        json.append("  \"commit\": \"").append(commit).append("\",\n");
        json.append("  \"machine\": \"")
                .append(Runtime.getRuntime().availableProcessors())
                .append(" processors, ")
                .append(processor())
                .append(", Java ")
                .append(Runtime.version())
                .append("\",\n");
        json.append("  \"load\": ").append(load()).append(",\n  \"figures\": [\n");
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            json.append(String.format(
                    Locale.ROOT,
                    "    {\"part\": \"%s\", \"what\": \"%s\", \"size\": %d, \"value\": %s, \"unit\": \"%s\", \"goal\": \"%s\"}%s%n",
                    line.part(),
                    line.what(),
                    line.size(),
                    Double.isNaN(line.value()) ? "null" : String.format(Locale.ROOT, "%.2f", line.value()),
                    line.unit(),
                    line.goal(),
                    i == lines.size() - 1 ? "" : ","));
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, json.append("  ]\n}\n").toString());
        System.out.println("commit " + commit + ", " + Runtime.getRuntime().availableProcessors() + " processors, "
                + processor() + ", load of the last minute " + load() + "; also in " + file);
    }

    static double load() {
        return java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String processor() throws IOException {
        return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip().replace("\"", ""))
                .findFirst()
                .orElse("unknown");
    }
}
