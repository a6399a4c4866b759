package id.lumbung.matching.pair;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which of some records are one business, from the pairs that join and the pairs that part them. What people judged the same
 * is joined first, then what is linked by probability, the likeliest first; a join that would bring together two records
 * judged different, or two enterprises that nobody judged the same, is left out. The outcome does not depend on the order in
 * which pairs are given.
 */
final class Partition {
    private final Map<UUID, UUID> parent = new HashMap<>();
    private final Map<UUID, Set<UUID>> members = new HashMap<>();
    private final Map<UUID, Set<UUID>> parted = new HashMap<>();
    private final Map<UUID, UUID> enterprise = new HashMap<>();

    /** @param enterprises those of the records that are enterprises, each with the enterprise it is now part of */
    Partition(Collection<UUID> records, Map<UUID, UUID> enterprises) {
        for (UUID record : records) {
            parent.put(record, record);
            members.put(record, new HashSet<>(Set.of(record)));
            UUID known = enterprises.get(record);
            if (known != null) {
                enterprise.put(record, known);
            }
        }
    }

    /** Joins by these pairs; those of other records are passed over. */
    Partition join(Collection<Pair> pairs) {
        for (Pair pair : pairs) {
            if (pair.state() == PairState.DIFFERENT && parent.containsKey(pair.a()) && parent.containsKey(pair.b())) {
                parted.computeIfAbsent(pair.a(), record -> new HashSet<>()).add(pair.b());
                parted.computeIfAbsent(pair.b(), record -> new HashSet<>()).add(pair.a());
            }
        }
        Map<UUID, UUID> first = new HashMap<>();
        Map.copyOf(enterprise).forEach((record, survivor) -> {
            UUID other = first.putIfAbsent(survivor, record);
            if (other != null) {
                unite(find(record), find(other));
            }
        });
        List<Pair> order = new ArrayList<>();
        for (Pair pair : pairs) {
            if (pair.state().joins() && parent.containsKey(pair.a()) && parent.containsKey(pair.b())) {
                order.add(pair);
            }
        }
        order.sort(Comparator.comparing((Pair pair) -> pair.state() == PairState.LINKED)
                .thenComparing(Pair::business, Comparator.reverseOrder())
                .thenComparing(Pair::a)
                .thenComparing(Pair::b));
        for (Pair pair : order) {
            UUID a = find(pair.a());
            UUID b = find(pair.b());
            if (!a.equals(b) && mayUnite(a, b)) {
                unite(a, b);
            }
        }
        return this;
    }

    private boolean mayUnite(UUID a, UUID b) {
        UUID one = enterprise.get(a);
        UUID other = enterprise.get(b);
        if (one != null && other != null && !one.equals(other)) {
            return false;
        }
        Set<UUID> fewer = members.getOrDefault(a, Set.of());
        Set<UUID> more = members.getOrDefault(b, Set.of());
        if (fewer.size() > more.size()) {
            Set<UUID> swap = fewer;
            fewer = more;
            more = swap;
        }
        for (UUID record : fewer) {
            for (UUID apart : parted.getOrDefault(record, Set.of())) {
                if (more.contains(apart)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void unite(UUID a, UUID b) {
        if (a.equals(b)) {
            return;
        }
        UUID root = Pairs.before(a, b) ? a : b;
        UUID other = root.equals(a) ? b : a;
        parent.put(other, root);
        Set<UUID> gone = members.remove(other);
        members.computeIfAbsent(root, record -> new HashSet<>()).addAll(gone == null ? Set.of() : gone);
        UUID known = enterprise.get(other);
        if (known != null) {
            enterprise.put(root, known);
        }
    }

    private UUID find(UUID record) {
        UUID at = record;
        while (true) {
            UUID up = parent.getOrDefault(at, at);
            if (up.equals(at)) {
                return at;
            }
            at = up;
        }
    }

    /** Each record with its business: the enterprise if there is one, otherwise the earliest record. */
    Map<UUID, UUID> businesses() {
        Map<UUID, UUID> businesses = new HashMap<>();
        members.forEach((root, records) -> {
            UUID business = enterprise.getOrDefault(root, root);
            records.forEach(record -> businesses.put(record, business));
        });
        return businesses;
    }
}
