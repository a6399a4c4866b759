package id.lumbung.intake.desk;

import id.lumbung.platform.document.DocumentUses;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The pieces of files. */
@Component
class DocumentsOfIntake implements DocumentUses {
    private final JdbcClient database;

    DocumentsOfIntake(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean uses(String document) {
        return database.sql("select exists (select 1 from intake.file_piece where document = :document)")
                .param("document", document)
                .query(Boolean.class)
                .single();
    }
}
