package id.lumbung.registry.origin;

import id.lumbung.registry.admission.AdmittedRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What each record says of each fact, by the precedence of {@link AdmittedRecord#PRECEDENCE}: the first is what is shown. */
public final class Origins {
    private Origins() {}

    /** A value and the strongest record that states it. */
    public record Said(String value, UUID record) {}

    /**
     * Facts that any record states, in the order asked for.
     *
     * @param words how a record states a fact; null when it does not
     */
    public static SequencedMap<KnownFact, List<Said>> of(
            Collection<AdmittedRecord> records, Map<KnownFact, Function<AdmittedRecord, @Nullable String>> words) {
        List<AdmittedRecord> ordered =
                records.stream().sorted(AdmittedRecord.PRECEDENCE).toList();
        SequencedMap<KnownFact, List<Said>> origins = new LinkedHashMap<>();
        words.forEach((fact, of) -> {
            Map<String, Said> said = new LinkedHashMap<>();
            for (AdmittedRecord record : ordered) {
                String value = of.apply(record);
                if (value != null && !value.isBlank()) {
                    said.putIfAbsent(value.strip().toLowerCase(Locale.ROOT), new Said(value.strip(), record.id()));
                }
            }
            if (!said.isEmpty()) {
                origins.put(fact, new ArrayList<>(said.values()));
            }
        });
        return origins;
    }
}
