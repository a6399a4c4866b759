package id.lumbung.licensing.application;

import id.lumbung.licensing.application.page.KnownFragment;
import id.lumbung.platform.Texts;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.KnownMatch;
import id.lumbung.registry.KnownQuery;
import id.lumbung.registry.LicenceLine;
import id.lumbung.registry.Nik;
import id.lumbung.registry.Phone;
import id.lumbung.registry.Registry;
import id.lumbung.registry.known.ListedAt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says while an officer types whether person or business is already known, and why it seems so. */
@Component
class KnownEnterprises {
    static final String NEW = "NEW";

    private final Registry registry;

    KnownEnterprises(Registry registry) {
        this.registry = registry;
    }

    @Transactional(readOnly = true)
    KnownFragment find(Answers answers, String kecamatan, @Nullable EnterpriseId except, Texts texts) {
        List<KnownFragment.Line> lines = new ArrayList<>();
        if (answers.has(Question.NIK)
                || answers.has(Question.OWNER_NAME)
                || answers.has(Question.PHONE)
                || answers.has(Question.BUSINESS_NAME)) {
            EnterpriseId itself = except == null ? null : registry.survivorOf(except);
            List<KnownMatch> matches = registry.findKnown(query(answers, kecamatan)).stream()
                    .filter(match -> itself == null || !itself.equals(match.enterprise()))
                    .toList();
            Map<EnterpriseId, List<LicenceLine>> licensed = licensed(matches);
            for (KnownMatch match : matches) {
                lines.add(line(match, licensed, texts));
            }
        }
        return new KnownFragment(lines, answers.of(Question.KNOWN_AS));
    }

    private static KnownQuery query(Answers answers, String kecamatan) {
        String nik = answers.of(Question.NIK);
        String phone = answers.of(Question.PHONE);
        boolean readableNik = !nik.isEmpty() && Nik.problem("nik", nik).isEmpty();
        boolean readablePhone =
                !phone.isEmpty() && Phone.problem("phone", phone).isEmpty();
        return new KnownQuery(
                readableNik ? Nik.parse(nik) : null,
                longEnough(answers.of(Question.OWNER_NAME)),
                readablePhone ? Phone.parse(phone) : null,
                longEnough(answers.of(Question.BUSINESS_NAME)),
                answers.has(Question.VILLAGE) ? answers.of(Question.VILLAGE) : kecamatan);
    }

    private static @Nullable String longEnough(String words) {
        return words.length() < 3 ? null : words;
    }

    private Map<EnterpriseId, List<LicenceLine>> licensed(List<KnownMatch> matches) {
        return registry.licencesOf(matches.stream()
                .map(KnownMatch::enterprise)
                .filter(Objects::nonNull)
                .toList());
    }

    private static KnownFragment.Line line(
            KnownMatch match, Map<EnterpriseId, List<LicenceLine>> licensed, Texts texts) {
        List<String> reasons = match.reasons().stream()
                .map(reason -> texts.t(reason.messageKey(), reason.similarity()))
                .toList();
        EnterpriseId enterprise = match.enterprise();
        ListedAt listed = match.listed();
        if (listed != null) {
            return new KnownFragment.Line(
                    null,
                    Stream.of(match.businessName(), match.ownerName())
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(" · ")),
                    texts.t("licensing.known.listed", listed.list(), listed.line(), match.kecamatan()),
                    reasons,
                    List.of());
        }
        if (enterprise == null) {
            return new KnownFragment.Line(
                    null,
                    texts.t("licensing.known.outside", match.businesses(), match.kecamatan()),
                    texts.t("licensing.known.outside.note"),
                    reasons,
                    List.of());
        }
        String owner = match.ownerName();
        return new KnownFragment.Line(
                enterprise.toString(),
                match.number() + " " + match.businessName(),
                (owner == null ? "" : owner + " · ") + match.kecamatan(),
                reasons,
                licensed.getOrDefault(enterprise, List.of()).stream()
                        .map(licence ->
                                texts.t("licensing.known.licence", licence.number(), texts.t(licence.statusKey())))
                        .toList());
    }
}
