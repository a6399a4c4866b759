package id.lumbung.licensing.licence;

import id.lumbung.licensing.licence.paper.Snapshot;
import id.lumbung.platform.FieldProblems;
import id.lumbung.registry.Nik;
import id.lumbung.registry.Phone;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an officer types to amend a licence. NIK and telephone stay empty on the screen: empty means unchanged, so that
 * nothing personal is shown that nobody asked for.
 */
final class AmendForm {
    private static final int NAME = 150;
    private static final int TEXT = 300;

    private final Map<String, String> typed;
    private final FieldProblems problems = new FieldProblems();

    AmendForm(Map<String, String> typed) {
        this.typed = typed;
    }

    /** The form as it opens: with what the current sheet says. */
    static Map<String, String> opened(Snapshot current) {
        LicenceHolder holder = current.holder();
        LicensedBusiness business = current.business();
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("holderName", holder.name());
        typed.put("holderAddress", holder.address());
        typed.put("businessName", business.name());
        typed.put("activity", business.activityText());
        typed.put("kbli", String.join("\n", business.kbli()));
        typed.put("businessAddress", business.address());
        typed.put("village", orEmpty(business.village()));
        typed.put("postCode", orEmpty(business.postCode()));
        typed.put("sectors", String.join(", ", business.sectors()));
        typed.put("premises", business.premises());
        Long capital = business.capital();
        typed.put("capital", capital == null ? "" : Long.toString(capital));
        typed.put("npwp", orEmpty(business.npwp()));
        typed.put("sizeClass", business.sizeClass());
        return typed;
    }

    FieldProblems problems() {
        return problems;
    }

    LicenceChanges.Amendment amendment(Snapshot current) {
        LicenceHolder holder = new LicenceHolder(
                text("holderName", NAME),
                nik(current.holder()),
                value("nik").isEmpty() ? current.holder().nikUnknownReason() : null,
                phone(current.holder()),
                text("holderAddress", TEXT));
        LicensedBusiness before = current.business();
        LicensedBusiness business = new LicensedBusiness(
                text("businessName", NAME),
                text("activity", TEXT),
                parts("kbli", "\\R"),
                text("businessAddress", TEXT),
                orNull("village"),
                before.kecamatan(),
                before.regency(),
                before.province(),
                postCode(),
                parts("sectors", ","),
                text("premises", NAME),
                capital(),
                orNull("npwp"),
                text("sizeClass", NAME));
        return new LicenceChanges.Amendment(holder, business, reason(problems, value("reason")));
    }

    /** A reason is a sentence, not a letter typed to get past. */
    static String reason(FieldProblems problems, String typed) {
        String reason = typed.strip();
        if (reason.length() < 10) {
            problems.add("reason", "licence.problem.reason");
        } else if (reason.length() > 1000) {
            problems.add("reason", "licence.problem.too-long", 1000);
        }
        return reason;
    }

    private @Nullable String nik(LicenceHolder before) {
        String typedNik = value("nik");
        if (typedNik.isEmpty()) {
            return before.nik();
        }
        return Nik.problem("nik", typedNik)
                .map(problem -> {
                    problems.add(
                            problem.field(),
                            problem.messageKey(),
                            problem.arguments().toArray());
                    return before.nik();
                })
                .orElseGet(() -> Nik.parse(typedNik).value());
    }

    private @Nullable String phone(LicenceHolder before) {
        String typedPhone = value("phone");
        if (typedPhone.isEmpty()) {
            return before.phone();
        }
        return Phone.problem("phone", typedPhone)
                .map(problem -> {
                    problems.add(
                            problem.field(),
                            problem.messageKey(),
                            problem.arguments().toArray());
                    return before.phone();
                })
                .orElseGet(() -> Phone.parse(typedPhone).e164());
    }

    private @Nullable String postCode() {
        String code = value("postCode");
        if (code.isEmpty()) {
            return null;
        }
        if (!code.matches("\\d{5}")) {
            problems.add("postCode", "licence.problem.post-code");
        }
        return code;
    }

    private @Nullable Long capital() {
        String digits = value("capital").replaceAll("[\\s.]|Rp|,00$", "");
        if (digits.isEmpty()) {
            return null;
        }
        if (!digits.matches("\\d{1,15}")) {
            problems.add("capital", "licence.problem.capital");
            return null;
        }
        return Long.valueOf(digits);
    }

    private String text(String field, int longest) {
        String value = value(field);
        if (value.isEmpty()) {
            problems.add(field, "licence.problem.empty");
        } else if (value.length() > longest) {
            problems.add(field, "licence.problem.too-long", longest);
        }
        return value;
    }

    private List<String> parts(String field, String separator) {
        return Arrays.stream(value(field).split(separator, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .limit(20)
                .toList();
    }

    private @Nullable String orNull(String field) {
        String value = value(field);
        return value.isEmpty() ? null : value;
    }

    private String value(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
