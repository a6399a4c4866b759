package id.lumbung.matching.review;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.matching.MatchingProblem;
import id.lumbung.matching.index.Key;
import id.lumbung.matching.pair.Businesses;
import id.lumbung.matching.pair.Pair;
import id.lumbung.matching.pair.PairState;
import id.lumbung.matching.pair.Pairs;
import id.lumbung.matching.pair.RegisterMerges;
import id.lumbung.matching.pair.Zones;
import id.lumbung.platform.Ids;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Sight;
import id.lumbung.registry.merge.EnterprisesMerged;
import id.lumbung.registry.merge.EnterprisesParted;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People judge pairs, and take back what they judged. */
@Component
public class MatchDesk {
    private static final int SHORTEST_REASON = 10;
    private static final String BY_COMPARING = "Diputuskan saat mencocokkan catatan";
    private static final String WHY = "businesses follow from all their records";
    /** Of so many pairs one is put before a second person. */
    private static final int SECOND_OF = 20;
    /** After so many others a pair comes that somebody else judged before. */
    private static final int SECOND_AFTER = 10;

    private final Pairs pairs;
    private final Businesses businesses;
    private final Journal journal;
    private final RegisterMerges merges;
    private final CurrentActor currentActor;
    private final LumbungSettings settings;

    MatchDesk(
            Pairs pairs,
            Businesses businesses,
            Journal journal,
            RegisterMerges merges,
            CurrentActor currentActor,
            LumbungSettings settings) {
        this.pairs = pairs;
        this.businesses = businesses;
        this.journal = journal;
        this.merges = merges;
        this.currentActor = currentActor;
        this.settings = settings;
    }

    /**
     * The pair that this person should look at next; it is held for her. Now and then it is one that somebody else judged,
     * which looks like any other.
     */
    @Transactional
    public Optional<Pair> next() {
        Actor actor = currentActor.require();
        actor.requireAnywhere(Permission.JUDGE_MATCHES);
        UUID me = actor.account();
        Optional<Pair> held = pairs.heldBy(me);
        if (held.isPresent()) {
            return held;
        }
        int registered = actor.mayAnywhere(Permission.MERGE_ENTERPRISES) ? 2 : 1;
        boolean second = journal.pace(me, Instant.EPOCH).judged() % SECOND_AFTER == SECOND_AFTER - 1;
        Optional<Pair> next = second
                ? pairs.nextSecond(me, registered).or(() -> pairs.next(me, registered))
                : pairs.next(me, registered).or(() -> pairs.nextSecond(me, registered));
        next.ifPresent(pair -> pairs.hold(pair.id(), me));
        return next;
    }

    /** A pair within sight. */
    @Transactional(readOnly = true)
    public Pair see(UUID id) {
        Pair pair = pairs.find(id).orElseThrow(MatchDesk::noPair);
        currentActor.require().require(Permission.SEE_MATCHES, pair.regionCode());
        return pair;
    }

    /** Pairs by their identifiers, as far as they are in sight. */
    Map<UUID, Pair> pairs(Collection<UUID> ids) {
        return pairs.byId(ids);
    }

    private static Refused noPair() {
        return new Refused(MatchingProblem.PAIR_NOT_FOUND, "matching.pair.gone");
    }

    /**
     * Keeps what a person says of a pair, and what follows from it. Answers with the act, by which it can be taken back.
     *
     * @param seconds since the pair was shown; null when nobody measured
     */
    @Transactional
    public UUID judge(UUID id, Verdict verdict, @Nullable Integer seconds, String why) {
        Actor actor = currentActor.require();
        Pair pair = pairs.locked(id).orElseThrow(MatchDesk::noPair);
        requireToJudge(actor, pair);
        Judgement.Kind kind = kindOf(pair, actor.account());
        UUID act = Ids.next();
        Instant at = journal.add(pair, act, verdict, kind, seconds, why, actor.account());
        PairState before = pair.state();
        PairState after = settle(pair, second(pair, kind), at);
        follow(pair, before, after, why);
        return act;
    }

    private void requireToJudge(Actor actor, Pair pair) {
        actor.require(Permission.JUDGE_MATCHES, pair.regionCode());
        actor.require(Permission.JUDGE_MATCHES, pair.otherRegionCode());
        if (pair.registered() == 2) {
            actor.require(Permission.MERGE_ENTERPRISES, settings.regency());
        }
    }

    private static Judgement.Kind kindOf(Pair pair, UUID me) {
        return switch (pair.state()) {
            case LINKED, OPEN, UNSURE -> Judgement.Kind.FIRST;
            case DISPUTED -> Judgement.Kind.THIRD;
            case SAME, DIFFERENT -> {
                if (!pair.secondWanted() || Objects.equals(pair.firstBy(), me)) {
                    throw new Refused(MatchingProblem.JUDGED_MEANWHILE, "matching.judged-meanwhile");
                }
                yield Judgement.Kind.SECOND;
            }
            case GONE -> throw noPair();
        };
    }

    /** Which pairs are judged twice is settled by their identifiers, so nobody can tell beforehand. */
    private static String second(Pair pair, Judgement.Kind kind) {
        return switch (kind) {
            case FIRST -> Math.floorMod(pair.id().getLeastSignificantBits(), SECOND_OF) == 0 ? "WANTED" : "NONE";
            case SECOND -> "GIVEN";
            case THIRD, SPLIT, TAKEN_BACK -> "NONE";
        };
    }

