package id.lumbung.registry.sheet;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.identity.ReadingLog;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Choice;
import id.lumbung.platform.page.Pages;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.FamilyCardNumber;
import id.lumbung.registry.Nik;
import id.lumbung.registry.page.EnterprisePage;
import id.lumbung.registry.page.PurposePage;
import id.lumbung.registry.text.EnterpriseNumber;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/** The page of an enterprise, and personal data on it when somebody says what for. */
@Controller
public class EnterpriseController {
    private static final String IDENTITY = "identity:";
    private static final String CONTACT = "contact:";
    private static final String NPWP = "npwp";
    private static final String CAME_BY = "cameBy";

    private final EnterpriseQueries queries;
    private final EnterpriseView view;
    private final CurrentActor currentActor;
    private final ReadingLog readingLog;
    private final TransactionTemplate transaction;
    private final Pages pages;

    public EnterpriseController(
            EnterpriseQueries queries,
            EnterpriseView view,
            CurrentActor currentActor,
            ReadingLog readingLog,
            TransactionTemplate transaction,
            Pages pages) {
        this.queries = queries;
        this.view = view;
        this.currentActor = currentActor;
        this.readingLog = readingLog;
        this.transaction = transaction;
        this.pages = pages;
    }

    /** By identifier; an enterprise number leads there as well, and one that became part of another to that other one. */
    @GetMapping("/usaha/{id}")
    public ModelAndView show(@PathVariable String id, HttpServletRequest request, RedirectAttributes redirect) {
        currentActor.require().requireAnywhere(Permission.SEE_REGISTER);
        Optional<EnterpriseId> byNumber = EnterpriseNumber.find(id).flatMap(queries::withNumber);
        EnterpriseId asked = byNumber.orElseGet(() -> new EnterpriseId(uuid(id)));
        EnterpriseQueries.Head head = queries.head(asked).orElseThrow(EnterpriseController::notThere);
        if (!head.id().equals(asked)) {
            queries.numberOf(asked).ifPresent(number -> redirect.addFlashAttribute(CAME_BY, number));
        }
        if (byNumber.isPresent() || !head.id().equals(asked)) {
            return new ModelAndView(new RedirectView("/usaha/" + head.id()));
        }
        readingLog.record("enterprise", head.id().value(), "page", "opened", head.regionCode());
        Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
        String cameBy = flash == null ? null : (String) flash.get(CAME_BY);
        return pages.show("registry/enterprise", view.page(head, pages.texts(request), null, cameBy));
    }

    /** Personal data: first asks what for, then shows and records it. The answer is shown once and kept nowhere. */
    @PostMapping("/usaha/{id}/tampilkan")
    public ModelAndView unmask(
            @PathVariable String id,
            @RequestParam String field,
            @RequestParam(required = false) @Nullable String purpose,
            @RequestParam(name = "asked", defaultValue = "false") boolean wasAsked,
            HttpServletRequest request,
            HttpServletResponse response) {
        EnterpriseQueries.Head head = head(queries, id);
        Actor actor = currentActor.require();
        actor.require(Permission.UNMASK, head.regionCode());
        Texts texts = pages.texts(request);
        EnterprisePage.Asked asked = asked(head, field, texts);
        Optional<ReadingPurpose> why = Arrays.stream(ReadingPurpose.values())
                .filter(one -> one.name().equals(purpose))
                .findFirst();
        if (why.isEmpty()) {
            FieldProblems problems = new FieldProblems();
            if (wasAsked) {
                problems.add("purpose", "registry.purpose.choose");
            }
            PurposePage page = purposePage(head, field, asked.of(), texts, problems);
            return wasAsked ? pages.invalid("registry/purpose", page) : pages.show("registry/purpose", page);
        }
        String what = field.startsWith(IDENTITY) ? "identity" : field.startsWith(CONTACT) ? "contact" : NPWP;
        UUID subject = field.startsWith(IDENTITY)
                ? uuid(field.substring(IDENTITY.length()))
                : head.id().value();
        EnterprisePage page = transaction.execute(status -> {
            readingLog.record(
                    field.startsWith(IDENTITY) ? "person" : "enterprise",
                    subject,
                    what,
                    why.get().name(),
                    head.regionCode());
            return view.page(head, texts, asked);
        });
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return pages.show("registry/enterprise", Objects.requireNonNull(page));
    }

    private EnterprisePage.Asked asked(EnterpriseQueries.Head head, String field, Texts texts) {
        if (field.startsWith(IDENTITY)) {
            UUID person = uuid(field.substring(IDENTITY.length()));
            return queries.owners(head.id()).stream()
                    .filter(owner -> owner.id().equals(person))
                    .findFirst()
                    .map(owner -> new EnterprisePage.Asked(owner.name(), facts(owner, texts)))
                    .orElseThrow(EnterpriseController::notThere);
        }
        if (field.startsWith(CONTACT)) {
            UUID contact = uuid(field.substring(CONTACT.length()));
            return queries.contacts(head.id()).stream()
                    .filter(one -> one.id().equals(contact))
                    .findFirst()
                    .map(one -> new EnterprisePage.Asked(
                            head.name(),
                            List.of(new EnterprisePage.Fact("registry.contact." + one.kind(), one.plain()))))
                    .orElseThrow(EnterpriseController::notThere);
        }
        String npwp = head.npwp();
        if (field.equals(NPWP) && npwp != null) {
            return new EnterprisePage.Asked(
                    head.name(), List.of(new EnterprisePage.Fact("registry.enterprise.npwp", npwp)));
        }
        throw notThere();
    }

    private static List<EnterprisePage.Fact> facts(EnterpriseQueries.Owner owner, Texts texts) {
        List<EnterprisePage.Fact> facts = new ArrayList<>();
        Nik nik = owner.nik();
        if (nik != null) {
            facts.add(new EnterprisePage.Fact("registry.owner.nik", nik.value()));
        }
        FamilyCardNumber kk = owner.kk();
        if (kk != null) {
            facts.add(new EnterprisePage.Fact("registry.owner.kk", kk.value()));
        }
        if (owner.birthPlace() != null) {
            facts.add(new EnterprisePage.Fact("registry.owner.birth-place", owner.birthPlace()));
        }
        if (owner.birthDate() != null) {
            facts.add(new EnterprisePage.Fact("registry.owner.birth-date", texts.date(owner.birthDate())));
        }
        if (owner.homeAddress() != null) {
            facts.add(new EnterprisePage.Fact("registry.owner.home-address", owner.homeAddress()));
        }
        return facts;
    }

    private static PurposePage purposePage(
            EnterpriseQueries.Head head, String field, String of, Texts texts, FieldProblems problems) {
        String whatKey = field.startsWith(IDENTITY)
                ? "registry.purpose.what.identity"
                : field.startsWith(CONTACT) ? "registry.purpose.what.contact" : "registry.purpose.what.npwp";
        List<Choice> purposes = Arrays.stream(ReadingPurpose.values())
                .map(purpose -> new Choice(purpose.name(), texts.t(purpose.messageKey())))
                .toList();
        return new PurposePage(head.id().toString(), head.name(), field, of, whatKey, purposes, problems);
    }

    /** The enterprise, or 404: one outside sight is no different from none. */
    public static EnterpriseQueries.Head head(EnterpriseQueries queries, String id) {
        return queries.head(new EnterpriseId(uuid(id))).orElseThrow(EnterpriseController::notThere);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw notThere();
        }
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
