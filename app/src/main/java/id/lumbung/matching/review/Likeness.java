package id.lumbung.matching.review;

import id.lumbung.intake.ListRecords;
import id.lumbung.matching.index.Cells;
import id.lumbung.matching.index.MatchIndex;
import id.lumbung.matching.pair.Businesses;
import id.lumbung.matching.pair.Zones;
import id.lumbung.reference.Regions;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.KnownQuery;
import id.lumbung.registry.known.LikelyRecords;
import id.lumbung.registry.known.ListedAt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The hint at the counter, from the same index and with the same weights by which records are compared once they have
 * entered. A row of a list that is known to be an enterprise is told as that enterprise.
 */
@Component
class Likeness implements LikelyRecords {
    private static final int ROWS = 3;

    private final MatchIndex index;
    private final Businesses businesses;
    private final ListRecords lists;
    private final Regions regions;

    Likeness(MatchIndex index, Businesses businesses, ListRecords lists, Regions regions) {
        this.index = index;
        this.businesses = businesses;
        this.lists = lists;
        this.regions = regions;
    }

    @Override
    public List<Likely> find(KnownQuery query) {
        if (!index.isWhole() || query.name() == null) {
            return List.of();
        }
        Map<UUID, MatchIndex.Hit> hits = new HashMap<>();
        for (MatchIndex.Hit hit : index.find(Cells.of(query, regions), Zones.least())) {
            if (Zones.isKept(hit.business())) {
                hits.put(hit.key().id(), hit);
            }
        }
        Map<UUID, UUID> businessOf = businesses.businessesOf(hits.keySet());
        Map<UUID, Double> enterprises = new HashMap<>();
        Map<UUID, MatchIndex.Hit> rows = new HashMap<>();
        hits.forEach((record, hit) -> {
            UUID business = businessOf.get(record);
            if (business == null) {
                return; // out of sight, or gone
            }
            if (hit.key().isRegistered() || businesses.isEnterprise(business)) {
                enterprises.merge(business, hit.business(), Math::max);
            } else {
                rows.merge(business, hit, (a, b) -> a.business() >= b.business() ? a : b);
            }
        });
        List<Likely> likely = new ArrayList<>();
        enterprises.forEach((enterprise, probability) ->
                likely.add(new Likely(new EnterpriseId(enterprise), null, null, null, "", probability)));
        Map<UUID, Double> probability = new HashMap<>();
        rows.values().stream()
                .sorted((a, b) -> Double.compare(b.business(), a.business()))
                .limit(ROWS)
                .forEach(hit -> probability.put(hit.key().id(), hit.business()));
        for (ListRecords.ListRecord row : lists.of(probability.keySet())) {
            likely.add(listed(row, probability.getOrDefault(row.id(), 0.0)));
        }
        likely.sort((a, b) -> Double.compare(b.probability(), a.probability()));
        return likely;
    }

    private Likely listed(ListRecords.ListRecord row, double probability) {
        ListRecords.Provenance from = row.from();
        return new Likely(
                null,
                new ListedAt(from.sheet().isEmpty() ? from.file() : from.file() + ", " + from.sheet(), from.line()),
                row.business(),
                row.owner(),
                row.regionCode(),
                probability);
    }
}
