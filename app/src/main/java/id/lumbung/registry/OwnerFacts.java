package id.lumbung.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a record says about the owner. Home may lie outside the regency.
 *
 * @param nikUnknownReason a {@link NikUnknownReason} by name, or its free text, when there is no NIK
 */
public record OwnerFacts(
        String name,
        @Nullable Nik nik,
        @Nullable String nikUnknownReason,
        @Nullable FamilyCardNumber kk,
        @Nullable Sex sex,
        @Nullable LocalDate birthDate,
        @Nullable String birthPlace,
        @Nullable String homeRegionCode,
        @Nullable String homeAddress,
        @Nullable Phone phone,
        @Nullable String email,
        @Nullable String education,
        boolean disability) {

    /** Says that there is one, never what is in it. */
    @Override
    public String toString() {
        return "OwnerFacts[masked]";
    }
}
