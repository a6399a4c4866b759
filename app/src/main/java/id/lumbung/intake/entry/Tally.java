package id.lumbung.intake.entry;

import id.lumbung.intake.rule.Findings;
import id.lumbung.intake.rule.Rule;
import id.lumbung.intake.rule.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a run through a list found, in numbers: ten thousand wrong rows take no more room than ten. */
public final class Tally {
    static final int EXAMPLES = 20;
    private static final int MOST_REGENCIES = 60;

    private long rows;
    private long good;
    private long noted;
    private long wrong;
    private long leftOut;
    private long elsewhere;
    private final List<Long> leftOutLines = new ArrayList<>();
    private final Map<String, Long> regencies = new TreeMap<>();
    private final Map<String, Counted> rules = new LinkedHashMap<>();
    private final Map<String, Long> places = new TreeMap<>();
    private final Map<String, Long> filled = new HashMap<>();

    private static final class Counted {
        private final Severity severity;
        private long count;
        private final List<Found.Example> examples = new ArrayList<>();

        Counted(Severity severity) {
            this.severity = severity;
        }
    }

    Tally(List<Rule> all) {
        all.forEach(rule -> rules.put(rule.code(), new Counted(rule.severity())));
    }

    void leaveOut(long line) {
        leftOut++;
        if (leftOutLines.size() < EXAMPLES) {
            leftOutLines.add(line);
        }
    }

    /** @param regency the other one that the row is in, or empty */
    void add(long line, Findings findings, String regency) {
        rows++;
        if (!regency.isEmpty() && (regencies.size() < MOST_REGENCIES || regencies.containsKey(regency))) {
            regencies.merge(regency, 1L, Long::sum);
        }
        for (Findings.Finding finding : findings.all()) {
            // whatever else is wrong with a row of another region is for that region to correct
            if (findings.elsewhere() && finding.rule().severity() != Severity.ELSEWHERE) {
                continue;
            }
            Counted counted = rules.get(finding.rule().code());
            if (counted != null) {
                counted.count++;
                if (counted.examples.size() < EXAMPLES) {
                    counted.examples.add(new Found.Example(line, finding.column()));
                }
            }
        }
        if (findings.elsewhere()) {
            elsewhere++;
        } else if (findings.keepsOut()) {
            wrong++;
        } else {
            good++;
            if (!findings.isEmpty()) {
                noted++;
            }
        }
    }

    void place(String kecamatan) {
        places.merge(kecamatan, 1L, Long::sum);
    }

    void filled(String field) {
        filled.merge(field, 1L, Long::sum);
    }

    long rows() {
        return rows;
    }

    public Found found() {
        List<Found.ByRule> byRule = new ArrayList<>();
        rules.forEach((code, counted) -> {
            if (counted.count > 0) {
                byRule.add(new Found.ByRule(
                        code, counted.severity != Severity.NOTED, counted.count, List.copyOf(counted.examples)));
            }
        });
        return new Found(
                rows,
                good,
                noted,
                wrong,
                leftOut,
                byRule,
                places,
                filled,
                new Found.Aside(elsewhere, regencies, leftOutLines));
    }
}
