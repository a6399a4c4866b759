package id.lumbung.licensing.application.check;

import static id.lumbung.licensing.application.Question.*;

import id.lumbung.licensing.application.Answers;
import id.lumbung.licensing.application.Question;
import id.lumbung.platform.FieldProblem;
import id.lumbung.platform.FieldProblems;
import id.lumbung.reference.Kbli;
import id.lumbung.reference.Region;
import id.lumbung.reference.RegionLevel;
import id.lumbung.reference.Regions;
import id.lumbung.reference.Sectors;
import id.lumbung.registry.ActivityFact;
import id.lumbung.registry.BusinessFacts;
import id.lumbung.registry.FamilyCardNumber;
import id.lumbung.registry.Nib;
import id.lumbung.registry.Nik;
import id.lumbung.registry.NikUnknownReason;
import id.lumbung.registry.NikWarning;
import id.lumbung.registry.ObservationKind;
import id.lumbung.registry.ObservedFact;
import id.lumbung.registry.OwnerFacts;
import id.lumbung.registry.Phone;
import id.lumbung.registry.Sex;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the answers of an application. Everything wrong is found at once, each as a sentence beside its field. What the
 * NIK says about sex and birth only warns, since a NIK is never changed (PP 40/2019 pasal 30).
 */
@Component
public class AnswersCheck {
    public static final String ITINERANT = "ITINERANT";
    public static final List<String> PREMISES_KINDS = List.of("OWN", "RENTED", ITINERANT);
    public static final List<String> LEGAL_FORMS = List.of("INDIVIDUAL", "CV", "PT", "FIRM", "COOPERATIVE", "OTHER");
    public static final List<String> TRADES = List.of("TRADE", "SERVICE", "PRODUCTION");
    public static final List<String> EDUCATIONS = List.of("NONE", "SD", "SMP", "SMA", "DIPLOMA", "S1", "S2", "S3");
    private static final Pattern EMAIL_FORM = Pattern.compile("^[^\\s@]++@[^\\s@]+\\.[^\\s@.]{2,}");
    private static final int OLDEST = 120;

    private final Regions regions;
    private final Kbli kbli;
    private final Sectors sectors;
    private final Clock clock;

    public AnswersCheck(Regions regions, Kbli kbli, Sectors sectors, Clock clock) {
        this.regions = regions;
        this.kbli = kbli;
        this.sectors = sectors;
        this.clock = clock;
    }

    public Checked check(Answers answers, String kecamatan, String receipt) {
        return new Reading(answers, kecamatan, receipt).read();
    }

    /** Soft remarks that can be made while typing. */
    public List<FieldProblem> warnings(Answers answers) {
        if (answers.has(NIK_UNKNOWN) || Nik.problem("nik", answers.of(NIK)).isPresent()) {
            return List.of();
        }
        Sex sex = sex(answers);
        LocalDate born = Entry.date(answers.of(BIRTH_DATE)).orElse(null);
        return Nik.parse(answers.of(NIK))
                .warnings(code -> regions.find(code).isPresent(), LocalDate.now(clock), sex, born)
                .stream()
                .map(warning -> new FieldProblem(fieldOf(warning), warning.messageKey(), List.of()))
                .toList();
    }

    private static String fieldOf(NikWarning warning) {
        return switch (warning) {
            case SEX_DISAGREES -> SEX.field();
            case BIRTH_DATE_DISAGREES -> BIRTH_DATE.field();
            default -> NIK.field();
        };
    }

    static @Nullable Sex sex(Answers answers) {
        return Arrays.stream(Sex.values())
                .filter(sex -> sex.name().equals(answers.of(SEX)))
                .findFirst()
                .orElse(null);
    }

    /** Home regions that the typed words can mean, for choosing without a script. */
    public List<Region> homeRegions(Answers answers) {
        String words = answers.of(HOME_REGION);
        if (words.isEmpty()) {
            return List.of();
        }
        return regions.search(words.split(",", 2)[0].strip(), "", 12).stream()
                .filter(AnswersCheck::isHome)
                .toList();
    }

    public static boolean isHome(Region region) {
        return region.level() == RegionLevel.VILLAGE || region.level() == RegionLevel.KECAMATAN;
    }

    /** One reading of one set of answers. */
    private final class Reading {
        private final Answers answers;
        private final String kecamatan;
        private final String receipt;
        private final LocalDate today = LocalDate.now(clock);
        private final FieldProblems problems = new FieldProblems();

