package id.lumbung.privacy.request;

import id.lumbung.platform.key.SealedTable;
import id.lumbung.platform.key.SealedTable.Key;
import id.lumbung.platform.key.SealedTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** What requests about personal data keep sealed. */
@Component
class PrivacySeals implements SealedTables {
    @Override
    public List<SealedTable> tables() {
        return List.of(
                new SealedTable(
                        "privacy.request",
                        List.of(new Key("id", "uuid")),
                        List.of(),
                        List.of(
                                SealedTable.of("nik_sealed", "id", "privacy.request.nik"),
                                SealedTable.of("wish_sealed", "id", "privacy.request.wish")),
                        List.of()),
                new SealedTable(
                        "privacy.answer",
                        List.of(new Key("request", "uuid")),
                        List.of(),
                        List.of(
                                SealedTable.of("text_sealed", "request", "privacy.request.answer"),
                                SealedTable.of("held_sealed", "request", "privacy.request.held")),
                        List.of()));
    }

    @Override
    public List<OneWay> oneWay() {
        return List.of(new OneWay("codes on slips", """
                select count(*)
                  from privacy.request
                 where received_at < :since
                   and code is not null
                """));
    }
}
