package id.lumbung.matching.review;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.identity.ReadingLog;
import id.lumbung.matching.MatchingProblem;
import id.lumbung.matching.page.MatchesPage;
import id.lumbung.matching.page.PairPage;
import id.lumbung.matching.pair.MatchCounts;
import id.lumbung.matching.pair.Pair;
import id.lumbung.matching.pair.PairState;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** /pencocokan: what may be one business, put before people pair by pair, and the journal of what they judged. */
@Controller
@RequestMapping("/pencocokan")
class MatchController {
    static final String PATH = "/pencocokan";
    private static final String DESK = PATH + "/tinjau";
    private static final int ACTS = 30;
    private static final int LONGEST_LOOK = 3600;

    private final MatchDesk desk;
    private final Journal journal;
    private final MatchCounts counts;
    private final Faces faces;
    private final MatchWords words;
    private final ReadingLog readingLog;
    private final CurrentActor currentActor;
    private final LumbungSettings settings;
    private final Clock clock;
    private final Pages pages;

    MatchController(
            MatchDesk desk,
            Journal journal,
            MatchCounts counts,
            Faces faces,
            MatchWords words,
            ReadingLog readingLog,
            CurrentActor currentActor,
            LumbungSettings settings,
            Clock clock,
            Pages pages) {
        this.desk = desk;
        this.journal = journal;
        this.counts = counts;
        this.faces = faces;
        this.words = words;
        this.readingLog = readingLog;
        this.currentActor = currentActor;
        this.settings = settings;
        this.clock = clock;
        this.pages = pages;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public ModelAndView front(@RequestParam(defaultValue = "") String sebelum, HttpServletRequest request) {
        Actor actor = currentActor.require();
        actor.requireAnywhere(Permission.SEE_MATCHES);
        Texts texts = pages.texts(request);
        MatchCounts.Counts now = counts.now();
        List<Journal.Act> acts = journal.newest(instant(sebelum), ACTS + 1);
        boolean judges = actor.mayAnywhere(Permission.JUDGE_MATCHES);
        List<Journal.Act> shown = acts.size() > ACTS ? acts.subList(0, ACTS) : acts;
        return pages.show(
                "matching/front",
                new MatchesPage(
                        judges,
                        texts.number(now.open()),
                        texts.number(now.linked()),
                        texts.number(now.unsure()),
                        texts.number(now.disputed()),
                        comparing(now.toCompare(), texts),
                        agreement(journal.agreement(), texts),
                        acts(shown, judges, texts),
                        acts.size() > ACTS
                                ? PATH + "?sebelum=" + shown.getLast().at()
                                : null));
    }

    private @Nullable String comparing(long waiting, Texts texts) {
        if (words.tooLarge()) {
            return texts.t("matching.too-large");
        }
        return waiting == 0 ? null : texts.t("matching.comparing", waiting);
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private static String agreement(Agreement agreement, Texts texts) {
        if (agreement.pairs() == 0) {
            return texts.t("matching.agreement.none");
        }
        return Double.isNaN(agreement.kappa())
                ? texts.t("matching.agreement.share", agreement.pairs(), MatchWords.percent(agreement.share(), texts))
                : texts.t(
                        "matching.agreement",
                        agreement.pairs(),
                        MatchWords.percent(agreement.share(), texts),
                        Math.round(agreement.kappa() * 100) / 100.0);
    }

    private List<MatchesPage.Act> acts(List<Journal.Act> acts, boolean judges, Texts texts) {
        Map<UUID, Pair> pairs = desk.pairs(acts.stream().map(Journal.Act::pair).toList());
        Map<UUID, String> titles = new HashMap<>();
        faces.of(
                        pairs.values().stream()
                                .flatMap(pair -> Stream.of(pair.a(), pair.b()))
                                .collect(Collectors.toSet()),
                        texts)
                .forEach(face -> titles.put(face.id(), face.title()));
        return acts.stream()
                .map(act -> {
                    Pair pair = pairs.get(act.pair());
                    return act(act, pair == null ? null : of(pair, titles), judges, texts);
                })
                .toList();
    }

    private static @Nullable String of(Pair pair, Map<UUID, String> titles) {
        String a = titles.get(pair.a());
        String b = titles.get(pair.b());
        return a == null || b == null ? null : a + " · " + b;
    }

    private MatchesPage.Act act(Journal.Act act, @Nullable String of, boolean judges, Texts texts) {
        return new MatchesPage.Act(
                texts.dateTime(act.at()),
                words.name(act.by(), texts),
                act.kind() == Judgement.Kind.SPLIT
                        ? texts.t("matching.act.split", act.pairs())
                        : texts.t(
                                "matching.act",
                                texts.t(act.kind().messageKey()),
                                texts.t(act.verdict().messageKey())),
                of,
                PATH + "/pasangan/" + act.pair(),
                act.why(),
                act.takenBack(),
                judges && !act.takenBack() ? PATH + "/putusan/" + act.act() + "/batalkan" : null);
    }

    /** The next pair. */
    @GetMapping("/tinjau")
    @Transactional
    public ModelAndView next(@RequestParam(defaultValue = "") String putusan, HttpServletRequest request) {
        Optional<Pair> next = desk.next();
        if (next.isEmpty()) {
            UUID last = uuid(putusan);
            return pages.show("matching/nothing", last == null ? "" : PATH + "/putusan/" + last + "/batalkan");
        }
        return pages.show("matching/pair", page(next.get(), true, uuid(putusan), null, request));
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    /** A pair by itself, with all that was said of it. */
    @GetMapping("/pasangan/{id}")
    @Transactional
    public ModelAndView show(@PathVariable UUID id, HttpServletRequest request) {
        return pages.show("matching/pair", page(desk.see(id), false, null, null, request));
    }

    /** Why the engine thinks so, as a picture. */
    @GetMapping("/pasangan/{id}/alasan.svg")
    @Transactional(readOnly = true)
    public ResponseEntity<String> picture(@PathVariable UUID id, HttpServletRequest request) {
        Texts texts = pages.texts(request);
        Pair pair = desk.see(id);
        return words.picture(pair.a(), pair.b(), texts)
                .map(svg -> ResponseEntity.ok()
                        .contentType(MediaType.valueOf("image/svg+xml"))
                        .body(svg))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/pasangan/{id}")
    public Object judge(
            @PathVariable UUID id,
            @RequestParam Verdict putusan,
            @RequestParam(defaultValue = "0") long dilihat,
            @RequestParam(defaultValue = "") String alasan,
            @RequestParam(defaultValue = "false") boolean meja,
            RedirectAttributes attributes,
            HttpServletRequest request) {
        try {
            UUID act = desk.judge(id, putusan, seconds(dilihat), alasan);
            if (meja) {
                attributes.addAttribute("putusan", act);
            }
            return Pages.redirect(meja ? DESK : PATH + "/pasangan/" + id, attributes, "matching.done." + putusan);
        } catch (Refused refused) {
            return refused(id, refused, meja, request);
        }
    }

    private ModelAndView refused(UUID id, Refused refused, boolean atDesk, HttpServletRequest request) {
        if (refused.code() == MatchingProblem.PAIR_NOT_FOUND) {
            throw refused;
        }
        return pages.invalid(
                "matching/pair",
                page(desk.see(id), atDesk, null, pages.texts(request).t(refused), request));
    }

    private @Nullable Integer seconds(long shownAt) {
        long seconds = (clock.millis() - shownAt) / 1000;
        return shownAt <= 0 || seconds < 0 || seconds > LONGEST_LOOK ? null : (int) seconds;
    }

    @PostMapping("/putusan/{act}/batalkan")
    public Object takeBack(
            @PathVariable UUID act, @RequestParam(defaultValue = "") String ke, RedirectAttributes attributes) {
        try {
            desk.takeBack(act);
        } catch (Refused refused) {
            if (refused.code() != MatchingProblem.ACT_ALREADY_TAKEN_BACK) {
                throw refused;
            }
        }
        UUID pair = uuid(ke);
        return Pages.redirect(pair == null ? PATH : PATH + "/pasangan/" + pair, attributes, "matching.done.taken-back");
    }

    private PairPage page(
            Pair pair, boolean atDesk, @Nullable UUID last, @Nullable String refused, HttpServletRequest request) {
        Texts texts = pages.texts(request);
        Actor actor = currentActor.require();
        List<Face> both = faces.of(List.of(pair.a(), pair.b()), texts);
        if (both.size() < 2) {
            throw new Refused(MatchingProblem.PAIR_NOT_FOUND, "matching.pair.gone");
        }
        Face left = both.getFirst();
        Face right = both.getLast();
        both.forEach(face -> readingLog.record(
                face.list() == null ? "enterprise" : "list-record", face.id(), "page", "comparing", face.regionCode()));
        boolean may = pair.state() != PairState.GONE
                && actor.may(Permission.JUDGE_MATCHES, pair.regionCode())
                && actor.may(Permission.JUDGE_MATCHES, pair.otherRegionCode())
                && (pair.registered() < 2 || actor.may(Permission.MERGE_ENTERPRISES, settings.regency()));
        boolean settled = pair.state() == PairState.SAME || pair.state() == PairState.DIFFERENT;
        return new PairPage(
                PATH + "/pasangan/" + pair.id(),
                SideBySide.card(left, texts),
                SideBySide.card(right, texts),
                SideBySide.lines(left, right, texts),
                MatchWords.distance(left, right, texts),
                words.why(left.id(), right.id(), texts),
                new PairPage.Judging(
                        may && (atDesk || !settled),
                        pair.registered() == 2,
                        atDesk ? clock.millis() : null,
                        waiting(texts),
                        atDesk ? today(actor.account(), texts) : null,
                        last == null ? null : PATH + "/putusan/" + last + "/batalkan",
                        // whoever is asked a second time is not told that somebody was asked before
                        atDesk ? PairState.OPEN.messageKey() : pair.state().messageKey(),
                        refused),
                atDesk ? List.of() : history(pair, texts));
    }

    private String waiting(Texts texts) {
        long waiting = counts.waiting();
        return MatchCounts.isMany(waiting)
                ? texts.t("matching.waiting.many", waiting - 1)
                : texts.t("matching.waiting", waiting);
    }

    private String today(UUID person, Texts texts) {
        Instant midnight = ZonedDateTime.now(clock.withZone(Texts.ZONE))
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
        Journal.Pace pace = journal.pace(person, midnight);
        Double seconds = pace.seconds();
        return seconds == null
                ? texts.t("matching.today", pace.judged())
                : texts.t("matching.today.pace", pace.judged(), Math.round(seconds));
    }

    private List<PairPage.History> history(Pair pair, Texts texts) {
        List<Judgement> lines = journal.ofPair(pair.id());
        boolean judges = currentActor.require().may(Permission.JUDGE_MATCHES, pair.regionCode());
        return lines.stream()
                .filter(line -> line.kind() != Judgement.Kind.TAKEN_BACK)
                .map(line -> {
                    boolean back = lines.stream()
                            .anyMatch(other -> other.kind() == Judgement.Kind.TAKEN_BACK
                                    && other.act().equals(line.act()));
                    return new PairPage.History(
                            texts.dateTime(line.at()),
                            words.name(line.by(), texts),
                            texts.t(
                                    "matching.act",
                                    texts.t(line.kind().messageKey()),
                                    texts.t(line.verdict().messageKey())),
                            line.why(),
                            back,
                            judges && !back ? PATH + "/putusan/" + line.act() + "/batalkan" : null);
                })
                .toList();
    }
}
