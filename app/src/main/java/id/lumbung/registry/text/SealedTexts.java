package id.lumbung.registry.text;

import id.lumbung.platform.key.Vault;
import id.lumbung.registry.FamilyCardNumber;
import id.lumbung.registry.Nik;
import id.lumbung.registry.Phone;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Personal numbers as they lie in the tables: sealed for their place, with a keyed hash beside them. */
@Component
public class SealedTexts {
    public static final String NIK = "registry.person.nik";
    public static final String FAMILY_CARD = "registry.person.kk";
    public static final String NPWP = "registry.enterprise.npwp";
    public static final String CONTACT = "registry.contact";

    private final Vault vault;

    public SealedTexts(Vault vault) {
        this.vault = vault;
    }

    public byte @Nullable [] seal(@Nullable String text, String place, UUID row) {
        return text == null ? null : vault.sealText(text, place + ":" + row);
    }

    public String open(byte[] sealed, String place, UUID row) {
        return vault.openText(sealed, place + ":" + row);
    }

    public byte[] fingerprint(Nik nik) {
        return vault.fingerprint("nik", nik.value());
    }

    /** Under each key that is kept, the oldest first: how the same NIK may stand in the table while keys change. */
    public List<byte[]> fingerprints(Nik nik) {
        return vault.fingerprints("nik", nik.value());
    }

    public List<byte[]> fingerprints(FamilyCardNumber kk) {
        return vault.fingerprints("kk", kk.value());
    }

    public List<byte[]> fingerprints(Phone phone) {
        return vault.fingerprints("phone", phone.e164());
    }

    public byte[] fingerprint(FamilyCardNumber kk) {
        return vault.fingerprint("kk", kk.value());
    }

    public byte[] fingerprint(Phone phone) {
        return vault.fingerprint("phone", phone.e164());
    }

    public byte[] emailFingerprint(String email) {
        return vault.fingerprint("email", normal(email));
    }

    static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
