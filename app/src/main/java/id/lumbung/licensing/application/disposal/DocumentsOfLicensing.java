package id.lumbung.licensing.application.disposal;

import id.lumbung.platform.document.DocumentUses;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Papers that are still there, sheets, letters and letterheads. */
@Component
class DocumentsOfLicensing implements DocumentUses {
    private static final String USED = """
            select exists (select 1 from licensing.attachment where document = :document and disposed_at is null)
                or exists (select 1 from licensing.licence_sheet where pdf_document = :document)
                or exists (select 1 from licensing.licence_letter where pdf_document = :document)
                or exists (select 1 from licensing.letterhead where document = :document)
            """;

    private final JdbcClient database;

    DocumentsOfLicensing(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean uses(String document) {
        return database.sql(USED)
                .param("document", document)
                .query(Boolean.class)
                .single();
    }
}
