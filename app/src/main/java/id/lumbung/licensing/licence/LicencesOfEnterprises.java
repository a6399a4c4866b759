package id.lumbung.licensing.licence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import id.lumbung.licensing.licence.life.Licence;
import id.lumbung.licensing.licence.life.LicenceEvent;
import id.lumbung.licensing.licence.life.LicenceState;
import id.lumbung.licensing.licence.life.LicenceStore;
import id.lumbung.licensing.regime.Regimes;
import id.lumbung.registry.EnterpriseFinder;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.EnterpriseLicences;
import id.lumbung.registry.LicenceLine;
import id.lumbung.registry.TimelineContributor;
import id.lumbung.registry.TimelineEntry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the registry which licences an enterprise has, what happened to them, and finds it by a licence number. */
@Component
class LicencesOfEnterprises implements EnterpriseLicences, TimelineContributor, EnterpriseFinder {
    private final LicenceStore store;
    private final Regimes regimes;
    private final Clock clock;

    LicencesOfEnterprises(LicenceStore store, Regimes regimes, Clock clock) {
        this.store = store;
        this.regimes = regimes;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<EnterpriseId, List<LicenceLine>> of(Collection<EnterpriseId> enterprises) {
        return store.ofEnterprises(enterprises).stream()
                .collect(groupingBy(Licence::enterprise, mapping(this::line, toList())));
    }

    private LicenceLine line(Licence licence) {
        Licence.Numbering numbering = licence.numbering();
        return new LicenceLine(
                licence.number(),
                regimes.get(numbering.regime(), numbering.regimeVersion())
                        .licence()
                        .title(),
                licence.issuedOn(),
                licence.state() != LicenceState.REVOKED && !licence.expiredOn(LocalDate.now(clock)),
                licence.state().messageKey(),
                "/izin/" + licence.id());
    }

    @Override
    @Transactional(readOnly = true)
    public List<TimelineEntry> entriesOf(EnterpriseId enterprise) {
        List<TimelineEntry> entries = new ArrayList<>();
        for (Licence licence : store.ofEnterprises(List.of(enterprise))) {
            for (LicenceEvent event : store.events(licence.id())) {
                entries.add(new TimelineEntry(
                        event.at(),
                        event.kind().sentenceKey(),
                        List.of(licence.number()),
                        event.actor().name(),
                        "/izin/" + licence.id()));
            }
        }
        return entries;
    }

    @Override
    @Transactional(readOnly = true)
    public List<EnterpriseId> find(String exactText) {
        return store.ofNumber(exactText.strip()).map(Licence::enterprise).stream()
                .toList();
    }
}
