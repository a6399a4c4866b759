package id.lumbung.licensing.application;

import id.lumbung.platform.key.PaperCodes;
import id.lumbung.platform.key.Vault;
import org.springframework.stereotype.Component;

/** Codes with which an applicant follows a case. */
@Component
class CaseCodes extends PaperCodes {
    CaseCodes(Vault vault) {
        super(vault, "case-code");
    }
}
