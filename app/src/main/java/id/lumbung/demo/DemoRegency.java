package id.lumbung.demo;

import id.lumbung.demo.DemoBusinesses.Kind;
import id.lumbung.demo.DemoPeople.Person;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.licensing.application.Answers;
import id.lumbung.licensing.application.Applications;
import id.lumbung.licensing.application.Question;
import id.lumbung.licensing.licence.LicenceId;
import id.lumbung.licensing.licence.LicenceWork;
import id.lumbung.licensing.licence.Licences;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.Texts;
import id.lumbung.reference.Region;
import id.lumbung.reference.Regions;
import id.lumbung.reference.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Makes a year of work in a made-up office, through the same doors as everybody: drafts, papers, decisions, letters.
 * The same seed on the same day makes the same year.
 */
@Component
@Profile("demo")
class DemoRegency {
    private static final Logger LOG = LoggerFactory.getLogger(DemoRegency.class);
    private static final long SEED = 35_07L;
    private static final int APPLICATIONS = 240;

    private final DemoClock demoClock;
    private final DemoOffice office;
    private final Applications applications;
    private final Licences licences;
    private final LicenceWork afterwards;
    private final Regions regions;
    private final WorkingDays workingDays;
    private final LumbungSettings settings;
    private final DemoLists lists;

    private final List<Step> steps = new ArrayList<>();
    private final Map<String, byte[]> papers = new HashMap<>();

    /** How an application ends, or where it stands today. */
    private enum Course {
        ISSUED(168),
        CORRECTED_THEN_ISSUED(34),
        AMENDED(8),
        REPLACED(6),
        WARNED_ONCE(8),
        WARNED_TWICE(4),
        REVOKED(6),
        REVOKED_ON_REQUEST(4),
        REINSTATED(3),
        REFUSED(18),
        WITHDRAWN(6),
        RETURNED(12),
        SUBMITTED(20),
        VERIFIED(10),
        DRAFT(13);

        private final int weight;

        Course(int weight) {
            this.weight = weight;
        }

        boolean stillOpen() {
            return this == SUBMITTED || this == VERIFIED || this == DRAFT || this == RETURNED;
        }
    }

    /** Something that somebody does at a moment. */
    private record Step(Instant at, int order, Runnable work) {}

    /** One application on its way. */
    private static final class Way {
        private final String kecamatan;
        private final Answers answers;
        private final byte[] photo;
        private UUID application = new UUID(0, 0);

        Way(String kecamatan, Answers answers, byte[] photo) {
            this.kecamatan = kecamatan;
            this.answers = answers;
            this.photo = photo;
        }
    }

    DemoRegency(
            DemoClock demoClock,
            DemoOffice office,
            Applications applications,
            Licences licences,
            LicenceWork afterwards,
            Regions regions,
            WorkingDays workingDays,
            LumbungSettings settings,
            DemoLists lists) {
        this.demoClock = demoClock;
        this.office = office;
        this.applications = applications;
        this.licences = licences;
        this.afterwards = afterwards;
        this.regions = regions;
        this.workingDays = workingDays;
        this.settings = settings;
        this.lists = lists;
    }

    void fill() {
        long begun = System.nanoTime();
        Random random = new Random(SEED);
        LocalDate today = LocalDate.now((Clock) demoClock);
        demoClock.at(moment(workingDayBefore(today, 240), 0), office::open);
        DemoPeople people = new DemoPeople(random);
        DemoBusinesses businesses = new DemoBusinesses(random);
        List<Answers> known = plan(random, people, businesses, today);
        steps.sort(Comparator.comparing(Step::at).thenComparing(Step::order));
        steps.forEach(step -> demoClock.at(step.at(), step.work()));
        lists.bring(known, people, businesses, random, today);
        office.makeReady();
        steps.clear();
        papers.clear();
        LOG.info("demo: {} applications made in {} s", APPLICATIONS, (System.nanoTime() - begun) / 1_000_000_000);
    }

    /** Answers with what is known of each business. */
    private List<Answers> plan(Random random, DemoPeople people, DemoBusinesses businesses, LocalDate today) {
        List<Answers> known = new ArrayList<>();
        Weighted<Course> courses = new Weighted<>();
        for (Course course : Course.values()) {
            courses.add(course, course.weight);
        }
        papers.put("KTP", DemoPapers.sheet("KARTU TANDA PENDUDUK", 430, 270));
        papers.put("KK", DemoPapers.sheet("KARTU KELUARGA", 560, 400));
        papers.put("SURAT_PENGANTAR", DemoPapers.sheet("SURAT PENGANTAR RT/RW", 360, 510));
        Person again = null;
        for (int i = 0; i < APPLICATIONS; i++) {
            Course course = courses.draw(random);
            int daysAgo = course.stillOpen() ? random.nextInt(4) : 8 + random.nextInt(210);
            LocalDate day = workingDayBefore(today, daysAgo);
            // some owners have more than one business
            Person owner = again != null && random.nextInt(100) < 6 ? again : people.next(today);
            again = owner;
            String kecamatan = settings.regency() + "."
                    + DemoOffice.STAFFED.get(Math.min(random.nextInt(9), DemoOffice.STAFFED.size() - 1));
            Way way = new Way(
                    kecamatan,
                    answers(random, people, businesses, owner, kecamatan, day),
                    DemoPapers.photo(random, owner.birthDate().getYear()));
            follow(way, course, day, random);
            known.add(way.answers);
        }
        return known;
    }

