package id.lumbung.reference.region;

import id.lumbung.reference.Changes;
import id.lumbung.reference.RegionNames;
import id.lumbung.reference.RowProblem;
import id.lumbung.reference.upload.ImportPlan;
import id.lumbung.reference.upload.UploadedTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Imports of other spellings and of BPS codes for regions. */
@Component
public class RegionImports {

    public record Alias(String code, String alias, String source) {}

    public record BpsCode(String code, String bpsCode, String bpsName) {}

    public static final String ALIASES = "region-alias";
    public static final String BPS = "region-bps";

    private static final Set<String> CODE = Set.of("code", "kode", "kemendagri_code", "kode_kemendagri");
    private static final Set<String> BPS_CODE = Set.of("bps_code", "kode_bps", "bps");
    private static final Set<String> BPS_NAME = Set.of("bps_name", "nama_bps");
    private static final Set<String> ALIAS = Set.of("alias", "nama_lain", "ejaan");
    private static final Set<String> SOURCE = Set.of("source", "sumber");
    private static final String BPS_FORM = "\\d{2}(\\d{2}(\\d{3}(\\d{3})?)?)?";

    private final JdbcClient jdbc;
    private final Changes changes;

    public RegionImports(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /**
     * Two shapes: a column "alias" (and perhaps "sumber") beside the code, or a code and then one column per source, the
     * heading naming the source, as in a comparison of official lists.
     */
    public ImportPlan<Alias> planAliases(byte[] content) {
        UploadedTable table = UploadedTable.read(content);
        List<RowProblem> problems = new ArrayList<>();
        OptionalInt code = table.column(CODE);
        if (table.broken()) {
            return broken("reference.file.broken");
        }
        if (code.isEmpty() || table.header().size() < 2) {
            return broken("reference.alias.file.no-columns");
        }
        Map<String, String> names = regionNames();
        Set<Alias> present = new HashSet<>(presentAliases());
        Map<String, Alias> additions = new LinkedHashMap<>();
        int known = 0;
        int same = 0;
        for (UploadedTable.Line line : table.lines()) {
            String region = line.field(code);
            String official = names.get(region);
            if (official == null) {
                problems.add(new RowProblem(line.number(), "reference.region.unknown", List.of(region)));
                continue;
            }
            for (Alias alias : aliases(table, line, region)) {
                if (RegionNames.squeezed(alias.alias()).equals(RegionNames.squeezed(official))) {
                    same++;
                } else if (present.contains(alias)) {
                    known++;
                } else {
                    additions.putIfAbsent(
                            region + "/" + RegionNames.squeezed(alias.alias()) + "/" + alias.source(), alias);
                }
            }
        }
        return new ImportPlan<>(List.copyOf(additions.values()), known, same, problems);
    }

    private static List<Alias> aliases(UploadedTable table, UploadedTable.Line line, String region) {
        OptionalInt alias = table.column(ALIAS);
        if (alias.isPresent()) {
            String source = line.field(table.column(SOURCE));
            String text = line.field(alias);
            return text.isEmpty() ? List.of() : List.of(new Alias(region, text, source.isEmpty() ? "-" : source));
        }
        List<Alias> found = new ArrayList<>();
        for (int column = 0; column < table.header().size(); column++) {
            String source = table.header().get(column);
            String text = line.field(column);
            if (!CODE.contains(source) && !text.isEmpty()) {
                found.add(new Alias(region, text, source));
            }
        }
        return found;
    }

    @Transactional
    public void applyAliases(List<Alias> additions) {
        for (Alias alias : additions) {
            jdbc.sql("""
                            insert into reference.region_alias (code, alias, source)
                            values (:code, :alias, :source)
                            on conflict do nothing
                            """)
                    .param("code", alias.code())
                    .param("alias", alias.alias())
                    .param("source", alias.source())
                    .update();
        }
        changes.record("wilayah", "reference.change.aliases", additions.size());
    }

    public ImportPlan<BpsCode> planBpsCodes(byte[] content) {
        UploadedTable table = UploadedTable.read(content);
        OptionalInt code = table.column(CODE);
        OptionalInt bps = table.column(BPS_CODE);
        if (table.broken()) {
            return broken("reference.file.broken");
        }
        if (code.isEmpty() || bps.isEmpty()) {
            return broken("reference.bps.file.no-columns");
        }
        Map<String, String> names = regionNames();
        Map<String, String> present = presentBpsCodes();
        Map<String, String> takenBy = new HashMap<>();
        present.forEach((region, bpsCode) -> takenBy.put(bpsCode, region));
        List<BpsCode> additions = new ArrayList<>();
        List<RowProblem> problems = new ArrayList<>();
        int known = 0;
        for (UploadedTable.Line line : table.lines()) {
            BpsCode read = new BpsCode(line.field(code), line.field(bps), line.field(table.column(BPS_NAME)));
            if (!names.containsKey(read.code())) {
                problems.add(new RowProblem(line.number(), "reference.region.unknown", List.of(read.code())));
            } else if (!read.bpsCode().matches(BPS_FORM)) {
                problems.add(new RowProblem(line.number(), "reference.bps.form", List.of(read.bpsCode())));
            } else if (read.bpsCode().equals(present.get(read.code()))) {
                known++;
            } else if (takenBy.containsKey(read.bpsCode())) {
                problems.add(new RowProblem(
                        line.number(), "reference.bps.taken", List.of(read.bpsCode(), takenBy.get(read.bpsCode()))));
            } else {
                takenBy.put(read.bpsCode(), read.code());
                additions.add(read);
            }
        }
        return new ImportPlan<>(additions, known, 0, problems);
    }

    @Transactional
    public void applyBpsCodes(List<BpsCode> additions) {
        for (BpsCode code : additions) {
            jdbc.sql("""
                            insert into reference.region_bps (code, bps_code, bps_name)
                            values (:code, :bps, nullif(:name, ''))
                            on conflict (code) do update
                               set bps_code = excluded.bps_code, bps_name = excluded.bps_name, entered_at = now()
                            """)
                    .param("code", code.code())
                    .param("bps", code.bpsCode())
                    .param("name", code.bpsName())
                    .update();
        }
        changes.record("wilayah", "reference.change.bps", additions.size());
    }

    private static <T> ImportPlan<T> broken(String key) {
        return new ImportPlan<>(List.of(), 0, 0, List.of(new RowProblem(0, key, List.of())));
    }

    private Map<String, String> regionNames() {
        Map<String, String> names = new HashMap<>(140_000);
        jdbc.sql("select code, name from reference.region")
                .query((row, n) -> names.put(row.getString("code"), row.getString("name")))
                .list();
        return names;
    }

    private List<Alias> presentAliases() {
        return jdbc.sql("select code, alias, source from reference.region_alias")
                .query((row, n) -> new Alias(
                        row.getString("code"),
                        row.getString("alias"),
                        row.getString("source").toLowerCase(Locale.ROOT)))
                .list();
    }

    private Map<String, String> presentBpsCodes() {
        Map<String, String> codes = new HashMap<>();
        jdbc.sql("select code, bps_code from reference.region_bps")
                .query((row, n) -> codes.put(row.getString("code"), row.getString("bps_code")))
                .list();
        return codes;
    }
}
