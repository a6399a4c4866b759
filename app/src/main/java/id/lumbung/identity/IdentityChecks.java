package id.lumbung.identity;

import id.lumbung.platform.start.Finding;
import id.lumbung.platform.start.StartCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.env.Environment;

/** Settings of the door that are one word of a few. */
final class IdentityChecks implements StartCheck {
    private static final Set<String> SECOND_FACTOR = Set.of("required", "everyone", "optional");
    private static final Set<String> HSTS = Set.of(StrictTransport.HOST, StrictTransport.SUBDOMAINS);

    @Override
    public List<Finding> check(Environment settings) {
        List<Finding> findings = new ArrayList<>();
        String secondFactor = settings.getProperty("lumbung.second-factor", "required")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (!SECOND_FACTOR.contains(secondFactor)) {
            findings.add(Finding.refusal(
                    "LUMBUNG_SECOND_FACTOR",
                    "Isinya harus required (administrator), everyone (semua orang), atau optional (tidak ada yang wajib).",
                    "It must be required (administrators), everyone, or optional (nobody has to)."));
        } else if (secondFactor.equals("optional")) {
            findings.add(Finding.warning(
                    "LUMBUNG_SECOND_FACTOR",
                    "Administrator dapat masuk dengan kata sandi saja. Jangan simpan data sungguhan.",
                    "Administrators get in with a password alone. Keep nothing real here."));
        }
        if (!HSTS.contains(settings.getProperty(StrictTransport.SETTING, StrictTransport.HOST)
                .strip())) {
            findings.add(Finding.refusal(
                    "LUMBUNG_HSTS",
                    "Isinya harus host (alamat kantor ini saja) atau subdomains (juga semua nama di bawahnya).",
                    "It must be host (the address of this office alone) or subdomains (all names below it too)."));
        }
        return findings;
    }
}
