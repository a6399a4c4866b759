package id.lumbung.licensing.licence;

import org.jspecify.annotations.Nullable;

/** To whom the licence is granted. Either the NIK or the reason why it is unknown is given. */
public record LicenceHolder(
        String name,
        @Nullable String nik,
        @Nullable String nikUnknownReason,
        @Nullable String phone,
        String address) {
    /** Says nothing of the person, so that none of it reaches a log. */
    @Override
    public String toString() {
        return "LicenceHolder[…]";
    }
}
