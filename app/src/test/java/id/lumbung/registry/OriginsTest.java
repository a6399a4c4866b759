package id.lumbung.registry;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.Seeds;
import id.lumbung.registry.admission.AdmittedRecord;
import id.lumbung.registry.admission.Derivation;
import id.lumbung.registry.origin.KnownFact;
import id.lumbung.registry.origin.Origins;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is named as the source of a shown fact is where it comes from. */
class OriginsTest {
    private static final List<String> NAMES = List.of("Keripik Lastri", "keripik lastri", "Lastri Jaya", "Toko Lastri");

    private static final Map<KnownFact, Function<AdmittedRecord, @Nullable String>> WORDS = words();

    private static Map<KnownFact, Function<AdmittedRecord, @Nullable String>> words() {
        Map<KnownFact, Function<AdmittedRecord, @Nullable String>> words = new LinkedHashMap<>();
        words.put(KnownFact.BUSINESS_NAME, record -> record.content().business().name());
        words.put(KnownFact.FOUNDED_ON, record -> {
            LocalDate founded = record.content().business().foundedOn();
            return founded == null ? null : founded.toString();
        });
        return words;
    }

    @Property(seed = Seeds.FIXED)
    void the_first_value_is_the_one_that_the_page_shows(
            @ForAll @IntRange(min = 1, max = 8) int records, @ForAll long chance) {
        List<AdmittedRecord> all = records(records, new Random(chance));

        Map<KnownFact, List<Origins.Said>> origins = Origins.of(all, WORDS);

        BusinessFacts shown = Derivation.business(all);
        assertThat(origins.get(KnownFact.BUSINESS_NAME).getFirst().value()).isEqualTo(shown.name());
        if (shown.foundedOn() == null) {
            assertThat(origins).doesNotContainKey(KnownFact.FOUNDED_ON);
        } else {
            assertThat(origins.get(KnownFact.FOUNDED_ON).getFirst().value())
                    .isEqualTo(shown.foundedOn().toString());
        }
    }

    @Property(seed = Seeds.FIXED)
    void each_value_is_told_once_and_none_is_left_out(
            @ForAll @IntRange(min = 1, max = 8) int records, @ForAll long chance) {
        List<AdmittedRecord> all = records(records, new Random(chance));

        List<Origins.Said> said = Origins.of(all, WORDS).get(KnownFact.BUSINESS_NAME);

        assertThat(said)
                .extracting(one -> one.value().toLowerCase(java.util.Locale.ROOT))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .map(record -> record.content().business().name().toLowerCase(java.util.Locale.ROOT))
                        .distinct()
                        .toList());
    }

    @Test
    void the_same_value_of_a_weaker_source_names_the_stronger() {
        AdmittedRecord list = record(SourceKind.LIST, LocalDate.of(2026, 5, 1), "Toko Lastri", null);
        AdmittedRecord visit = record(SourceKind.FIELD_VISIT, LocalDate.of(2026, 1, 1), "TOKO LASTRI", null);

        assertThat(Origins.of(List.of(list, visit), WORDS))
                .containsExactly(
                        Map.entry(KnownFact.BUSINESS_NAME, List.of(new Origins.Said("TOKO LASTRI", visit.id()))));
    }

    private static List<AdmittedRecord> records(int count, Random chance) {
        List<AdmittedRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(record(
                    SourceKind.values()[chance.nextInt(SourceKind.values().length)],
                    LocalDate.of(2026, 1, 1).plusDays(chance.nextInt(3)),
                    NAMES.get(chance.nextInt(NAMES.size())),
                    chance.nextInt(3) == 0 ? null : LocalDate.of(2015 + chance.nextInt(4), 1, 1)));
        }
        return records;
    }

    private static AdmittedRecord record(SourceKind kind, LocalDate on, String name, @Nullable LocalDate foundedOn) {
        BusinessFacts business = new BusinessFacts(
                name,
                false,
                null,
                "35.07.13",
                null,
                null,
                null,
                null,
                foundedOn,
                "INDIVIDUAL",
                "OWN",
                "jualan",
                List.of(),
                Set.of(),
                null);
        return new AdmittedRecord(
                UUID.randomUUID(),
                Instant.EPOCH,
                new IncomingRecord(
                        kind,
                        UUID.randomUUID().toString(),
                        "35.07.13",
                        on,
                        RegistryFixtures.owner("Lastri", null),
                        business,
                        List.of()));
    }
}
