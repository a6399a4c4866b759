package id.lumbung.matching.coverage;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.identity.ReadingLog;
import id.lumbung.intake.ListRecords;
import id.lumbung.matching.MatchingProblem;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Sight;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is asked about the coverage of lists, by whoever may. */
@Component
class CoverageDesk {
    private static final int MOST_LISTS = 200;
    /** More lists make no picture that anybody reads. */
    static final int IN_PICTURE = 6;

    private final CoverageQueries queries;
    private final ListRecords records;
    private final ReadingLog readings;
    private final CurrentActor currentActor;

    CoverageDesk(CoverageQueries queries, ListRecords records, ReadingLog readings, CurrentActor currentActor) {
        this.queries = queries;
        this.records = records;
        this.readings = readings;
        this.currentActor = currentActor;
    }

    /**
     * All lists.
     *
     * @param countedAt null when nothing has been counted yet
     * @param heads of the lists in sight; others have rows here but reach beyond
     * @param uncounted lists that came in since
     */
    record Overview(
            @Nullable Instant countedAt,
            Map<UUID, CoverageQueries.Head> heads,
            Map<UUID, Covered> lists,
            Overlaps overlaps,
            long uncounted) {
        long waiting() {
            return lists.values().stream().mapToLong(Covered::waiting).sum();
        }
    }

    /** @param head null when the list reaches beyond the sight */
    record OneList(CoverageQueries.@Nullable Head head, Map<String, Covered> places) {
        Covered sum() {
            return places.values().stream().reduce(Covered.NOTHING, Covered::plus);
        }
    }

    /** @param head null when the list reaches beyond the sight */
    record Fresh(
            CoverageQueries.@Nullable Head head,
            List<ListRecords.ListRecord> records,
            @Nullable UUID next) {}

    @Transactional(readOnly = true)
    Overview overview() {
        currentActor.require().requireAnywhere(Permission.SEE_MATCHES);
        Map<UUID, CoverageQueries.Head> heads = queries.lists(MOST_LISTS);
        Map<UUID, Covered> lists = queries.byList(MOST_LISTS);
        List<UUID> largest = lists.entrySet().stream()
                .filter(one -> one.getValue().businesses() > 0)
                .sorted(Comparator.comparingLong(
                        (Map.Entry<UUID, Covered> one) -> -one.getValue().businesses()))
                .limit(IN_PICTURE)
                .map(Map.Entry::getKey)
                .toList();
        return new Overview(
                queries.countedAt().orElse(null),
                heads,
                lists,
                Overlaps.of(largest, queries.mixes()),
                heads.keySet().stream().filter(list -> !lists.containsKey(list)).count());
    }

    /** By kecamatan, or by the villages of one when a code is given. */
    @Transactional(readOnly = true)
    OneList list(UUID list, @Nullable String within) {
        currentActor.require().requireAnywhere(Permission.SEE_MATCHES);
        return found(list, within == null ? queries.byKecamatan(list) : queries.byPlace(list, within));
    }

    /** By village, to take along; recorded. */
    @Transactional
    OneList export(UUID list, @Nullable String within) {
        Actor actor = currentActor.require();
        actor.requireAnywhere(Permission.SEE_MATCHES);
        actor.requireAnywhere(Permission.EXPORT);
        OneList found = found(list, queries.byPlace(list, within == null ? "" : within));
        for (String territory : actor.territories(Permission.EXPORT)) {
            readings.record("list", list, "export:coverage", "coverage", within == null ? territory : within);
            if (within != null) {
                break;
            }
        }
        return found;
    }

    private OneList found(UUID list, Map<String, Covered> places) {
        CoverageQueries.Head head = queries.list(list).orElse(null);
        if (head == null && places.isEmpty()) {
            throw new Refused(MatchingProblem.LIST_NOT_FOUND, "matching.coverage.gone");
        }
        return new OneList(head, places);
    }

    /**
     * Records of a place that nobody else has; each look is recorded. Read with the sight of the whole, since what is known
     * in another kecamatan is not new, and a list of the regency is in nobody's sight in a kecamatan; but only records of a
     * place where the reader may see matches.
     */
    @Transactional
    Fresh fresh(UUID list, String region, @Nullable UUID after, int most) {
        Actor actor = currentActor.require();
        actor.require(Permission.SEE_MATCHES, region);
        CoverageQueries.Head head = found(list, queries.byPlace(list, region)).head();
        List<UUID> ids =
                Sight.system("records that nobody else has", () -> queries.fresh(list, region, after, most + 1));
        boolean more = ids.size() > most;
        List<UUID> shown = more ? ids.subList(0, most) : ids;
        List<ListRecords.ListRecord> read = Sight.system("records that nobody else has", () -> records.of(shown));
        read.forEach(record -> readings.record("list-record", record.id(), "page", "coverage", record.regionCode()));
        return new Fresh(head, read, more ? shown.getLast() : null);
    }
}
