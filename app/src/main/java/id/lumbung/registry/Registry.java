package id.lumbung.registry;

import id.lumbung.platform.Refused;
import id.lumbung.platform.Sql;
import id.lumbung.reference.Settings;
import id.lumbung.reference.SizeCriteria;
import id.lumbung.registry.admission.Admission;
import id.lumbung.registry.admission.EnterpriseParts;
import id.lumbung.registry.merge.Merging;
import id.lumbung.registry.merge.SeenEnterprise;
import id.lumbung.registry.merge.Wholes;
import id.lumbung.registry.nib.NibRecords;
import id.lumbung.registry.search.KnownQueries;
import id.lumbung.registry.size.Purpose;
import id.lumbung.registry.size.SizeAssessment;
import id.lumbung.registry.text.SealedTexts;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may ask of the registry and tell it. What is asked and told lies within the sight of the caller. */
@Component
public class Registry {
    private static final String FIND = """
            select id, number, name, region_code
              from registry.enterprise
             where id = registry.survivor_of(:id)
            """;
    private static final String AS_IT_IS =
            "select id, number, name, region_code from registry.enterprise where id = :id";
    private static final String FOUNDED_ON =
            "select founded_on from registry.enterprise where id = registry.survivor_of(:id)";
    private static final String OBSERVATIONS = """
            select kind, value, valid_on, year, source, evidence
              from registry.observation
             where enterprise = any (registry.pub_parts_of(:id))
             order by known_at, id
             limit 10000
            """;

    private static final String WITH_NIK = "select registry.person_with_nik(:fingerprint)";
    private static final String ENTERPRISES_OF = """
            select distinct coalesce(s.id, e.id) as enterprise
              from registry.ownership o
              join registry.enterprise e on e.id = o.enterprise
              left join registry.enterprise s on s.id = e.merged_into
             where o.person = :person
             order by 1
             limit 1000
            """;

    private final JdbcClient database;
    private final SealedTexts sealed;
    private final Admission admission;
    private final KnownQueries known;
    private final EnterpriseParts parts;
    private final NibRecords nibs;
    private final SizeCriteria criteria;
    private final Settings settings;
    private final Wholes wholes;
    private final Merging merging;

    Registry(
            JdbcClient database,
            SealedTexts sealed,
            Admission admission,
            KnownQueries known,
            EnterpriseParts parts,
            NibRecords nibs,
            SizeCriteria criteria,
            Settings settings,
            Wholes wholes,
            Merging merging) {
        this.database = database;
        this.sealed = sealed;
        this.admission = admission;
        this.known = known;
        this.parts = parts;
        this.nibs = nibs;
        this.criteria = criteria;
        this.settings = settings;
        this.wholes = wholes;
        this.merging = merging;
    }

    /**
     * Keeps what came in and makes or extends the enterprise it is about. The same origin admitted again changes nothing
     * and answers with the same enterprise. What is known to be of an enterprise that became part of another goes to that
     * other one.
     *
     * @param knownAs the enterprise that a person judged it to be; null for one not known so far
     */
    @Transactional
    public EnterpriseId admit(IncomingRecord record, @Nullable EnterpriseId knownAs) {
        return admission.admit(record, knownAs);
    }

    /**
     * Enterprises that may be the one being entered, with the reasons, best first. Of a NIK whose businesses lie outside
     * the territory only kecamatan and number are told, and the reading log says so.
     */
    @Transactional
    public List<KnownMatch> findKnown(KnownQuery query) {
        return known.find(query);
    }

    /** An enterprise inside the sight; of one that became part of another, that other one. */
    @Transactional(readOnly = true)
    public Optional<EnterpriseLine> find(EnterpriseId enterprise) {
        return line(FIND, enterprise);
    }

    private Optional<EnterpriseLine> line(String sql, EnterpriseId enterprise) {
        return database.sql(sql)
                .param("id", enterprise.value())
                .query((row, number) -> new EnterpriseLine(
                        new EnterpriseId(Sql.uuid(row, "id")),
                        row.getString("number"),
                        row.getString("name"),
                        row.getString("region_code")))
                .optional();
    }

