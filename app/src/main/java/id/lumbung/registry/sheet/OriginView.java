package id.lumbung.registry.sheet;

import static java.util.stream.Collectors.toMap;

import id.lumbung.platform.Texts;
import id.lumbung.registry.BusinessFacts;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.Phone;
import id.lumbung.registry.admission.AdmittedRecord;
import id.lumbung.registry.origin.FactsFromElsewhere;
import id.lumbung.registry.origin.KnownFact;
import id.lumbung.registry.origin.Origins;
import id.lumbung.registry.origin.StatedFacts;
import id.lumbung.registry.page.EnterprisePage;
import id.lumbung.registry.text.Typed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the facts on the page of an enterprise come from, in the language of its reader; what is personal is masked. */
@Component
class OriginView {
    private final EnterpriseQueries queries;
    private final EnterpriseWords words;
    private final List<FactsFromElsewhere> elsewhere;

    OriginView(EnterpriseQueries queries, EnterpriseWords words, List<FactsFromElsewhere> elsewhere) {
        this.queries = queries;
        this.words = words;
        this.elsewhere = elsewhere;
    }

    List<EnterprisePage.Origin> of(EnterpriseQueries.Head head, List<EnterpriseId> parts, Texts texts) {
        List<EnterpriseQueries.Counted> counted = queries.records(head.id());
        Map<UUID, EnterpriseQueries.Counted> byId =
                counted.stream().collect(toMap(one -> one.record().id(), Function.identity()));
        boolean severalNumbers = parts.size() > 1;
        Map<KnownFact, List<EnterprisePage.OriginValue>> values = new EnumMap<>(KnownFact.class);
        Origins.of(counted.stream().map(EnterpriseQueries.Counted::record).toList(), stated(texts))
                .forEach((fact, said) -> {
                    List<EnterprisePage.OriginValue> lines = values.computeIfAbsent(fact, none -> new ArrayList<>());
                    String shown = shown(fact, head, said.getFirst().value(), texts);
                    if (fact.onlyOne()
                            && !shown.equalsIgnoreCase(said.getFirst().value())) {
                        lines.add(new EnterprisePage.OriginValue(
                                shown, texts.t("registry.origin.beyond"), null, null, true));
                    }
                    for (Origins.Said one : said) {
                        EnterpriseQueries.Counted from = Objects.requireNonNull(byId.get(one.record()));
                        lines.add(new EnterprisePage.OriginValue(
                                one.value(),
                                source(from, severalNumbers, texts),
                                from.record().content().receivedOn(),
                                null,
                                lines.isEmpty() || !fact.onlyOne()));
                    }
                });
        for (EnterpriseId part : parts) {
            elsewhere.stream().flatMap(keeper -> keeper.of(part).stream()).forEach(row -> add(row, values, texts));
        }
        return values.entrySet().stream()
                .map(entry -> new EnterprisePage.Origin(entry.getKey().messageKey(), entry.getValue()))
                .toList();
    }

    private static void add(StatedFacts row, Map<KnownFact, List<EnterprisePage.OriginValue>> values, Texts texts) {
        row.facts()
                .forEach(fact -> values.computeIfAbsent(fact.fact(), none -> new ArrayList<>())
                        .add(new EnterprisePage.OriginValue(
                                fact.year() == null
                                        ? fact.value()
                                        : texts.t("registry.origin.of-year", fact.value(), String.valueOf(fact.year())),
                                texts.t("registry.origin.list", row.source(), String.valueOf(row.line())),
                                row.on(),
                                row.href(),
                                false)));
    }

    private static String source(EnterpriseQueries.Counted from, boolean severalNumbers, Texts texts) {
        String kind = texts.t(from.record().content().kind().messageKey());
        return severalNumbers ? texts.t("registry.origin.under", kind, from.number()) : kind;
    }

    /** What the head shows, which follows from records out of sight too. */
    private String shown(KnownFact fact, EnterpriseQueries.Head head, String said, Texts texts) {
        return switch (fact) {
            case BUSINESS_NAME -> head.name();
            case ACTIVITY -> head.activityText();
            case LEGAL_FORM -> EnterpriseWords.word("registry.legal-form.", head.legalForm(), texts);
            case PREMISES -> EnterpriseWords.word("registry.premises.", head.premises(), texts);
            case FOUNDED_ON -> head.foundedOn() == null ? said : texts.date(head.foundedOn());
            case PLACE ->
                said.endsWith(words.place(head.regionCode(), texts)) ? said : words.place(head.regionCode(), texts);
            default -> said;
        };
    }

    private Map<KnownFact, Function<AdmittedRecord, @Nullable String>> stated(Texts texts) {
        Map<KnownFact, Function<AdmittedRecord, @Nullable String>> stated = new EnumMap<>(KnownFact.class);
        stated.put(KnownFact.BUSINESS_NAME, business(BusinessFacts::name));
        stated.put(KnownFact.OWNER_NAME, record -> record.content().owner().name());
        stated.put(KnownFact.PLACE, record -> place(record, texts));
        stated.put(KnownFact.ACTIVITY, business(BusinessFacts::activityText));
        stated.put(
                KnownFact.LEGAL_FORM,
                business(facts -> EnterpriseWords.word("registry.legal-form.", facts.legalForm(), texts)));
        stated.put(
                KnownFact.PREMISES,
                business(facts -> EnterpriseWords.word("registry.premises.", facts.premises(), texts)));
        stated.put(
                KnownFact.FOUNDED_ON,
                business(facts -> facts.foundedOn() == null ? null : texts.date(facts.foundedOn())));
        stated.put(KnownFact.PHONE, OriginView::phone);
        stated.put(KnownFact.EMAIL, OriginView::email);
        return stated;
    }

    private static Function<AdmittedRecord, @Nullable String> business(Function<BusinessFacts, @Nullable String> fact) {
        return record -> fact.apply(record.content().business());
    }

    private String place(AdmittedRecord record, Texts texts) {
        BusinessFacts business = record.content().business();
        String region = words.place(record.content().regionCode(), texts);
        if (business.itinerant()) {
            return texts.t("registry.enterprise.itinerant", region);
        }
        String address = EnterpriseWords.address(business.address(), business.rt(), business.rw(), business.postCode());
        return address.isEmpty() ? region : address + ", " + region;
    }

    private static @Nullable String phone(AdmittedRecord record) {
        Phone phone = record.content().owner().phone();
        return phone == null ? null : Typed.masked(phone.national());
    }

    private static @Nullable String email(AdmittedRecord record) {
        String email = record.content().owner().email();
        return email == null ? null : EnterpriseQueries.Contact.maskedEmail(email);
    }
}