    private void follow(Way way, Course course, LocalDate day, Random random) {
        int minute = random.nextInt(300);
        at(day, minute, () -> begin(way, course != Course.DRAFT));
        if (course == Course.DRAFT) {
            return;
        }
        at(
                day,
                minute + 7,
                () -> as(office.officer(way.kecamatan), () -> {
                    applications.handIn(way.application);
                    applications.newCaseCode(way.application);
                }));
        LocalDate next = workingDays.plus(day, 1);
        switch (course) {
            case SUBMITTED, DRAFT -> {}
            case WITHDRAWN ->
                at(
                        day,
                        minute + 90,
                        () -> as(
                                office.officer(way.kecamatan),
                                () -> applications.act(
                                        way.application,
                                        "withdraw",
                                        "Pemohon membatalkan rencana usahanya.",
                                        null,
                                        Map.of())));
            case RETURNED -> at(day, minute + 60, () -> sendBack(way));
            case VERIFIED -> at(day, minute + 45, () -> verify(way));
            case REFUSED ->
                at(
                        next,
                        minute,
                        () -> as(
                                office.camat(way.kecamatan),
                                () -> applications.act(
                                        way.application,
                                        "refuse",
                                        "Surat pengantar menyebut lokasi di bantaran sungai; silakan ajukan kembali dengan lokasi lain.",
                                        "PLACE",
                                        Map.of())));
            case CORRECTED_THEN_ISSUED -> {
                at(day, minute + 30, () -> sendBack(way));
                at(next, minute, () -> as(office.officer(way.kecamatan), () -> applications.handIn(way.application)));
                at(next, minute + 40, () -> verify(way));
                at(next, minute + 80, () -> issue(way));
            }
            default -> {
                at(day, minute + 50, () -> verify(way));
                at(random.nextBoolean() ? day : next, minute + 100, () -> issue(way));
                afterIssue(way, course, next, random);
            }
        }
    }

    private void afterIssue(Way way, Course course, LocalDate issued, Random random) {
        LocalDate later = workingDays.plus(issued, 1 + random.nextInt(2));
        Runnable warn = () -> as(
                office.camat(way.kecamatan),
                () -> afterwards.warn(licence(way), "Berjualan di luar kegiatan yang tercantum pada izin."));
        switch (course) {
            case AMENDED ->
                at(
                        later,
                        30,
                        () -> as(
                                office.camat(way.kecamatan),
                                () -> afterwards.rename(
                                        licence(way),
                                        way.answers.of(Question.BUSINESS_NAME) + " Barokah",
                                        "Nama usaha diganti atas permohonan pemegang izin.")));
            case REPLACED ->
                at(
                        later,
                        40,
                        () -> as(
                                office.camat(way.kecamatan),
                                () -> afterwards.replaceSheet(
                                        licence(way), "Lembar hilang; surat keterangan hilang dari desa diterima.")));
            case WARNED_ONCE -> at(later, 50, warn);
            case WARNED_TWICE -> {
                at(later, 50, warn);
                at(workingDays.plus(later, 2), 50, warn);
            }
            case REVOKED, REINSTATED -> {
                at(later, 50, warn);
                at(workingDays.plus(later, 1), 50, warn);
                at(workingDays.plus(later, 2), 50, warn);
                at(
                        workingDays.plus(later, 3),
                        50,
                        () -> as(
                                office.camat(way.kecamatan),
                                () -> afterwards.revoke(
                                        licence(way), "OUTSIDE_SCOPE", "Tiga surat peringatan tidak ditanggapi.")));
                if (course == Course.REINSTATED) {
                    at(
                            workingDays.plus(later, 4),
                            50,
                            () -> as(
                                    office.camat(way.kecamatan),
                                    () -> afterwards.reinstate(
                                            licence(way),
                                            "Keberatan pemegang izin diterima setelah pemeriksaan lapangan.")));
                }
            }
            case REVOKED_ON_REQUEST ->
                at(
                        later,
                        50,
                        () -> as(
                                office.camat(way.kecamatan),
                                () -> afterwards.revoke(
                                        licence(way), "HOLDER_REQUEST", "Pemegang izin pindah ke luar kabupaten.")));
            default -> {}
        }
    }

    private void begin(Way way, boolean withPapers) {
        as(office.officer(way.kecamatan), () -> {
            way.application = applications.begin(way.kecamatan, "IUMK", way.answers);
            if (withPapers) {
                papers.forEach((kind, content) -> applications.attach(way.application, kind, content));
                applications.attach(way.application, "FOTO", way.photo);
            }
        });
    }

    private void verify(Way way) {
        as(office.delegate(way.kecamatan), () -> applications.act(way.application, "verify", null, null, Map.of()));
    }