        Reading(Answers answers, String kecamatan, String receipt) {
            this.answers = answers;
            this.kecamatan = kecamatan;
            this.receipt = receipt;
        }

        Checked read() {
            OwnerFacts owner = owner();
            BusinessFacts business = business();
            List<ObservedFact> observations = observations();
            Nib nib = nib();
            Checked.Facts facts = problems.isEmpty() ? new Checked.Facts(owner, business, observations, nib) : null;
            return new Checked(problems, warnings(answers), facts);
        }

        private void problem(Question question, String key, Object... arguments) {
            problems.add(question.field(), key, arguments);
        }

        private String needed(Question question) {
            String answer = answers.of(question);
            if (answer.isEmpty()) {
                problem(question, "licensing.check." + question.field() + ".missing");
            }
            return answer;
        }

        private @Nullable String optional(Question question) {
            return answers.has(question) ? answers.of(question) : null;
        }

        private OwnerFacts owner() {
            Nik nik = nik();
            String name = needed(OWNER_NAME);
            if (!name.isEmpty() && (name.length() < 2 || name.codePoints().noneMatch(Character::isLetter))) {
                problem(OWNER_NAME, "licensing.check.ownerName.unreadable");
            } else if (Letters.isOtherThanLatin(name)) {
                problem(OWNER_NAME, "licensing.check.ownerName.letters");
            }
            Sex sex = sex(answers);
            if (sex == null) {
                problem(SEX, "licensing.check.sex.missing");
            }
            String birthPlace = needed(BIRTH_PLACE);
            LocalDate born = birthDate();
            String home = homeRegion();
            String homeAddress = needed(HOME_ADDRESS);
            rtRw(HOME_RT);
            rtRw(HOME_RW);
            Phone phone = phone();
            FamilyCardNumber kk = familyCard();
            email();
            return new OwnerFacts(
                    name,
                    nik,
                    nik == null ? nikUnknownReason() : null,
                    kk,
                    sex,
                    born,
                    birthPlace,
                    home,
                    address(homeAddress, answers.of(HOME_RT), answers.of(HOME_RW)),
                    phone,
                    optional(Question.EMAIL),
                    optional(EDUCATION),
                    answers.has(DISABILITY));
        }

        private @Nullable Nik nik() {
            if (answers.has(NIK_UNKNOWN)) {
                if (!answers.has(NIK_REASON)) {
                    problem(NIK_REASON, "licensing.check.nikReason.missing");
                } else if (answers.of(NIK_REASON).equals(NikUnknownReason.OTHER.name())
                        && !answers.has(NIK_REASON_TEXT)) {
                    problem(NIK_REASON_TEXT, "licensing.check.nikReasonText.missing");
                }
                return null;
            }
            String typed = needed(NIK);
            if (typed.isEmpty()) {
                return null;
            }
            Optional<FieldProblem> problem = Nik.problem(NIK.field(), typed);
            problem.ifPresent(found -> problems.add(
                    found.field(), found.messageKey(), found.arguments().toArray()));
            return problem.isPresent() ? null : Nik.parse(typed);
        }

        private String nikUnknownReason() {
            String reason = answers.of(NIK_REASON);
            return reason.equals(NikUnknownReason.OTHER.name()) ? answers.of(NIK_REASON_TEXT) : reason;
        }

        private @Nullable LocalDate birthDate() {
            String typed = needed(BIRTH_DATE);
            if (typed.isEmpty()) {
                return null;
            }
            Optional<LocalDate> born = Entry.date(typed);
            if (born.isEmpty()) {
                problem(BIRTH_DATE, "licensing.check.date.unreadable");
                return null;
            }
            if (born.get().isAfter(today) || born.get().isBefore(today.minusYears(OLDEST))) {
                problem(BIRTH_DATE, "licensing.check.birthDate.impossible");
            }
            return born.get();
        }

        /** A chosen code counts; words alone count when they name one place only. Any place of the country may be home. */
        private @Nullable String homeRegion() {
            String code = answers.of(HOME_REGION_CODE);
            if (!code.isEmpty()) {
                if (regions.find(code).filter(AnswersCheck::isHome).isPresent()) {
                    return code;
                }
                problem(HOME_REGION, "licensing.check.homeRegion.unknown");
                return null;
            }
            if (needed(HOME_REGION).isEmpty()) {
                return null;
            }
            List<Region> possible = homeRegions(answers);
            if (possible.size() == 1) {
                return possible.getFirst().code();
            }
            problem(
                    HOME_REGION,
                    possible.isEmpty() ? "licensing.check.homeRegion.unknown" : "licensing.check.homeRegion.several",
                    possible.size());
            return null;
        }

