package id.lumbung.licensing.application.disposal;

import id.lumbung.licensing.CaseDisposal;
import id.lumbung.licensing.application.Answers;
import id.lumbung.platform.Sql;
import id.lumbung.platform.key.Vault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Papers and drafts go; rows, numbers and dates stay. */
@Component
class DisposalOfCases implements CaseDisposal {
    private static final String PAPERS = """
            update licensing.attachment
               set disposed_at = :at
             where application = :application and disposed_at is null
            returning document
            """;
    private static final String DRAFT = """
            update licensing.application
               set answers = :answers, owner_name = '', business_name = '', village_code = null, known_as = null,
                   case_code = null, ended_at = :at, erased_at = :at, version = version + 1
             where id = :application and submissions = 0 and erased_at is null
            """;

    private final JdbcClient database;
    private final Vault vault;

    DisposalOfCases(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Gone papers(UUID application, Instant at) {
        List<String> documents = database.sql(PAPERS)
                .param("application", application)
                .param("at", Sql.at(at))
                .query(String.class)
                .list();
        return new Gone(documents.size(), documents.stream().distinct().toList());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Gone draft(UUID application, Instant at) {
        int erased = database.sql(DRAFT)
                .param("application", application)
                .param("answers", vault.sealText(Answers.NONE.json(), "licensing.application.answers:" + application))
                .param("at", Sql.at(at))
                .update();
        if (erased == 0) {
            return new Gone(0, List.of());
        }
        database.sql("delete from licensing.application_unmerged where application = :application")
                .param("application", application)
                .update();
        Gone papers = papers(application, at);
        return new Gone(papers.items() + 1, new ArrayList<>(papers.documents()));
    }
}
