package id.lumbung.intake.entry;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.rule.Findings;
import id.lumbung.intake.rule.Rule;
import id.lumbung.intake.rule.Severity;
import id.lumbung.intake.value.ListRow;
import id.lumbung.reference.Kbli;
import id.lumbung.reference.KbliVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A KBLI code that no edition has. */
public final class KbliUnknown implements Rule {
    private static final int MOST_REMEMBERED = 10_000;

    private final Kbli kbli;
    private final List<KbliVersion> versions;
    private final Map<String, Boolean> known = new HashMap<>();

    public KbliUnknown(Kbli kbli) {
        this.kbli = kbli;
        this.versions = kbli.versions();
    }

    @Override
    public String code() {
        return "kbli-unknown";
    }

    @Override
    public Severity severity() {
        return Severity.NOTED;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        String code = row.text(Field.KBLI);
        if (!code.isEmpty() && !isKnown(code)) {
            findings.add(this, row.column(Field.KBLI));
        }
    }

    private boolean isKnown(String code) {
        Boolean remembered = known.get(code);
        if (remembered == null) {
            remembered = code.length() == 5
                    && versions.stream()
                            .anyMatch(version -> kbli.find(version.code(), code).isPresent());
            if (known.size() < MOST_REMEMBERED) {
                known.put(code, remembered);
            }
        }
        return remembered;
    }
}
