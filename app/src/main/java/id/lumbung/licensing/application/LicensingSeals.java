package id.lumbung.licensing.application;

import static id.lumbung.platform.key.SealedTable.byId;

import id.lumbung.platform.key.SealedTable;
import id.lumbung.platform.key.SealedTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** What licensing keeps sealed. */
@Component
class LicensingSeals implements SealedTables {
    @Override
    public List<SealedTable> tables() {
        return List.of(
                byId("licensing.application", "answers", "licensing.application.answers"),
                byId("licensing.application_unmerged", "answers", "licensing.application.unmerged"),
                byId("licensing.licence_sheet", "snapshot", "licensing.snapshot"),
                byId("licensing.licence_letter", "snapshot", "licensing.snapshot"),
                new SealedTable(
                        "licensing.signing_key",
                        List.of(new SealedTable.Key("kid", "text")),
                        List.of(),
                        List.of(SealedTable.of("private_key", "kid", "licensing.signing_key")),
                        List.of()));
    }

    @Override
    public List<OneWay> oneWay() {
        return List.of(new OneWay("codes on receipts", """
                select count(*)
                  from licensing.application
                 where created_at < :since
                   and case_code is not null
                """));
    }
}