        private @Nullable Phone phone() {
            if (answers.has(WHATSAPP)) {
                Phone.problem(WHATSAPP.field(), answers.of(WHATSAPP))
                        .ifPresent(found -> problem(WHATSAPP, found.messageKey()));
            }
            String typed = needed(PHONE);
            if (typed.isEmpty() || typed.equals("-")) {
                return null;
            }
            if (Phone.problem(PHONE.field(), typed).isPresent()) {
                problem(PHONE, "registry.phone.unreadable");
                return null;
            }
            return Phone.parse(typed);
        }

        private @Nullable FamilyCardNumber familyCard() {
            if (!answers.has(KK)) {
                return null;
            }
            Optional<FieldProblem> problem = FamilyCardNumber.problem(KK.field(), answers.of(KK));
            problem.ifPresent(found -> problems.add(
                    found.field(), found.messageKey(), found.arguments().toArray()));
            return problem.isPresent() ? null : FamilyCardNumber.parse(answers.of(KK));
        }

        private void email() {
            if (answers.has(Question.EMAIL)
                    && !EMAIL_FORM.matcher(answers.of(Question.EMAIL)).matches()) {
                problem(Question.EMAIL, "licensing.check.email.unreadable");
            }
        }

        private void rtRw(Question question) {
            if (answers.has(question) && !answers.of(question).matches("\\d{1,3}")) {
                problem(question, "licensing.check.rtrw.unreadable");
            }
        }

        private BusinessFacts business() {
            String name = needed(BUSINESS_NAME);
            if (Letters.hasMixedWord(name)) {
                problem(BUSINESS_NAME, "licensing.check.businessName.letters");
            }
            oneOf(LEGAL_FORM, LEGAL_FORMS);
            if (answers.all(TRADE).isEmpty() || !TRADES.containsAll(answers.all(TRADE))) {
                problem(TRADE, "licensing.check.trade.missing");
            }
            String activity = needed(ACTIVITY);
            if (!activity.isEmpty() && activity.length() < 4) {
                problem(ACTIVITY, "licensing.check.activity.short");
            }
            List<ActivityFact> activities = activities();
            Set<String> chosenSectors = sectors(activities);
            oneOf(PREMISES, PREMISES_KINDS);
            boolean itinerant = answers.of(PREMISES).equals(ITINERANT);
            String village = village(itinerant);
            String street = itinerant ? answers.of(ADDRESS) : needed(ADDRESS);
            rtRw(RT);
            rtRw(RW);
            if (answers.has(POST_CODE) && !answers.of(POST_CODE).matches("\\d{5}")) {
                problem(POST_CODE, "licensing.check.postCode.unreadable");
            }
            return new BusinessFacts(
                    name,
                    itinerant,
                    village,
                    kecamatan,
                    street.isEmpty() ? null : street,
                    optional(RT),
                    optional(RW),
                    optional(POST_CODE),
                    foundedOn(),
                    answers.of(LEGAL_FORM),
                    answers.of(PREMISES),
                    activity,
                    activities,
                    chosenSectors,
                    npwp());
        }

        private void oneOf(Question question, List<String> known) {
            if (!known.contains(answers.of(question))) {
                problem(question, "licensing.check." + question.field() + ".missing");
            }
        }

        private List<ActivityFact> activities() {
            List<ActivityFact> found = new ArrayList<>();
            for (String chosen : answers.all(KBLI_CODE)) {
                String[] parts = chosen.split(":", 2);
                if (parts.length == 2 && kbli.find(parts[0], parts[1]).isPresent()) {
                    found.add(new ActivityFact(parts[0], parts[1]));
                } else {
                    problem(Question.KBLI, "licensing.check.kbli.unknown", chosen);
                }
            }
            if (answers.all(KBLI_CODE).isEmpty()) {
                problem(Question.KBLI, "licensing.check.kbli.missing");
            }
            return found;
        }

