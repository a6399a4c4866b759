package id.lumbung.bench.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one client was told to be done. A line is written when the answer has come, never before. */
final class Journal {
    /** What is looked for afterwards. */
    sealed interface Promise {
        /** An application begun. */
        record Begun(String application) implements Promise {}

        /** Answers kept. */
        record Kept(String application, String address) implements Promise {}

        /** A paper; the hash of what it gives once it has been read. */
        record Attached(String application, String paper, String hash) implements Promise {}

        /** An application in this state or a later one. */
        record Reached(String application, String state) implements Promise {}

        /** A licence with its number. */
        record Issued(String application, String licence, String number) implements Promise {}

        /** So many sheets of a licence, and what the last of them says. */
        record Sheet(String licence, int number, String hash) implements Promise {}

        /** Something that happened to a licence, such as AMENDED, and how often. */
        record Happened(String licence, String what, int times) implements Promise {}
    }

    /** A request that was answered, to be sent once more. */
    record Answered(Caller.Request request, int status, String hash) {}

    private final List<Promise> promises = new ArrayList<>();
    private final List<Answered> answered = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private int replayed;
    private int uncertain;

    synchronized void add(Promise promise) {
        promises.add(promise);
    }

    synchronized void answered(String what, Caller.Request request, Caller.Answer answer) {
        counts.merge(what, 1, Integer::sum);
        if (request.key() != null) {
            answered.add(new Answered(request, answer.status(), answer.hash()));
        }
        if (answer.replayed()) {
            replayed++;
        }
    }

    synchronized void uncertain() {
        uncertain++;
    }

    /** From this place on; the place is what {@link #size} was. */
    synchronized List<Promise> promisesFrom(int place) {
        return List.copyOf(promises.subList(place, promises.size()));
    }

    synchronized int size() {
        return promises.size();
    }

    /** Takes what was answered since the last time. */
    synchronized List<Answered> takeAnswered() {
        List<Answered> taken = List.copyOf(answered);
        answered.clear();
        return taken;
    }

    synchronized int acknowledged() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }

    /** Answers that had been lost and came again. */
    synchronized int replayed() {
        return replayed;
    }

    /** Tries after which nothing was known. */
    synchronized int uncertainTries() {
        return uncertain;
    }
}
