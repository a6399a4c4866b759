package id.lumbung.api.resource;

import id.lumbung.api.document.Endpoint;
import id.lumbung.api.problem.ApiPaths;
import id.lumbung.identity.Permission;
import id.lumbung.privacy.consent.ConsentDesk;
import id.lumbung.privacy.consent.InvitationDesk;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people have consented to, and who may be written to. */
@RestController
@RequestMapping(path = ApiPaths.ROOT + "/consents", produces = MediaType.APPLICATION_JSON_VALUE)
class ConsentEndpoints {
    private final ConsentDesk desk;
    private final InvitationDesk invitations;

    ConsentEndpoints(ConsentDesk desk, InvitationDesk invitations) {
        this.desk = desk;
        this.invitations = invitations;
    }

    /** In the body and not in the address. */
    record PersonSought(String nik) {
        @Override
        public String toString() {
            return "PersonSought[…]";
        }
    }

    record PersonFound(UUID person) {}

    record Contacts(List<InvitationDesk.Invitee> contacts) {}

    /** The person with this NIK who has a business here. */
    @PostMapping("/find")
    @Endpoint(needs = Permission.RECORD_CONSENT, pages = "POST /data-pribadi/persetujuan")
    PersonFound findPersonForConsent(@RequestBody PersonSought sought) {
        return new PersonFound(desk.personWith(sought.nik()));
    }

    /** Who has consented to a purpose in a territory, with contacts; each person listed is a recorded look. */
    @PostMapping("/contacts")
    @Endpoint(needs = Permission.LIST_CONSENTING, pages = "POST /data-pribadi/undangan/unduh")
    Contacts listConsenting(@RequestBody InvitationDesk.ContactsWanted wanted) {
        return new Contacts(invitations.list(wanted));
    }

    @GetMapping("/{id}")
    @Endpoint(needs = Permission.RECORD_CONSENT)
    ConsentDesk.Consents getConsents(@PathVariable UUID id) {
        return desk.get(id);
    }

    /** A statement is never changed; what the person said last counts, and at once. */
    @PostMapping("/{id}/statements")
    @Endpoint(needs = Permission.RECORD_CONSENT, status = 201, pages = "POST /data-pribadi/persetujuan/{person}")
    ResponseEntity<ConsentDesk.Consents> recordConsent(
            @PathVariable UUID id, @RequestBody ConsentDesk.NewStatement said) {
        desk.record(id, said);
        return ResponseEntity.status(201).body(desk.get(id));
    }
}
