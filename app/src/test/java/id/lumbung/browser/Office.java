package id.lumbung.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.lumbung.identity.Accounts;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.NewAccount;
import id.lumbung.identity.NewGrant;
import id.lumbung.identity.Role;
import id.lumbung.identity.TestActors;
import id.lumbung.licensing.application.Answers;
import id.lumbung.licensing.application.Applications;
import id.lumbung.licensing.application.Question;
import id.lumbung.licensing.licence.LicenceId;
import id.lumbung.licensing.licence.LicenceWork;
import id.lumbung.licensing.licence.Licences;
import id.lumbung.privacy.request.RequestDesk;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.springframework.boot.test.context.TestComponent;

/** The office of one kecamatan, with the people and cases that a journey begins with. */
@TestComponent
public class Office {
    static final String KEPANJEN = "35.07.13";
    static final String VILLAGE = "35.07.13.2012";
    private static final AtomicInteger SERIAL = new AtomicInteger(100);

    private final Accounts accounts;
    private final Applications applications;
    private final Licences licences;
    private final LicenceWork afterwards;
    private final RequestDesk requests;

    public Office(
            Accounts accounts,
            Applications applications,
            Licences licences,
            LicenceWork afterwards,
            RequestDesk requests) {
        this.accounts = accounts;
        this.applications = applications;
        this.licences = licences;
        this.afterwards = afterwards;
        this.requests = requests;
    }

    /** A person who can sign in. */
    public record Person(String signInName, Actor actor) {}

    public Person officer() {
        return person("petugas", "Siti Petugas", NewGrant.of(Role.KECAMATAN_OFFICER, KEPANJEN));
    }

    public Person camat() {
        return person("camat", "Endang Camat", NewGrant.of(Role.CAMAT, KEPANJEN));
    }

    public Person delegate() {
        return person("sekcam", "Bambang Sekretaris", NewGrant.delegate(KEPANJEN, "Keputusan Camat 1/2026"));
    }

    public Person dinasOfficer() {
        return person("dinas", "Rina Dinas", NewGrant.of(Role.DINAS_OFFICER, "35.07"));
    }

    public Person dataProtectionOfficer() {
        return person("pdp", "Wulan Pelindung", NewGrant.of(Role.DATA_PROTECTION_OFFICER, "35.07"));
    }

    public Person administrator() {
        return person("admin", "Agus Administrator", NewGrant.of(Role.ADMINISTRATOR, "35.07"));
    }

    private Person person(String kind, String name, NewGrant grant) {
        String signIn = kind + "." + SERIAL.incrementAndGet();
        UUID account = accounts.create(new NewAccount(
                signIn, TestActors.PASSWORD, name, "Penata", "198001012005011001", name, List.of(grant)));
        return new Person(signIn, accounts.actor(account).orElseThrow());
    }

    static void signIn(Page page, Person person) {
        page.setDefaultTimeout(BrowserExtension.PATIENCE);
        page.navigate(BrowserTest.ADDRESS + "/masuk");
        page.locator("input[name=username]").fill(person.signInName());
        page.locator("input[name=password]").fill(TestActors.PASSWORD);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Masuk").setExact(true))
                .click();
        page.waitForURL(url -> !url.contains("/masuk"));
    }

    /** A NIK of form, with a region code that nobody has; a woman born on 14 March 1979. */
    public static String nik() {
        return "999901540379" + String.format(Locale.ROOT, "%04d", SERIAL.incrementAndGet());
    }

    public static Answers answers(String owner, String business) {
        return Answers.NONE
                .with(Question.NIK, nik())
                .with(Question.OWNER_NAME, owner)
                .with(Question.SEX, "FEMALE")
                .with(Question.BIRTH_PLACE, "Malang")
                .with(Question.BIRTH_DATE, "1979-03-14")
                .with(Question.HOME_REGION, "Ngadilangkung")
                .with(Question.HOME_REGION_CODE, VILLAGE)
                .with(Question.HOME_ADDRESS, "Jl. Kawi 17")
                .with(Question.PHONE, "0812 3456 78" + SERIAL.incrementAndGet() % 100)
                .with(Question.BUSINESS_NAME, business)
                .with(Question.LEGAL_FORM, "INDIVIDUAL")
                .with(Question.TRADE, "PRODUCTION")
                .with(Question.ACTIVITY, "Membuat dan menjual keripik tempe")
                .with(Question.KBLI_CODE, "2025:10794")
                .with(Question.PREMISES, "OWN")
                .with(Question.VILLAGE, VILLAGE)
                .with(Question.ADDRESS, "Jl. Kawi 17")
                .with(Question.CAPITAL, "12500000")
                .with(Question.SALES, "96000000")
                .with(Question.SALES_YEAR, "2025")
                .with(Question.NPWP, "-")
                .with(Question.KNOWN_AS, "NEW");
    }

    /** An application handed in with all its papers; returns it and the code on its receipt. */
    public HandedIn handedIn(Person officer, Answers answers) {
        return CurrentActor.runAs(officer.actor(), () -> {
            UUID application = applications.begin(KEPANJEN, "IUMK", answers);
            applications
                    .papersNeeded(application)
                    .forEach(kind -> applications.attach(application, kind, picture(600, 900)));
            applications.handIn(application);
            return new HandedIn(application, applications.newCaseCode(application));
        });
    }

    public record HandedIn(UUID application, String code) {}

    public LicenceId issued(Person officer, Person delegate, Person camat, Answers answers) {
        UUID application = handedIn(officer, answers).application();
        CurrentActor.runAs(delegate.actor(), () -> applications.act(application, "verify", null, null, Map.of()));
        return CurrentActor.runAs(camat.actor(), () -> {
            applications.act(application, "issue", null, null, Map.of());
            return licences.ofApplication(application).orElseThrow().id();
        });
    }

    /** What somebody asks about the data held of her, at the counter. */
    public UUID asked(Person officer, String kind, Answers answers) {
        return CurrentActor.runAs(
                officer.actor(),
                () -> requests.receive(new RequestDesk.NewRequest(
                                KEPANJEN,
                                kind,
                                answers.of(Question.NIK),
                                answers.of(Question.OWNER_NAME),
                                "Nomor telepon saya sudah bukan milik saya lagi.",
                                true))
                        .id());
    }

    public void takes(Person protector, UUID request) {
        CurrentActor.runAs(protector.actor(), () -> requests.act(request, 1, "TAKE", null));
    }

    public void revoke(Person camat, LicenceId licence) {
        CurrentActor.runAs(camat.actor(), () -> afterwards.revoke(licence, "HOLDER_REQUEST", "Pemegang izin pindah."));
    }

    public static byte[] picture(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(0x2B5BA6));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(0xE0B48C));
        pen.fillOval(width / 4, height / 5, width / 2, height / 2);
        pen.dispose();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, "jpg", bytes);
            return bytes.toByteArray();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
