package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Fact;
import id.lumbung.linkage.engine.Rule;
import java.util.ArrayList;
import java.util.List;

/** Which records are compared: those that agree on all the parts that one of these rules asks for. */
final class BlockingRules {

    /** One thing that a record says about itself; 0 when it does not. */
    private interface Part extends Rule.Key {}

    private record Asked(int salt, Part[] parts) implements Rule.Key {

        @Override
        public long of(int record) {
            long key = salt;
            for (Part part : parts) {
                long value = part.of(record);
                if (value == 0) return 0;
                key = mix(key, value);
            }
            return key;
        }
    }

    private static final int LIMIT = 1500;

    private final List<Rule> rules = new ArrayList<>();
    private final List<Fact> facts;
    private final List<Rule.Key> finer;
    private final List<Rule.Key> finerOfSmall;

    BlockingRules(
            Names names,
            Businesses businesses,
            Places places,
            Addresses addresses,
            Identifiers identifiers,
            Activities activities) {
        Tokens tokens = names.tokens;
        Part card = r -> identifiers.cards.key[identifiers.cards.of[r]];
        Part phone = r -> identifiers.phones.key[identifiers.phones.of[r]];
        Part village = r -> places.villageKey[places.village[r]];
        Part kec = r -> places.kecKey[places.kec[r]];
        Part name = r -> names.key[names.of[r]];
        Part first = r -> {
            int[] words = names.wordsOf(r);
            return words.length == 0 ? 0 : tokens.prefix[words[0]];
        };
        Part last = r -> {
            int[] words = names.wordsOf(r);
            return words.length == 0 ? 0 : tokens.suffix[words[words.length - 1]];
        };
        Part day = r -> identifiers.births.born[r] % 10000 == 0 ? 0 : identifiers.births.born[r];
        Part year = r -> identifiers.births.given[r] / 10000;
        Part rt = r -> addresses.rt[addresses.of[r]];
        Part rtAndRw = addresses::block;
        Part kbli = r -> activities.number[activities.kbli[r]];
        Part business = r -> businesses.key[businesses.core[r]];

        facts = List.of(
                new Fact("NIK but for the last digit", card),
                new Fact("phone", phone),
                new Fact("village", village),
                new Fact("kecamatan", kec),
                new Fact("whole name", name),
                new Fact("first name begins", first),
                new Fact("last name ends", last),
                new Fact("day of birth", day),
                new Fact("year of birth", year),
                new Fact("RT", rt),
                new Fact("RT and RW", rtAndRw),
                new Fact("activity code", kbli),
                new Fact("business name", business));
        // a block that is too large is split by the year of birth, then by the neighbourhood; where the limit is small
        // by intent the
        // rules before have the narrower questions, and the year would choose strangers of a kind that has no class
        finer = List.of(year, rtAndRw);
        finerOfSmall = List.of(rtAndRw);
        ask("nik", 1, LIMIT, card);
        ask("phone", 2, LIMIT, phone);
        ask("village+name", 3, LIMIT, village, name);
        ask("village+rt+rw", 4, LIMIT, village, rtAndRw);
        ask("village+birth", 5, LIMIT, village, day);
        ask("kec+birth+prefix", 6, LIMIT, kec, day, first);
        ask("birth+name", 16, LIMIT, day, name);
        ask("village+business", 7, LIMIT, village, business);
        ask("kec+rt+rw+prefix", 8, LIMIT, kec, first, rtAndRw);
        ask("kec+rt+rw+kbli", 9, LIMIT, kec, rtAndRw, kbli);
        ask("village+rt+kbli", 10, LIMIT, village, rt, kbli);
        ask("village+suffix+year", 11, LIMIT, village, last, year);
        ask("village+suffix+kbli", 15, LIMIT, village, last, kbli);
        ask("kec+name+year", 14, LIMIT, kec, name, year);
        ask("village+first+kbli", 12, LIMIT, village, first, kbli);
        ask("name+rt+rw", 17, 60, name, rtAndRw);
        ask("village+kbli", 18, 12, village, kbli);
        ask("village+prefix", 19, 14, village, first);
        ask("village+suffix", 20, 14, village, last);
        ask("kec+name", 21, 30, kec, name);
    }

    private void ask(String name, int salt, int limit, Part... parts) {
        rules.add(new Rule(name, limit, new Asked(salt, parts), limit < LIMIT ? finerOfSmall : finer));
    }

    /** What the rules, and others that could be made, ask for. */
    List<Fact> facts() {
        return List.copyOf(facts);
    }

    List<Rule> rules() {
        return List.copyOf(rules);
    }

    private static long mix(long a, long b) {
        long h = (a * 0x9E3779B97F4A7C15L) ^ (b + 0x632BE59BD9B4E019L) * 0xD6E8FEB86659FD93L;
        h ^= h >>> 32;
        h *= 0xD6E8FEB86659FD93L;
        h ^= h >>> 29;
        return h == 0 ? 1 : h;
    }
}
