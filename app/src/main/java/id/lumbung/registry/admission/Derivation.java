package id.lumbung.registry.admission;

import id.lumbung.registry.BusinessFacts;
import id.lumbung.registry.Nik;
import id.lumbung.registry.OwnerFacts;
import id.lumbung.registry.SourceKind;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of an enterprise or a person, out of the records it consists of. Precedence: the latest received record of
 * the strongest source kind ({@link SourceKind} in reverse: application, field visit, own report, census, list). A fact
 * that this record leaves out is taken from the next one that states it, so that a thin record hides nothing. Name, place
 * and kind of business come as one piece from the first record, since parts of two addresses make none.
 */
public final class Derivation {
    private Derivation() {}

    public static BusinessFacts business(Collection<AdmittedRecord> records) {
        List<BusinessFacts> facts = ordered(records).stream()
                .map(record -> record.content().business())
                .toList();
        BusinessFacts first = facts.getFirst();
        return new BusinessFacts(
                first.name(),
                first.itinerant(),
                first.villageCode(),
                first.kecamatanCode(),
                first.address(),
                first.rt(),
                first.rw(),
                first.postCode(),
                stated(facts, BusinessFacts::foundedOn),
                first.legalForm(),
                first.premises(),
                first.activityText(),
                first.activities(),
                facts.stream()
                        .map(BusinessFacts::sectors)
                        .filter(sectors -> !sectors.isEmpty())
                        .findFirst()
                        .orElse(first.sectors()),
                stated(facts, BusinessFacts::npwp));
    }

    /** Region of the business as the first record states it. */
    public static String regionCode(Collection<AdmittedRecord> records) {
        return ordered(records).getFirst().content().regionCode();
    }

    public static OwnerFacts owner(Collection<AdmittedRecord> records) {
        List<OwnerFacts> facts = ordered(records).stream()
                .map(record -> record.content().owner())
                .toList();
        OwnerFacts first = facts.getFirst();
        Nik nik = stated(facts, OwnerFacts::nik);
        OwnerFacts home = facts.stream()
                .filter(owner -> owner.homeRegionCode() != null || owner.homeAddress() != null)
                .findFirst()
                .orElse(first);
        return new OwnerFacts(
                first.name(),
                nik,
                nik == null ? stated(facts, OwnerFacts::nikUnknownReason) : null,
                stated(facts, OwnerFacts::kk),
                stated(facts, OwnerFacts::sex),
                stated(facts, OwnerFacts::birthDate),
                stated(facts, OwnerFacts::birthPlace),
                home.homeRegionCode(),
                home.homeAddress(),
                stated(facts, OwnerFacts::phone),
                stated(facts, OwnerFacts::email),
                stated(facts, OwnerFacts::education),
                first.disability());
    }

    private static List<AdmittedRecord> ordered(Collection<AdmittedRecord> records) {
        return records.stream().sorted(AdmittedRecord.PRECEDENCE).toList();
    }

    private static <F, T> @Nullable T stated(List<F> facts, Function<F, @Nullable T> fact) {
        for (F from : facts) {
            T value = fact.apply(from);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
