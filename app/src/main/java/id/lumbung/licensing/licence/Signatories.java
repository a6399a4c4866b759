package id.lumbung.licensing.licence;

import id.lumbung.identity.Official;
import id.lumbung.identity.Officials;
import id.lumbung.licensing.regime.RegimeVersion;
import id.lumbung.reference.Regions;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says how a person signs a paper of a kecamatan under a regime. */
@Component
public class Signatories {
    private final Officials officials;
    private final Regions regions;

    Signatories(Officials officials, Regions regions) {
        this.officials = officials;
        this.regions = regions;
    }

    /**
     * The camat signs with the title of the regime, on behalf of whomever the regime names. A delegate signs with the own
     * title, on behalf of the camat.
     */
    @Transactional(readOnly = true)
    public Signatory of(UUID account, String kecamatanCode, RegimeVersion regime) {
        Official official = officials.signing(account, kecamatanCode);
        String camat =
                regime.licence().signatoryTitleIn(regions.get(kecamatanCode).name());
        String ownTitle = official.title();
        if (official.onBehalfOf() == null) {
            return new Signatory(
                    official.name(),
                    camat,
                    official.rank(),
                    official.nip(),
                    regime.licence().onBehalf());
        }
        return new Signatory(
                official.name(),
                ownTitle == null ? camat : ownTitle.toUpperCase(Locale.ROOT),
                official.rank(),
                official.nip(),
                "a.n. " + camat);
    }
}
