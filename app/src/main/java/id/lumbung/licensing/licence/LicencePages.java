package id.lumbung.licensing.licence;

import id.lumbung.identity.Actor;
import id.lumbung.identity.Permission;
import id.lumbung.licensing.licence.life.Licence;
import id.lumbung.licensing.licence.life.LicenceAction;
import id.lumbung.licensing.licence.life.LicenceEvent;
import id.lumbung.licensing.licence.life.LicenceLifeCycle;
import id.lumbung.licensing.licence.page.LicencePage;
import id.lumbung.licensing.licence.paper.Snapshot;
import id.lumbung.licensing.licence.paper.Written;
import id.lumbung.licensing.regime.RegimeVersion;
import id.lumbung.licensing.regime.Regimes;
import id.lumbung.licensing.regime.RevocationGround;
import id.lumbung.platform.Texts;
import id.lumbung.registry.Nik;
import id.lumbung.registry.Phone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a licence out for its page, in the language of the reader. */
@Component
public class LicencePages {
    private final Regimes regimes;

    public LicencePages(Regimes regimes) {
        this.regimes = regimes;
    }

    public LicencePage page(LicenceViews.View view, LicenceViews.@Nullable Personal shown, Actor actor, Texts texts) {
        Licence licence = view.licence();
        RegimeVersion regime =
                regimes.get(licence.numbering().regime(), licence.numbering().regimeVersion());
        return new LicencePage(
                "/izin/" + licence.id(),
                licence.number(),
                state(view, texts),
                person(view, shown, actor),
                facts(view.current(), texts),
                sheets(view, texts),
                view.events().stream()
                        .map(event -> event(licence, event, regime, texts))
                        .toList(),
                actions(licence, actor, texts),
                actor.may(Permission.OPEN_DOCUMENT, licence.kecamatanCode()));
    }

    private static LicencePage.State state(LicenceViews.View view, Texts texts) {
        Licence licence = view.licence();
        boolean expired = licence.expiredOn(view.today());
        String validity = licence.validUntil() == null
                ? texts.t("licence.valid-while-running")
                : texts.t("licence.valid-until", texts.date(licence.validUntil()));
        return new LicencePage.State(
                view.current().head().title(),
                texts.t(licence.state().messageKey()),
                licence.state().tone(),
                validity,
                expired,
                "/usaha/" + licence.enterprise(),
                licence.holdings().businessName());
    }

    private static LicencePage.Person person(
            LicenceViews.View view, LicenceViews.@Nullable Personal shown, Actor actor) {
        LicenceHolder holder = view.current().holder();
        boolean may = actor.may(Permission.UNMASK, view.licence().kecamatanCode());
        String ask = "/izin/" + view.licence().id() + "/buka";
        boolean nikShown = shown == LicenceViews.Personal.NIK;
        boolean phoneShown = shown == LicenceViews.Personal.PHONE;
        return new LicencePage.Person(
                holder.name(),
                nik(holder, nikShown),
                phone(holder, phoneShown),
                holder.address(),
                may && !nikShown && holder.nik() != null ? ask : null,
                may && !phoneShown && holder.phone() != null ? ask : null);
    }

    public static String nik(LicenceHolder holder, boolean shown) {
        String nik = holder.nik();
        if (nik == null) {
            return "–";
        }
        return shown ? nik : new Nik(nik).masked();
    }

    public static String phone(LicenceHolder holder, boolean shown) {
        String phone = holder.phone();
        if (phone == null) {
            return "–";
        }
        return shown ? Written.phone(phone) : Phone.parse(phone).masked();
    }

    private static List<LicencePage.Fact> facts(Snapshot snapshot, Texts texts) {
        LicensedBusiness business = snapshot.business();
        List<LicencePage.Fact> facts = new ArrayList<>();
        facts.add(new LicencePage.Fact(texts.t("licence.business"), business.name()));
        facts.add(new LicencePage.Fact(texts.t("licence.activity"), business.activityText()));
        facts.add(new LicencePage.Fact("KBLI", Written.orDash(String.join("; ", business.kbli()))));
        facts.add(new LicencePage.Fact(texts.t("licence.address"), place(business)));
        facts.add(new LicencePage.Fact(
                texts.t("licence.sectors"), Written.orDash(String.join(", ", business.sectors()))));
        facts.add(new LicencePage.Fact(texts.t("licence.premises"), business.premises()));
        Long capital = business.capital();
        facts.add(new LicencePage.Fact(texts.t("licence.capital"), capital == null ? "–" : texts.rupiah(capital)));
        facts.add(new LicencePage.Fact("NPWP", Written.orDash(business.npwp())));
        facts.add(new LicencePage.Fact(texts.t("licence.size-class"), business.sizeClass()));
        facts.add(new LicencePage.Fact(
                texts.t("licence.signatory"),
                snapshot.signatory().name() + ", " + snapshot.signatory().title()));
        return facts;
    }

    public static String place(LicensedBusiness business) {
        List<String> parts = new ArrayList<>();
        parts.add(business.address());
        if (business.village() != null) {
            parts.add(business.village());
        }
        parts.add("Kecamatan " + business.kecamatan());
        String postCode = business.postCode();
        return String.join(", ", parts) + (postCode == null ? "" : " " + postCode);
    }

    private static List<LicencePage.Sheet> sheets(LicenceViews.View view, Texts texts) {
        int current = view.licence().holdings().sheetNo();
        return view.sheets().reversed().stream()
                .map(sheet -> new LicencePage.Sheet(
                        "/izin/" + view.licence().id() + "/lembar.pdf?lembar=" + sheet.number(),
                        texts.t("licence.sheet.number", sheet.number()),
                        texts.dateTime(sheet.madeAt()),
                        sheet.number() == current))
                .toList();
    }

    private static LicencePage.Event event(Licence licence, LicenceEvent event, RegimeVersion regime, Texts texts) {
        String ground = event.ground();
        return new LicencePage.Event(
                event.at().toString(),
                texts.dateTime(event.at()),
                texts.t(event.kind().messageKey()),
                ground == null
                        ? null
                        : regime.grounds()
                                .findRevocation(ground)
                                .map(RevocationGround::name)
                                .map(name -> name.in(texts))
                                .orElse(ground),
                event.reason(),
                event.actor().name(),
                event.kind().tone(),
                event.letter() == null ? null : "/izin/" + licence.id() + "/surat/" + event.letter() + ".pdf");
    }

    private static List<LicencePage.Action> actions(Licence licence, Actor actor, Texts texts) {
        return Arrays.stream(LicenceAction.values())
                .filter(action -> LicenceLifeCycle.actionsIn(licence.state()).contains(action))
                .filter(action -> actor.may(action.permission(), licence.kecamatanCode()))
                .map(action -> new LicencePage.Action(
                        "/izin/" + licence.id() + "/" + action.path(),
                        texts.t(action.messageKey()),
                        action == LicenceAction.REVOKE))
                .toList();
    }
}