    /** Writes where the pair stands by all that was said of it. */
    private PairState settle(Pair pair, String second, @Nullable Instant at) {
        List<Judgement> standing = journal.standing(pair.id());
        PairState state = Judgement.state(standing, Zones.of(pair.business(), pair.registered()));
        pairs.judged(
                pair.id(),
                state,
                standing.isEmpty() ? "NONE" : second,
                standing.isEmpty() ? null : standing.getFirst().by(),
                standing.isEmpty() ? null : at);
        return state;
    }

    /** What follows for the businesses; a judgement that others stand against is refused. */
    private void follow(Pair pair, PairState before, PairState after, String why) {
        if (pair.registered() == 2) {
            if (after == PairState.SAME && before != PairState.SAME) {
                merges.merge(pair, reason(why));
            } else if (before == PairState.SAME && after != PairState.SAME) {
                merges.part(pair, reason(why));
            }
        }
        List<UUID> both = List.of(pair.a(), pair.b());
        regroup(both);
        if (after == PairState.SAME) {
            Map<UUID, UUID> now = Sight.system(WHY, () -> businesses.businessesOf(both));
            if (!Objects.equals(now.get(pair.a()), now.get(pair.b()))) {
                throw new Refused(MatchingProblem.VERDICT_CONTRADICTS, "matching.contradicts");
            }
        }
    }

    /** Stands in the journal of the register, which asks for one. */
    private static String reason(String why) {
        return why.chars().filter(Character::isLetter).count() < SHORTEST_REASON ? BY_COMPARING : why;
    }

    /** Two enterprises became one, here or on their own page. */
    @EventListener
    void on(EnterprisesMerged merged) {
        regroup(List.of(merged.survivor().value(), merged.merged().value()));
    }

    /** Two became two again: when that was done on their own page, what was judged here is taken back. */
    @EventListener
    void on(EnterprisesParted parted) {
        UUID me = currentActor.require().account();
        for (UUID id : merges.judgedSameBetween(parted.remaining(), parted.parted())) {
            Pair pair = pairs.locked(id).orElseThrow(MatchDesk::noPair);
            for (Judgement standing : journal.standing(id)) {
                journal.add(pair, standing.act(), standing.verdict(), Judgement.Kind.TAKEN_BACK, null, "", me);
            }
            settle(pair, "NONE", null);
        }
        regroup(List.of(parted.remaining().value(), parted.parted().value()));
    }

    private void regroup(Collection<UUID> records) {
        Sight.system(WHY, () -> businesses.regroup(records));
    }

    /**
     * Takes a record out of a business: it is judged different from all others of it. Answers with the act.
     *
     * @param why at least ten letters
     */
    @Transactional
    public UUID split(UUID business, UUID record, String why) {
        requireReason(why);
        Actor actor = currentActor.require();
        List<Businesses.Member> members = businesses.members(business);
        Businesses.Member out = members.stream()
                .filter(member -> member.record().equals(record))
                .findFirst()
                .orElseThrow(() -> new Refused(MatchingProblem.BUSINESS_NOT_FOUND, "matching.business.gone"));
        UUID act = Ids.next();
        for (Businesses.Member other : members) {
            if (other.record().equals(record)) {
                continue;
            }
            Pair pair = pairs.between(key(out), key(other));
            requireToJudge(actor, pair);
            Instant at = journal.add(pair, act, Verdict.DIFFERENT, Judgement.Kind.SPLIT, null, why, actor.account());
            PairState before = pair.state();
            PairState after = settle(pair, "NONE", at);
            if (pair.registered() == 2 && before == PairState.SAME && after != PairState.SAME) {
                merges.part(pair, reason(why));
            }
        }
        regroup(members.stream().map(Businesses.Member::record).toList());
        return act;
    }

    private static Key key(Businesses.Member member) {
        return new Key(member.record(), member.list(), member.regionCode());
    }

    private static void requireReason(String why) {
        if (why.strip().length() < SHORTEST_REASON) {
            throw new Refused(MatchingProblem.REASON_MISSING, "matching.why-missing");
        }
    }

    /** Takes a decision back; each of its pairs stands again where it stood by what else was said of it. */
    @Transactional
    public void takeBack(UUID act) {
        Actor actor = currentActor.require();
        List<Judgement> lines = journal.ofAct(act);
        if (lines.isEmpty()) {
            throw new Refused(MatchingProblem.ACT_NOT_FOUND, "matching.act.gone");
        }
        if (lines.stream().anyMatch(line -> line.kind() == Judgement.Kind.TAKEN_BACK)) {
            throw new Refused(MatchingProblem.ACT_ALREADY_TAKEN_BACK, "matching.act.taken-back");
        }
        for (Judgement line : lines) {
            Pair pair = pairs.locked(line.pair()).orElseThrow(MatchDesk::noPair);
            requireToJudge(actor, pair);
            journal.add(pair, act, line.verdict(), Judgement.Kind.TAKEN_BACK, null, "", actor.account());
            PairState before = pair.state();
            if (before != PairState.GONE) {
                PairState after = settle(pair, "NONE", line.at());
                follow(pair, before, after, "");
            }
        }
    }
}