    private void sendBack(Way way) {
        as(
                office.delegate(way.kecamatan),
                () -> applications.act(
                        way.application,
                        "return",
                        null,
                        null,
                        Map.of("SURAT_PENGANTAR", "Surat pengantar belum dibubuhi cap RW. Mohon dilengkapi.")));
    }

    private void issue(Way way) {
        as(office.camat(way.kecamatan), () -> applications.act(way.application, "issue", null, null, Map.of()));
    }

    private LicenceId licence(Way way) {
        return licences.ofApplication(way.application).orElseThrow().id();
    }

    private Answers answers(
            Random random,
            DemoPeople people,
            DemoBusinesses businesses,
            Person owner,
            String kecamatan,
            LocalDate day) {
        Kind kind = businesses.next();
        List<Region> villages = regions.villagesOf(kecamatan);
        Region village = villages.get(random.nextInt(villages.size()));
        boolean fromTheCity = random.nextInt(100) < 5;
        List<Region> homes = regions.villagesOf("35.73.0" + (1 + random.nextInt(5)));
        Region home = fromTheCity ? homes.get(random.nextInt(homes.size())) : village;
        long sales = businesses.salesOf(kind);
        Map<Question, List<String>> values = new EnumMap<>(Question.class);
        put(values, Question.NIK, owner.nik());
        put(values, Question.OWNER_NAME, owner.name());
        put(values, Question.SEX, owner.woman() ? "FEMALE" : "MALE");
        put(values, Question.BIRTH_DATE, owner.birthDate().toString());
        put(values, Question.BIRTH_PLACE, owner.birthPlace());
        put(values, Question.EDUCATION, owner.education());
        put(values, Question.KK, owner.familyCard());
        put(values, Question.HOME_REGION_CODE, home.code());
        put(values, Question.HOME_REGION, home.name());
        put(values, Question.HOME_ADDRESS, people.draw("street") + " No. " + (1 + random.nextInt(120)));
        put(values, Question.HOME_RT, threeDigits(1 + random.nextInt(12)));
        put(values, Question.HOME_RW, threeDigits(1 + random.nextInt(8)));
        put(values, Question.PHONE, owner.phone());
        put(values, Question.BUSINESS_NAME, businesses.nameFor(kind, owner, village.name()));
        put(values, Question.LEGAL_FORM, "INDIVIDUAL");
        put(
                values,
                Question.TRADE,
                switch (kind.nature()) {
                    case "PRODUKSI" -> "PRODUCTION";
                    case "JASA" -> "SERVICE";
                    default -> "TRADE";
                });
        put(values, Question.ACTIVITY, kind.activity());
        put(values, Question.KBLI_CODE, "2025:" + kind.kbli());
        values.put(Question.SECTOR, kind.sectors());
        if (kind.itinerant()) {
            put(values, Question.PREMISES, "ITINERANT");
        } else {
            put(values, Question.PREMISES, random.nextInt(3) == 0 ? "RENTED" : "OWN");
            put(values, Question.VILLAGE, village.code());
            put(values, Question.ADDRESS, people.draw("street") + " No. " + (1 + random.nextInt(120)));
            put(values, Question.RT, threeDigits(1 + random.nextInt(12)));
            put(values, Question.RW, threeDigits(1 + random.nextInt(8)));
        }
        put(
                values,
                Question.FOUNDED_ON,
                day.minusDays(200 + random.nextInt(4000)).toString());
        put(values, Question.CAPITAL, Long.toString((2 + random.nextInt(60)) * 500_000L));
        put(values, Question.SALES, Long.toString(sales));
        put(values, Question.SALES_YEAR, Integer.toString(day.getYear() - 1));
        if (random.nextInt(3) > 0) {
            put(values, Question.NET_ASSETS, Long.toString((4 + random.nextInt(90)) * 500_000L));
        }
        if (random.nextInt(4) > 0) {
            put(values, Question.WORKERS_PAID, Integer.toString(random.nextInt(4)));
            put(values, Question.WORKERS_UNPAID, Integer.toString(1 + random.nextInt(2)));
        }
        put(values, Question.NPWP, "-");
        put(values, Question.KNOWN_AS, "NEW");
        return new Answers(values);
    }

    private static void put(Map<Question, List<String>> values, Question question, String answer) {
        values.put(question, List.of(answer));
    }

    private static String threeDigits(int number) {
        return String.format(java.util.Locale.ROOT, "%03d", number);
    }

    private void at(LocalDate day, int minuteOfOffice, Runnable work) {
        Instant moment = moment(day, minuteOfOffice);
        Instant now = Instant.now();
        steps.add(new Step(moment.isBefore(now) ? moment : now, steps.size(), work));
    }

    /** Minutes after half past seven, when the counter opens. */
    private static Instant moment(LocalDate day, int minuteOfOffice) {
        return day.atTime(7, 30).plusMinutes(minuteOfOffice).atZone(Texts.ZONE).toInstant();
    }

    private LocalDate workingDayBefore(LocalDate today, int daysAgo) {
        LocalDate day = today.minusDays(daysAgo);
        while (!workingDays.isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private static void as(Actor actor, Runnable work) {
        CurrentActor.runAs(actor, work);
    }
}
