package id.lumbung.api.access;

import id.lumbung.platform.key.SealedTable;
import id.lumbung.platform.key.SealedTable.Key;
import id.lumbung.platform.key.SealedTable.Sealed;
import id.lumbung.platform.key.SealedTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the API keeps sealed. */
@Component
class ApiSeals implements SealedTables {
    @Override
    public List<SealedTable> tables() {
        return List.of(
                SealedTable.byId("api.subscription", "secret", "api.subscription"),
                new SealedTable(
                        "api.answer",
                        List.of(new Key("owner", "text"), new Key("key", "text")),
                        List.of(),
                        List.of(new Sealed("body", row -> "api.answer:" + row.get("owner") + ":" + row.get("key"))),
                        List.of()));
    }

    @Override
    public List<OneWay> oneWay() {
        return List.of(new OneWay("tokens that are still good", """
                select count(*)
                  from api.token
                 where created_at < :since
                   and revoked_at is null
                   and expires_at > now()
                """));
    }
}
