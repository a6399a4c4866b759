package id.lumbung.intake.desk;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.intake.IntakeProblem;
import id.lumbung.intake.ListEntered;
import id.lumbung.intake.ListUndone;
import id.lumbung.intake.column.MappedColumn;
import id.lumbung.intake.column.Mapping;
import id.lumbung.intake.column.ReadyRecipe;
import id.lumbung.intake.column.Recipe;
import id.lumbung.intake.column.Recipes;
import id.lumbung.intake.column.Suggestions;
import id.lumbung.intake.entry.Entering;
import id.lumbung.intake.entry.Found;
import id.lumbung.intake.entry.KbliUnknown;
import id.lumbung.intake.entry.ListRun;
import id.lumbung.intake.entry.Reading;
import id.lumbung.intake.read.Rows;
import id.lumbung.intake.read.Table;
import id.lumbung.intake.shape.Shape;
import id.lumbung.intake.shape.Shapes;
import id.lumbung.platform.Ids;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.Refused;
import id.lumbung.reference.Kbli;
import id.lumbung.reference.Regions;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The use cases: a file arrives, its columns get their meaning, it is tried out, brought in, and taken out again. */
@Component
public class ImportDesk {
    static final String CHECK = "CHECK";
    static final String ENTER = "ENTER";
    static final String UNDO = "UNDO";
    private static final long BEATS_APART = 1_000_000_000L;

