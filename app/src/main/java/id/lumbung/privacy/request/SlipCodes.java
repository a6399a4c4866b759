package id.lumbung.privacy.request;

import id.lumbung.platform.key.PaperCodes;
import id.lumbung.platform.key.Vault;
import java.util.List;
import org.springframework.stereotype.Component;

/** Codes on the slip of a request. A code alone opens nothing: the NIK of the person belongs to it. */
@Component
class SlipCodes extends PaperCodes {
    private static final int LONGEST = 40;

    SlipCodes(Vault vault) {
        super(vault, "privacy-slip");
    }

    @Override
    public List<byte[]> fingerprints(String typed) {
        return typed.length() > LONGEST ? List.of() : super.fingerprints(typed);
    }
}
