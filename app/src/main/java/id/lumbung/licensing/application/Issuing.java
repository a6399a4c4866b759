package id.lumbung.licensing.application;

import id.lumbung.identity.Actor;
import id.lumbung.identity.Official;
import id.lumbung.identity.Officials;
import id.lumbung.identity.Role;
import id.lumbung.licensing.application.check.AnswersCheck;
import id.lumbung.licensing.application.check.Checked;
import id.lumbung.licensing.licence.IssueOrder;
import id.lumbung.licensing.licence.LicenceHolder;
import id.lumbung.licensing.licence.LicenceId;
import id.lumbung.licensing.licence.Licences;
import id.lumbung.licensing.licence.LicensedBusiness;
import id.lumbung.licensing.licence.Signatory;
import id.lumbung.licensing.regime.AttachmentKind;
import id.lumbung.licensing.regime.LicenceForm;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Texts;
import id.lumbung.reference.Kbli;
import id.lumbung.reference.KbliCode;
import id.lumbung.reference.Region;
import id.lumbung.reference.Regions;
import id.lumbung.reference.Sector;
import id.lumbung.reference.Sectors;
import id.lumbung.registry.BusinessFacts;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.Nik;
import id.lumbung.registry.NikUnknownReason;
import id.lumbung.registry.ObservationKind;
import id.lumbung.registry.ObservedFact;
import id.lumbung.registry.OwnerFacts;
import id.lumbung.registry.Phone;
import id.lumbung.registry.Registry;
import id.lumbung.registry.size.Purpose;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Turns a decided case into the order from which the licence is made. */
@Component
class Issuing {
    private final AnswersCheck check;
    private final Attachments attachments;
    private final Licences licences;
    private final Officials officials;
    private final Registry registry;
    private final Regions regions;
    private final Kbli kbli;
    private final Sectors sectors;
    private final Clock clock;
    private final Texts texts;

    Issuing(
            AnswersCheck check,
            Attachments attachments,
            Licences licences,
            Officials officials,
            Registry registry,
            Regions regions,
            Kbli kbli,
            Sectors sectors,
            Clock clock,
            MessageSource messages) {
        this.check = check;
        this.attachments = attachments;
        this.licences = licences;
        this.officials = officials;
        this.registry = registry;
        this.regions = regions;
        this.kbli = kbli;
        this.sectors = sectors;
        this.clock = clock;
        this.texts = new Texts(messages, Texts.INDONESIAN);
    }

    LicenceId issue(Case of, @Nullable Actor actor) {
        Checked.Facts facts =
                check.check(of.answers(), of.kecamatan(), of.receipt()).facts();
        EnterpriseId enterprise = of.enterprise();
        if (facts == null || enterprise == null) {
            throw new Refused(ApplicationProblem.STEP_INCOMPLETE, "licensing.problem.answers-no-longer-valid");
        }
        Official signing = actor == null ? camat(of) : officials.signing(actor.account(), of.kecamatan());
        return licences.issue(new IssueOrder(
                of.id(),
                enterprise,
                of.regime().code(),
                of.regime().number(),
                of.kecamatan(),
                LocalDate.now(clock),
                signing.account(),
                signatory(of, signing),
                holder(facts.owner()),
                business(of, facts, enterprise),
                photo(of)));
    }

    private Official camat(Case of) {
        return officials.holding(Role.CAMAT, of.kecamatan()).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(ApplicationProblem.STEP_INCOMPLETE, "licensing.problem.no-camat"));
    }

    private Signatory signatory(Case of, Official signing) {
        LicenceForm form = of.regime().licence();
        String title = form.signatoryTitleIn(regions.get(of.kecamatan()).name());
        String own = signing.title();
        return signing.onBehalfOf() == null
                ? new Signatory(signing.name(), title, signing.rank(), signing.nip(), form.onBehalf())
                : new Signatory(
                        signing.name(),
                        own == null ? "" : own.toUpperCase(Locale.ROOT),
                        signing.rank(),
                        signing.nip(),
                        "a.n. " + title);
    }

    private LicenceHolder holder(OwnerFacts owner) {
        Nik nik = owner.nik();
        Phone phone = owner.phone();
        String home = owner.homeRegionCode();
        return new LicenceHolder(
                owner.name(),
                nik == null ? null : nik.value(),
                nik == null ? reason(owner.nikUnknownReason()) : null,
                phone == null ? null : phone.national(),
                owner.homeAddress() + (home == null ? "" : ", " + regions.path(home)));
    }

    private String reason(@Nullable String reason) {
        return Arrays.stream(NikUnknownReason.values())
                .filter(known -> known.name().equals(reason))
                .map(known -> texts.t(known.messageKey()))
                .findFirst()
                .orElse(reason == null ? "" : reason);
    }

    private LicensedBusiness business(Case of, Checked.Facts facts, EnterpriseId enterprise) {
        BusinessFacts business = facts.business();
        String village = business.villageCode();
        Region kecamatan = regions.get(of.kecamatan());
        Region regency = regions.parentOf(of.kecamatan()).orElseThrow();
        Region province = regions.parentOf(regency.code()).orElseThrow();
        String street = business.address() == null ? "" : business.address();
        return new LicensedBusiness(
                business.name(),
                business.activityText(),
                business.activities().stream()
                        .flatMap(activity -> kbli.find(activity.kbliVersion(), activity.kbliCode()).stream())
                        .map(Issuing::line)
                        .toList(),
                AnswersCheck.address(street, orEmpty(business.rt()), orEmpty(business.rw())),
                village == null ? null : regions.get(village).fullName(),
                kecamatan.name(),
                regency.name(),
                province.name(),
                business.postCode(),
                sectorNames(business),
                texts.t("registry.premises." + business.premises()),
                capital(facts.observations()),
                business.npwp(),
                sizeClass(enterprise));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static String line(KbliCode code) {
        return code.code() + " " + code.title() + " (KBLI " + code.version() + ")";
    }

    private List<String> sectorNames(BusinessFacts business) {
        return business.sectors().stream()
                .sorted()
                .flatMap(code -> sectors.find(code).stream())
                .map(Sector::nameId)
                .toList();
    }

    private static @Nullable Long capital(List<ObservedFact> observations) {
        return observations.stream()
                .filter(fact -> fact.kind() == ObservationKind.CAPITAL)
                .map(ObservedFact::value)
                .findFirst()
                .orElse(null);
    }

    private String sizeClass(EnterpriseId enterprise) {
        return registry.sizeAt(enterprise, LocalDate.now(clock), Purpose.REGISTRATION)
                .known()
                .map(size -> texts.t("registry.size." + size.name()))
                .orElseGet(() -> texts.t("registry.size.unknown"));
    }

    private @Nullable String photo(Case of) {
        return attachments.current(of.id()).stream()
                .filter(attachment -> attachment.kind().equals(AttachmentKind.PHOTO))
                .map(Attachment::document)
                .findFirst()
                .orElse(null);
    }
}