    private final Files files;
    private final Lists lists;
    private final Recipes recipes;
    private final Entering entering;
    private final ImportRuns runs;
    private final Regions regions;
    private final Kbli kbli;
    private final LumbungSettings settings;
    private final CurrentActor currentActor;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImportDesk(
            Files files,
            Lists lists,
            Recipes recipes,
            Entering entering,
            ImportRuns runs,
            Regions regions,
            Kbli kbli,
            LumbungSettings settings,
            CurrentActor currentActor,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.files = files;
        this.lists = lists;
        this.recipes = recipes;
        this.entering = entering;
        this.runs = runs;
        this.regions = regions;
        this.kbli = kbli;
        this.settings = settings;
        this.currentActor = currentActor;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** A file will come in pieces; where it stands afterwards is asked by {@link #arrived}. */
    @Transactional
    public UUID announce(String name, long size, String region) {
        Actor actor = currentActor.require();
        actor.require(Permission.IMPORT_LIST, region);
        return files.begin(name, size, region, actor.account());
    }

    @Transactional
    public int piece(UUID file, int seq, byte[] bytes) {
        Files.File known = own(file);
        files.add(known, seq, bytes);
        return own(file).pieces();
    }

    /** How many pieces of a file are there. */
    @Transactional(readOnly = true)
    public int arrived(UUID file) {
        return own(file).pieces();
    }

    private Files.File own(UUID id) {
        Actor actor = currentActor.require();
        Files.File file = files.find(id)
                .filter(one -> one.by().equals(actor.account()))
                .orElseThrow(() -> new Refused(IntakeProblem.FILE_NOT_FOUND, "intake.file-gone"));
        actor.require(Permission.IMPORT_LIST, file.region());
        return file;
    }

    /** Takes a whole file at once, as a form without a script sends it. */
    public UUID receive(String name, long size, InputStream in, String region) throws IOException {
        UUID file = transaction.execute(status -> announce(name, size, region));
        int seq = 0;
        for (byte[] bytes = in.readNBytes(Files.PIECE); bytes.length > 0; bytes = in.readNBytes(Files.PIECE)) {
            byte[] some = bytes;
            int number = seq++;
            transaction.executeWithoutResult(status -> piece(file, number, some));
        }
        return transaction.execute(status -> finish(file, null));
    }

    /**
     * All of it is there: finds out what it holds. Returns the list, or the one that came in from the same file before.
     *
     * @param sheet number of the sheet, or null for the first that holds a list
     */
    @Transactional
    public UUID finish(UUID id, @Nullable Integer sheet) {
        Files.File file = own(id);
        byte[] content = files.finish(file);
        UUID list = Ids.next();
        try (Table table = Table.open(files.content(id))) {
            Chosen chosen = sheet == null
                    ? firstList(table)
                    : chosen(table, Math.clamp(sheet, 0, table.sheets().size() - 1));
            Optional<KeptList> same = lists.entered(content, chosen.sheet());
            if (same.isPresent()) {
                return same.get().id();
            }
            add(list, file, table.sheets(), chosen);
        } catch (Refused unreadable) {
            lists.add(
                    new Lists.NewList(
                            list,
                            new KeptList.Sheet(id, file.name(), 0, "", 0),
                            ListState.NOT_A_LIST,
                            new Mapping(List.of()),
                            null,
                            new KeptList.Sentence(unreadable.messageKey(), unreadable.arguments()),
                            new Sample(List.of(), List.of())),
                    file.by());
        }
        return list;
    }

    /** A sheet and what it holds. */
    private record Chosen(int sheet, Shape shape) {}

    private static Chosen firstList(Table table) {
        Chosen other = null;
        for (boolean hidden : new boolean[] {false, true}) {
            for (int i = 0; i < table.sheets().size(); i++) {
                if (table.isHidden(i) == hidden) {
                    Chosen one = chosen(table, i);
                    if (one.shape() instanceof Shape.Listed) {
                        return one;
                    }
                    if (other == null || other.shape() instanceof Shape.Nothing) {
                        other = one;
                    }
                }
            }
        }
        return other == null ? new Chosen(0, new Shape.Nothing()) : other;
    }

    private static Chosen chosen(Table table, int sheet) {
        try (Rows rows = table.rows(sheet)) {
            return new Chosen(sheet, Shapes.of(rows));
        }
    }

    private void add(UUID list, Files.File file, List<String> sheets, Chosen chosen) {
        KeptList.Sheet sheet =
                new KeptList.Sheet(file.id(), file.name(), chosen.sheet(), sheets.get(chosen.sheet()), 0);
        switch (chosen.shape()) {
            case Shape.Listed listed -> shaped(list, sheet, sheets, listed, file.by());
            case Shape.Unclear unclear ->
                shaped(
                        list,
                        sheet,
                        sheets,
                        new Shape.Listed(unclear.headingLine(), unclear.headings(), unclear.sample()),
                        file.by());
            case Shape.Recap recap -> noList(list, sheet, sheets, "intake.recap." + recap.sign(), file.by());
            case Shape.Nothing nothing -> noList(list, sheet, sheets, "intake.no-rows", file.by());
        }
    }

    private void shaped(UUID list, KeptList.Sheet sheet, List<String> sheets, Shape.Listed shape, UUID by) {
        Optional<Recipe> recipe = recipes.find(shape.headings());
        Mapping mapping = recipe.map(found -> found.mapping().fittedTo(shape.headings()))
                .or(() -> ReadyRecipe.find(shape.headings())
                        .map(ready -> ready.mapping(shape.headings(), shape.sample())))
                .orElseGet(() -> new Mapping(Suggestions.of(shape.headings(), shape.sample()).stream()
                        .map(Suggestions.Suggestion::column)
                        .toList()));
        lists.add(
                new Lists.NewList(
                        list,
                        sheet.from(shape.headingLine()),
                        ListState.SHAPED,
                        mapping,
                        recipe.map(Recipe::id).orElse(null),
                        null,
                        new Sample(sheets, shape.sample())),
                by);
    }

    private void noList(UUID list, KeptList.Sheet sheet, List<String> sheets, String why, UUID by) {
        lists.add(
                new Lists.NewList(
                        list,
                        sheet,
                        ListState.NOT_A_LIST,
                        new Mapping(List.of()),
                        null,
                        new KeptList.Sentence(why, List.of()),
                        new Sample(sheets, List.of())),
                by);
    }

    /** Everything that the page of a list shows. */
    record Seen(KeptList list, Lists.@Nullable Running running, Sample sample, String recipe) {}

    @Transactional(readOnly = true)
    Seen see(UUID id) {
        // looked at first: work that ends between the two looks has changed the list by the second
        Lists.Running running = lists.running(id).orElse(null);
        KeptList list = seen(id);
        boolean open = list.state() == ListState.SHAPED || list.state() == ListState.CHECKED;
        return new Seen(
                list,
                running,
                open || list.state() == ListState.NOT_A_LIST ? lists.sample(id) : new Sample(List.of(), List.of()),
                lists.recipeOf(id).orElse(""));
    }

    @Transactional(readOnly = true)
    ListState state(UUID id) {
        return seen(id).state();
    }

    /** Names of the sheets of its file. */
    @Transactional(readOnly = true)
    List<String> sheets(UUID id) {
        seen(id);
        return lists.sample(id).sheets();
    }

    @Transactional(readOnly = true)
    List<MappedColumn> columns(UUID id) {
        return seen(id).mapping().columns();
    }

    @Transactional(readOnly = true)
    Reading readingOf(UUID id) {
        return reading(seen(id));
    }

    /** Another sheet of the same file, as a list of its own. */
    @Transactional
    UUID otherSheet(UUID id, int sheet) {
        return finish(changeable(id).sheet().file(), sheet);
    }

    KeptList seen(UUID id) {
        KeptList list = lists.find(id).orElseThrow(() -> new Refused(IntakeProblem.LIST_NOT_FOUND, "intake.list-gone"));
        currentActor.require().require(Permission.SEE_LISTS, list.region());
        return list;
    }

    private KeptList changeable(UUID id) {
        KeptList list = seen(id);
        currentActor.require().require(Permission.IMPORT_LIST, list.region());
        return list;
    }

    /** What a person says the columns mean; kept as a recipe under a name when there is one. */
    @Transactional
    public void map(UUID id, int version, List<MappedColumn> columns, String recipeName) {
        KeptList list = changeable(id);
        Mapping mapping = new Mapping(columns).checked();
        UUID recipe = recipeName.isBlank()
                ? null
                : recipes.named(recipeName)
                        .filter(same -> same.mapping().equals(mapping))
                        .map(Recipe::id)
                        .orElseGet(() -> recipes.save(
                                recipeName, mapping, currentActor.require().account()));
        remap(list, version, mapping, recipe);
    }

    private void remap(KeptList list, int version, Mapping mapping, @Nullable UUID recipe) {
        if (!lists.map(list.id(), version, mapping, recipe)) {
            throw new Refused(IntakeProblem.STEP_NOT_POSSIBLE, "intake.changed-meanwhile");
        }
    }

    /** Tries it out: nothing is stored but what was found. */
    public void check(UUID id) {
        KeptList list = transaction.execute(status -> changeable(id));
        list.mapping().checked();
        begin(list, CHECK, ListState.SHAPED, ListState.CHECKED);
        runs.run(
                currentActor.require(),
                () -> working(id, () -> {
                    try {
                        Reading reading = transaction.execute(status -> reading(list));
                        Found found = run().run(reading, beats(id), (row, findings) -> {});
                        transaction.executeWithoutResult(status -> lists.checked(id, found));
                    } catch (Refused unreadable) {
                        transaction.executeWithoutResult(status -> lists.unreadable(id, sentence(unreadable)));
                    }
                }));
    }

    /** Brings it in, in one transaction. */
    public void enter(UUID id, boolean goodRowsOnly) {
        KeptList list = transaction.execute(status -> changeable(id));
        if (list.found() == null || list.found().good() == 0) {
            throw new Refused(IntakeProblem.STEP_NOT_POSSIBLE, "intake.nothing-to-enter");
        }
        if (!goodRowsOnly && list.found().wrong() > 0) {
            throw new Refused(IntakeProblem.ROWS_WRONG, "intake.rows-wrong");
        }
        byte[] content = transaction.execute(status -> lists.contentOf(id).orElseThrow());
        if (transaction.execute(
                status -> lists.entered(content, list.sheet().number()).isPresent())) {
            throw new Refused(IntakeProblem.FILE_ALREADY_IN, "intake.already-in");
        }
        begin(list, ENTER, ListState.CHECKED);
        Actor actor = currentActor.require();
        runs.run(
                actor,
                () -> working(id, () -> {
                    try {
                        transaction.executeWithoutResult(status -> {
                            Entering.Entered entered =
                                    entering.enter(id, run(), reading(list), goodRowsOnly, beats(id));
                            if (!lists.entered(
                                    id, entered, goodRowsOnly ? "GOOD_ROWS" : "ALL_OR_NOTHING", actor.account())) {
                                throw new Refused(IntakeProblem.STEP_NOT_POSSIBLE, "intake.changed-meanwhile");
                            }
                            events.publishEvent(new ListEntered(id));
                        });
                    } catch (Refused no) {
                        transaction.executeWithoutResult(status -> lists.unreadable(id, sentence(no)));
                    }
                }));
    }

    /** Takes all of it out again. The file stays, and what was done stays in the audit. */
    public void undo(UUID id, String why) {
        KeptList list = transaction.execute(status -> changeable(id));
        if (why.strip().length() < 10) {
            throw new Refused(IntakeProblem.STEP_NOT_POSSIBLE, "intake.undo.why-missing");
        }
        begin(list, UNDO, ListState.ENTERED);
        Actor actor = currentActor.require();
        runs.run(
                actor,
                () -> working(
                        id,
                        () -> transaction.executeWithoutResult(status -> {
                            lists.removeRecords(id);
                            lists.undone(id, why.strip(), actor.account());
                            events.publishEvent(new ListUndone(id));
                        })));
    }

    /** As {@link #check}, to its end. */
    KeptList checked(UUID id) {
        check(id);
        return atRest(id);
    }

    /** As {@link #enter}, to its end. */
    KeptList brought(UUID id, boolean goodRowsOnly) {
        enter(id, goodRowsOnly);
        return atRest(id);
    }

    private KeptList atRest(UUID id) {
        runs.await();
        return transaction.execute(status -> seen(id));
    }

    @Transactional
    void mapBy(UUID id, Recipe recipe) {
        KeptList list = changeable(id);
        List<String> headings =
                list.mapping().columns().stream().map(MappedColumn::heading).toList();
        Mapping mapping = recipe.mapping().fittedTo(headings).checked();
        remap(list, list.version(), mapping, recipe.id());
    }

    /** By a recipe that comes with Lumbung, as if its headings had been known at once. */
    @Transactional
    void mapBy(UUID id, ReadyRecipe recipe) {
        KeptList list = changeable(id);
        List<String> headings =
                list.mapping().columns().stream().map(MappedColumn::heading).toList();
        Mapping mapping = recipe.mapping(headings, lists.sample(id).rows()).checked();
        remap(list, list.version(), mapping, null);
    }

    private void begin(KeptList list, String what, ListState... from) {
        if (!List.of(from).contains(list.state())) {
            throw new Refused(IntakeProblem.STEP_NOT_POSSIBLE, "intake.step-not-possible");
        }
        if (!transaction.execute(status -> lists.begin(list.id(), what))) {
            throw new Refused(IntakeProblem.STEP_NOT_POSSIBLE, "intake.busy");
        }
    }

    private void working(UUID list, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException problem) {
            transaction.executeWithoutResult(
                    status -> lists.unreadable(list, new KeptList.Sentence("intake.failed", List.of())));
            throw problem;
        } finally {
            transaction.executeWithoutResult(status -> lists.end(list));
        }
    }

    private LongConsumer beats(UUID list) {
        long[] last = {System.nanoTime()};
        return rows -> {
            long now = System.nanoTime();
            if (now - last[0] > BEATS_APART) {
                last[0] = now;
                lists.beat(list, rows);
            }
        };
    }

    private static KeptList.Sentence sentence(Refused refused) {
        return new KeptList.Sentence(refused.messageKey(), refused.arguments());
    }

    ListRun run() {
        return new ListRun(regions, List.of(new KbliUnknown(kbli)));
    }

    Reading reading(KeptList list) {
        return new Reading(
                files.content(list.sheet().file()),
                list.sheet().number(),
                list.sheet().headingLine(),
                list.mapping(),
                list.region(),
                settings.regency(),
                LocalDate.now(clock));
    }

    /**
     * A list for a program, without a word of its rows.
     *
     * @param wrong rows that cannot come in; null before it was tried out, like the other numbers
     */
    public record ListLine(
            UUID id,
            String region,
            String file,
            String sheet,
            String state,
            Instant receivedAt,
            @Nullable Long rows,
            @Nullable Long good,
            @Nullable Long wrong,
            @Nullable Long entered) {}

    /** The newest first, within sight; after the one that was received at {@code at} with this identifier. */
    @Transactional(readOnly = true)
    public List<ListLine> lines(@Nullable Instant at, @Nullable UUID after, int limit) {
        return newest(at, after, limit).stream().map(ImportDesk::line).toList();
    }

    @Transactional(readOnly = true)
    public ListLine line(UUID id) {
        return line(seen(id));
    }

    private static ListLine line(KeptList list) {
        Found found = list.found();
        return new ListLine(
                list.id(),
                list.region(),
                list.sheet().fileName(),
                list.sheet().name(),
                list.state().name(),
                list.journey().madeAt(),
                found == null ? null : Long.valueOf(found.rows()),
                found == null ? null : Long.valueOf(found.good()),
                found == null ? null : Long.valueOf(found.wrong()),
                list.state() == ListState.UNDONE ? null : list.journey().entered());
    }

    @Transactional(readOnly = true)
    List<KeptList> newest(@Nullable Instant at, @Nullable UUID after, int limit) {
        currentActor.require().requireAnywhere(Permission.SEE_LISTS);
        return lists.newest(at, after, limit);
    }
}
