package id.lumbung.licensing.regime;

import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.identity.Role;
import id.lumbung.licensing.regime.page.RegimeFormPage;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Choice;
import id.lumbung.platform.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Licence regimes: everybody in the office reads them, an administrator writes the next version. */
@Controller
@RequestMapping("/rezim")
class RegimeController {
    private final Regimes regimes;
    private final RegimeView view;
    private final CurrentActor currentActor;
    private final Pages pages;

    RegimeController(Regimes regimes, RegimeView view, CurrentActor currentActor, Pages pages) {
        this.regimes = regimes;
        this.view = view;
        this.currentActor = currentActor;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView all(HttpServletRequest request) {
        return pages.show("licensing/regimes", view.all(pages.texts(request)));
    }

    /** A code may contain a slash, as NIB-RBA/2025 does. */
    @GetMapping("/{*code}")
    ModelAndView one(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Integer versi,
            HttpServletRequest request) {
        List<RegimeVersion> versions = versions(code);
        RegimeVersion shown = versions.stream()
                .filter(version -> versi != null && version.number() == versi)
                .findFirst()
                .orElse(versions.getFirst());
        return pages.show("licensing/regime", view.one(shown, versions, pages.texts(request)));
    }

    private List<RegimeVersion> versions(String path) {
        List<RegimeVersion> versions = regimes.versionsOf(path.replaceFirst("^/", ""));
        if (versions.isEmpty()) {
            throw new ResponseStatusException(org.springframework.http.HttpStatus.NOT_FOUND);
        }
        return versions;
    }

    @GetMapping("/ubah/{*code}")
    ModelAndView edit(@PathVariable String code, HttpServletRequest request) {
        currentActor.require().requireAnywhere(Permission.EDIT_REGIME);
        RegimeVersion newest = versions(code).getFirst();
        return pages.show(
                "licensing/regime-form",
                form(newest, RegimeForm.write(newest), new FieldProblems(), List.of(), pages.texts(request)));
    }

    @PostMapping("/ubah/{*code}")
    ModelAndView write(@PathVariable String code, HttpServletRequest request, RedirectAttributes attributes) {
        currentActor.require().requireAnywhere(Permission.EDIT_REGIME);
        Texts texts = pages.texts(request);
        RegimeVersion newest = versions(code).getFirst();
        Map<String, List<String>> values = RegimeForm.fieldsOf(request.getParameterMap());
        RegimeForm form = new RegimeForm(values);
        RegimeVersion draft = form.read(newest.code(), newest.kind());
        List<String> findings = regimes.findings(draft).stream()
                .map(finding ->
                        texts.t(finding.messageKey(), finding.arguments().toArray()))
                .toList();
        if (!form.problems().isEmpty() || !findings.isEmpty()) {
            return pages.invalid("licensing/regime-form", form(newest, values, form.problems(), findings, texts));
        }
        RegimeVersion written = regimes.write(draft, currentActor.require().account());
        return new ModelAndView(Pages.redirect("/rezim/" + written.code(), attributes, "regime.form.written"));
    }

    private static RegimeFormPage form(
            RegimeVersion of,
            Map<String, List<String>> values,
            FieldProblems problems,
            List<String> findings,
            Texts texts) {
        return new RegimeFormPage(
                of.code(),
                of.kind().name(),
                values,
                problems,
                findings,
                new RegimeFormPage.Choices(
                        named(Role.values(), "regime.role.", texts),
                        named(ClockEffect.values(), "regime.clock.", texts),
                        named(Asked.values(), "regime.asked.", texts),
                        named(CaseEffect.values(), "regime.effect.", texts),
                        named(DeadlineEffect.values(), "regime.deadline.", texts)));
    }

    private static List<Choice> named(Enum<?>[] constants, String beginning, Texts texts) {
        return Arrays.stream(constants)
                .map(constant -> new Choice(constant.name(), texts.t(beginning + constant.name())))
                .toList();
    }
}
