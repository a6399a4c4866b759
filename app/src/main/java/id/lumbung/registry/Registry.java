package id.lumbung.registry;

import id.lumbung.platform.Refused;
import id.lumbung.platform.Sql;
import id.lumbung.reference.Settings;
import id.lumbung.reference.SizeCriteria;
import id.lumbung.registry.admission.Admission;
import id.lumbung.registry.admission.EnterpriseParts;
import id.lumbung.registry.nib.NibRecords;
import id.lumbung.registry.search.KnownQueries;
import id.lumbung.registry.size.Purpose;
import id.lumbung.registry.size.SizeAssessment;
import id.lumbung.registry.text.SealedTexts;
import java.time.LocalDate;
import java.util.List;
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
             where id = :id
            """;
    private static final String FOUNDED_ON = "select founded_on from registry.enterprise where id = :id";
    private static final String OBSERVATIONS = """
            select kind, value, valid_on, year, source, evidence
              from registry.observation
             where enterprise = :id
             order by known_at, id
             limit 10000
            """;

    private static final String WITH_NIK = "select registry.person_with_nik(:fingerprint)";
    private static final String ENTERPRISES_OF = """
            select distinct enterprise
              from registry.ownership
             where person = :person
             order by enterprise
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

    Registry(
            JdbcClient database,
            SealedTexts sealed,
            Admission admission,
            KnownQueries known,
            EnterpriseParts parts,
            NibRecords nibs,
            SizeCriteria criteria,
            Settings settings) {
        this.database = database;
        this.sealed = sealed;
        this.admission = admission;
        this.known = known;
        this.parts = parts;
        this.nibs = nibs;
        this.criteria = criteria;
        this.settings = settings;
    }

    /**
     * Keeps what came in and makes or extends the enterprise it is about. The same origin admitted again changes nothing
     * and answers with the same enterprise.
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

    /** An enterprise inside the sight. */
    @Transactional(readOnly = true)
    public Optional<EnterpriseLine> find(EnterpriseId enterprise) {
        return database.sql(FIND)
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

    /** What a person owns or owned, within sight. */
    @Transactional(readOnly = true)
    public List<EnterpriseId> enterprisesOf(UUID person) {
        return database.sql(ENTERPRISES_OF).param("person", person).query(UUID.class).list().stream()
                .map(EnterpriseId::new)
                .toList();
    }

    private EnterpriseLine get(EnterpriseId enterprise) {
        return find(enterprise)
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
