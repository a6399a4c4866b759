package id.lumbung.privacy.consent;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.identity.ReadingLog;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Invalid;
import id.lumbung.reference.RegionLevel;
import id.lumbung.reference.Regions;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.sheet.EnterpriseQueries;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The list of contacts for one purpose in one territory. Only who has said yes, and has not taken it back, is on it; what
 * it is for stands in the audit for each person on it.
 */
@Component
@Transactional
public class InvitationDesk {
    static final int LONGEST = 2000;

    private final ConsentStore store;
    private final Purposes purposes;
    private final EnterpriseQueries enterprises;
    private final Regions regions;
    private final ReadingLog readings;
    private final CurrentActor currentActor;
    private final Clock clock;

    InvitationDesk(
            ConsentStore store,
            Purposes purposes,
            EnterpriseQueries enterprises,
            Regions regions,
            ReadingLog readings,
            CurrentActor currentActor,
            Clock clock) {
        this.store = store;
        this.purposes = purposes;
        this.enterprises = enterprises;
        this.regions = regions;
        this.readings = readings;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** What the contacts are wanted for, and where. */
    public record ContactsWanted(
            @Nullable String purpose, @Nullable String region) {}

    /** Somebody who may be written to about it. */
    public record Invitee(String name, String business, String number, String regionCode, List<String> contacts) {
        public Invitee {
            contacts = List.copyOf(contacts);
        }

        @Override
        public String toString() {
            return "Invitee[" + number + "]";
        }
    }

    /** Purposes that need consent today. */
    @Transactional(readOnly = true)
    public List<Purpose> choices() {
        return purposes.inForce(LocalDate.now(clock)).stream()
                .filter(Purpose::needsConsent)
                .toList();
    }

    /** How many there are, without a name. */
    @Transactional(readOnly = true)
    public int count(ContactsWanted wanted) {
        return consenting(wanted).size();
    }

    /** The list with contacts; each person on it is a reading for this purpose. */
    public List<Invitee> list(ContactsWanted wanted) {
        List<ConsentStore.Consenting> found = consenting(wanted);
        found.stream()
                .collect(Collectors.toMap(ConsentStore.Consenting::person, one -> one, (one, other) -> one))
                .forEach((person, one) -> read(person, one, wanted));
        return found.stream()
                .map(one -> new Invitee(
                        one.owner(),
                        one.name(),
                        one.number(),
                        one.regionCode(),
                        enterprises.contacts(new EnterpriseId(one.enterprise())).stream()
                                .map(EnterpriseQueries.Contact::text)
                                .toList()))
                .toList();
    }

    private void read(UUID person, ConsentStore.Consenting one, ContactsWanted wanted) {
        readings.record("person", person, "contact-list", "consented:" + wanted.purpose(), one.regionCode());
    }

    private List<ConsentStore.Consenting> consenting(ContactsWanted wanted) {
        Actor actor = currentActor.require();
        actor.requireAnywhere(Permission.LIST_CONSENTING);
        FieldProblems problems = new FieldProblems();
        String purpose = wanted.purpose() == null ? "" : wanted.purpose();
        if (purposes.needingConsent(purpose, LocalDate.now(clock)).isEmpty()) {
            problems.add("purpose", "privacy.consent.purpose.choose");
        }
        String region = wanted.region() == null ? "" : wanted.region();
        if (regions.find(region)
                .filter(found -> found.level() == RegionLevel.KECAMATAN || found.level() == RegionLevel.REGENCY)
                .isEmpty()) {
            problems.add("region", "privacy.consent.region.choose");
        }
        Invalid.unlessEmpty(problems);
        actor.require(Permission.LIST_CONSENTING, region);
        List<ConsentStore.Consenting> found = store.consenting(purpose, region, LONGEST + 1);
        if (found.size() > LONGEST) {
            throw new Invalid(new FieldProblems().add("region", "privacy.consent.region.too-many", LONGEST));
        }
        return found;
    }
}
