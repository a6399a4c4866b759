package id.lumbung.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A record as it comes in, before anything is judged about it.
 *
 * @param origin what it is at its source; kind and origin together are unique. An application that may be handed in
 *     again has {@code case/1}, {@code case/2} and so on: the later takes the place of the earlier, which is kept
 * @param regionCode village of the business, or kecamatan of a seller without a fixed place
 */
public record IncomingRecord(
        SourceKind kind,
        String origin,
        String regionCode,
        LocalDate receivedOn,
        OwnerFacts owner,
        BusinessFacts business,
        List<ObservedFact> observations) {
    public IncomingRecord {
        observations = List.copyOf(observations);
    }

    /** Beginning of the origins of all handings-in of the same application. */
    public Optional<String> sameCase() {
        int slash = origin.lastIndexOf('/');
        return kind == SourceKind.APPLICATION && slash > 0
                ? Optional.of(origin.substring(0, slash + 1))
                : Optional.empty();
    }
}
