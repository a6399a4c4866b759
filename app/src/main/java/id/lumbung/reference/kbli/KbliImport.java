package id.lumbung.reference.kbli;

import id.lumbung.reference.Changes;
import id.lumbung.reference.RegionNames;
import id.lumbung.reference.RowProblem;
import id.lumbung.reference.upload.ImportPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports a complete official list into one version. Adds codes, and descriptions to codes that have none; never changes
 * what a code of a version means and never takes one away, because enterprises carry it.
 */
@Component
public class KbliImport {

    public static final String PART = "kbli-";

    private record Present(String title, boolean described) {}

    private final JdbcClient jdbc;
    private final Changes changes;

    public KbliImport(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    public ImportPlan<KbliListFile.Row> plan(String version, byte[] content) {
        KbliListFile file = KbliListFile.read(content);
        Map<String, Present> present = present(version);
        List<KbliListFile.Row> additions = new ArrayList<>();
        List<RowProblem> problems = new ArrayList<>(file.problems());
        int known = 0;
        for (KbliListFile.Row row : file.rows()) {
            Present before = present.get(row.code());
            if (before == null) {
                additions.add(row);
            } else if (!sameTitle(before.title(), row.title())) {
                problems.add(new RowProblem(
                        row.line(),
                        "reference.kbli.file.other-meaning",
                        List.of(row.code(), before.title(), row.title())));
            } else if (!before.described() && !row.description().isEmpty()) {
                additions.add(row);
            } else {
                known++;
            }
        }
        return new ImportPlan<>(additions, known, file.higherLevels(), problems);
    }

    /** Sources differ in capitals, spaces and commas before "dan"; that is no other meaning. */
    public static boolean sameTitle(String one, String other) {
        return RegionNames.squeezed(one).equals(RegionNames.squeezed(other));
    }

    @Transactional
    public void apply(String version, String fileName, List<KbliListFile.Row> additions) {
        for (KbliListFile.Row row : additions) {
            jdbc.sql("""
                            insert into reference.kbli_code (version, code, title, description, origin)
                            values (:version, :code, :title, :description, :origin)
                            on conflict (version, code) do update
                               set description = excluded.description
                             where reference.kbli_code.description = ''
                            """)
                    .param("version", version)
                    .param("code", row.code())
                    .param("title", row.title())
                    .param("description", row.description())
                    .param("origin", fileName)
                    .update();
        }
        jdbc.sql("update reference.kbli_revision set revision = revision + 1").update();
        changes.record("kbli", "reference.change.kbli", version, additions.size(), fileName);
    }

    private Map<String, Present> present(String version) {
        Map<String, Present> codes = new HashMap<>();
        jdbc.sql("select code, title, description <> '' as described from reference.kbli_code where version = :version")
                .param("version", version)
                .query((row, n) -> codes.put(
                        row.getString("code"), new Present(row.getString("title"), row.getBoolean("described"))))
                .list();
        return codes;
    }
}
