package id.lumbung.matching.review;

import id.lumbung.intake.ListRecords;
import id.lumbung.matching.pair.Businesses;
import id.lumbung.platform.Texts;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.origin.FactsFromElsewhere;
import id.lumbung.registry.origin.KnownFact;
import id.lumbung.registry.origin.StatedFact;
import id.lumbung.registry.origin.StatedFacts;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What rows of lists say of an enterprise that they are judged to be, for its page. */
@Component
class FactsOfLists implements FactsFromElsewhere {
    private final Businesses businesses;
    private final ListRecords lists;

    FactsOfLists(Businesses businesses, ListRecords lists) {
        this.businesses = businesses;
        this.lists = lists;
    }

    @Override
    public List<StatedFacts> of(EnterpriseId enterprise) {
        List<UUID> rows = businesses.members(enterprise.value()).stream()
                .filter(member -> member.list() != null)
                .map(Businesses.Member::record)
                .toList();
        return lists.of(rows).stream()
                .map(row -> new StatedFacts(
                        row.from().file(),
                        MatchController.PATH + "/usaha/" + enterprise,
                        row.from().line(),
                        row.from().enteredOn(),
                        facts(row)))
                .toList();
    }

    private static List<StatedFact> facts(ListRecords.ListRecord row) {
        List<StatedFact> facts = new ArrayList<>();
        add(facts, KnownFact.BUSINESS_NAME, row.business());
        add(facts, KnownFact.OWNER_NAME, row.owner());
        add(facts, KnownFact.ACTIVITY, row.activity() == null ? row.sector() : row.activity());
        add(facts, KnownFact.PLACE, row.address());
        add(facts, KnownFact.PHONE, row.phone().isEmpty() ? null : SideBySide.shown(Face.PHONE, row.phone()));
        add(facts, KnownFact.FOUNDED_ON, Objects.toString(row.startYear(), null));
        for (ListRecords.Measured measured : row.measured()) {
            boolean sales = measured.kind().equals("ANNUAL_SALES");
            if (sales || measured.kind().equals("WORKERS")) {
                facts.add(new StatedFact(
                        sales ? KnownFact.TURNOVER : KnownFact.WORKERS,
                        sales ? rupiah(measured.value()) : Long.toString(measured.value()),
                        measured.year()));
            }
        }
        return facts;
    }

    private static String rupiah(long amount) {
        return "Rp" + NumberFormat.getIntegerInstance(Texts.INDONESIAN).format(amount);
    }

    private static void add(List<StatedFact> facts, KnownFact fact, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new StatedFact(fact, value, null));
        }
    }
}