        /** Those chosen; when none is, those that the codes belong to. */
        private Set<String> sectors(List<ActivityFact> activities) {
            Set<String> chosen = new LinkedHashSet<>(answers.all(SECTOR));
            if (chosen.isEmpty()) {
                activities.forEach(
                        activity -> chosen.addAll(sectors.ofKbli(activity.kbliVersion(), activity.kbliCode())));
            }
            if (chosen.isEmpty() || !sectors.knows(chosen)) {
                problem(SECTOR, "licensing.check.sector.missing");
            }
            return chosen;
        }

        /** A seller without a fixed place needs no village. */
        private @Nullable String village(boolean itinerant) {
            String code = answers.of(VILLAGE);
            if (code.isEmpty()) {
                if (!itinerant) {
                    problem(VILLAGE, "licensing.check.village.missing");
                }
                return null;
            }
            boolean inside =
                    code.startsWith(kecamatan + ".") && regions.find(code).isPresent();
            if (!inside) {
                problem(
                        VILLAGE,
                        "licensing.check.village.outside",
                        regions.get(kecamatan).name());
                return null;
            }
            return itinerant ? null : code;
        }

        private @Nullable LocalDate foundedOn() {
            if (!answers.has(FOUNDED_ON)) {
                return null;
            }
            Optional<LocalDate> founded = Entry.date(answers.of(FOUNDED_ON));
            if (founded.isEmpty()) {
                problem(FOUNDED_ON, "licensing.check.date.unreadable");
                return null;
            }
            if (founded.get().isAfter(today) || founded.get().getYear() < 1900) {
                problem(FOUNDED_ON, "licensing.check.foundedOn.impossible");
            }
            return founded.get();
        }

        private @Nullable String npwp() {
            String typed = answers.of(NPWP);
            if (typed.isEmpty() || typed.equals("-")) {
                return null;
            }
            String digits = Entry.digits(typed);
            if (!digits.matches("\\d{15,16}")) {
                problem(NPWP, "licensing.check.npwp.unreadable", digits.length());
                return null;
            }
            return digits;
        }

        private @Nullable Nib nib() {
            if (!answers.has(NIB) || answers.of(NIB).equals("-")) {
                return null;
            }
            Optional<FieldProblem> problem = Nib.problem(NIB.field(), answers.of(NIB));
            problem.ifPresent(found -> problems.add(
                    found.field(), found.messageKey(), found.arguments().toArray()));
            return problem.isPresent() ? null : Nib.parse(answers.of(NIB));
        }

        /** What was not answered is not observed: a missing number of workers is not zero. */
        private List<ObservedFact> observations() {
            List<ObservedFact> observed = new ArrayList<>();
            needed(CAPITAL);
            observe(observed, CAPITAL, ObservationKind.CAPITAL, today.getYear(), today);
            observe(observed, NET_ASSETS, ObservationKind.NET_ASSETS, today.getYear(), today);
            observe(observed, WORKERS_PAID, ObservationKind.WORKERS_PAID, today.getYear(), today);
            observe(observed, WORKERS_UNPAID, ObservationKind.WORKERS_UNPAID, today.getYear(), today);
            if (answers.has(SALES)) {
                String typed = answers.of(SALES_YEAR);
                int year = typed.matches("\\d{4}") ? Integer.parseInt(typed) : 0;
                if (year < 1950 || year > today.getYear()) {
                    problem(SALES_YEAR, "licensing.check.salesYear.unreadable", Integer.toString(today.getYear()));
                } else {
                    LocalDate end = LocalDate.of(year, 12, 31);
                    observe(observed, SALES, ObservationKind.ANNUAL_SALES, year, end.isAfter(today) ? today : end);
                }
            }
            return observed;
        }

        private void observe(
                List<ObservedFact> into, Question question, ObservationKind kind, int year, LocalDate validOn) {
            if (!answers.has(question)) {
                return;
            }
            OptionalLong value = Entry.amount(answers.of(question));
            boolean persons = kind.unit() == ObservationKind.Unit.PERSONS;
            if (value.isEmpty() || (persons && value.getAsLong() > 9999)) {
                problem(question, persons ? "licensing.check.workers.unreadable" : "licensing.check.amount.unreadable");
                return;
            }
            into.add(new ObservedFact(kind, value.getAsLong(), validOn, year, receipt, "pernyataan pemohon"));
        }
    }

    public static String address(String street, String rt, String rw) {
        return street + (rt.isEmpty() ? "" : " RT " + rt) + (rw.isEmpty() ? "" : " RW " + rw);
    }
}