    /** The size class on a day for a purpose, and why. */
    @Transactional(readOnly = true)
    public SizeAssessment sizeAt(EnterpriseId enterprise, LocalDate on, Purpose purpose) {
        get(enterprise);
        LocalDate foundedOn = database.sql(FOUNDED_ON)
                .param("id", enterprise.value())
                .query((row, number) -> Optional.ofNullable(Sql.dateOrNull(row, "founded_on")))
                .single()
                .orElse(null);
        return SizeAssessment.assess(
                observationsOf(enterprise), criteria.inForce(on), settings.combinationRule(on), foundedOn, purpose, on);
    }

    /** Records a NIB that OSS gave. Another enterprise may stand under the same one; the same twice changes nothing. */
    @Transactional
    public void recordNib(EnterpriseId enterprise, NibRecord record) {
        nibs.record(get(enterprise), record);
    }

    /** Adds an observation; earlier ones stay. */
    @Transactional
    public void observe(EnterpriseId enterprise, ObservedFact fact) {
        parts.observe(enterprise, get(enterprise).regionCode(), fact, null);
    }

    /** The person with this NIK, wherever the businesses are: an identifier and nothing else. */
    @Transactional(readOnly = true)
    public Optional<UUID> personWith(Nik nik) {
        return sealed.fingerprints(nik).stream()
                .flatMap(fingerprint ->
                        database.sql(WITH_NIK).param("fingerprint", fingerprint).query(UUID.class).optional().stream())
                .findFirst();
    }

    /** What a person owns or owned, within sight; enterprises that became one are told once. */
    @Transactional(readOnly = true)
    public List<EnterpriseId> enterprisesOf(UUID person) {
        return database.sql(ENTERPRISES_OF).param("person", person).query(UUID.class).list().stream()
                .map(EnterpriseId::new)
                .toList();
    }

    /**
     * Makes one enterprise part of another, for which both regions are needed. Everything of both is shown with the survivor;
     * nothing is moved. Two that are one already stay so. Refused when one of them is part of a third: the whole is merged.
     */
    @Transactional
    public EnterpriseId merge(EnterpriseId survivor, EnterpriseId merged, String why) {
        return merging.merge(new SeenEnterprise(survivor, null), new SeenEnterprise(merged, null), why);
    }

    /** The same, unless one of them has changed since it was judged. */
    @Transactional
    public EnterpriseId merge(SeenEnterprise survivor, SeenEnterprise merged, String why) {
        return merging.merge(survivor, merged, why);
    }

    /** Lets an enterprise that became part of another stand by itself again, with all that was part of it before. */
    @Transactional
    public void unmerge(EnterpriseId merged, String why) {
        merging.unmerge(merged, null, why);
    }

    /** What it is part of; itself when it stands alone. */
    public EnterpriseId survivorOf(EnterpriseId enterprise) {
        return wholes.survivorOf(enterprise);
    }

    /** The enterprise in the version of now; what is merged as it was seen then has not changed meanwhile. */
    public SeenEnterprise seen(EnterpriseId enterprise) {
        return wholes.seen(enterprise);
    }

    /** All that are one with it, itself among them, in no order that means anything. */
    public List<EnterpriseId> partsOf(EnterpriseId enterprise) {
        return wholes.partsOf(enterprise);
    }

    /** Which of two should remain: one with a licence in force, else the one known longer, else the smaller number. */
    public EnterpriseId shouldSurvive(EnterpriseId one, EnterpriseId other) {
        return wholes.shouldSurvive(one, other);
    }

    /** Licences of these and of all that became part of them, by the one they are part of now. */
    public Map<EnterpriseId, List<LicenceLine>> licencesOf(Collection<EnterpriseId> enterprises) {
        return wholes.licencesOf(enterprises);
    }

    /** For what is added: it stays with the enterprise that is named, and is read with the one that this is part of. */
    private EnterpriseLine get(EnterpriseId enterprise) {
        return line(AS_IT_IS, enterprise)
                .orElseThrow(() -> new Refused(RegistryProblem.ENTERPRISE_UNKNOWN, "registry.enterprise.unknown"));
    }

    private List<ObservedFact> observationsOf(EnterpriseId enterprise) {
        return database.sql(OBSERVATIONS)
                .param("id", enterprise.value())
                .query((row, number) -> new ObservedFact(
                        ObservationKind.valueOf(row.getString("kind")),
                        row.getLong("value"),
                        Sql.date(row, "valid_on"),
                        row.getInt("year"),
                        row.getString("source"),
                        row.getString("evidence")))
                .list();
    }
}
