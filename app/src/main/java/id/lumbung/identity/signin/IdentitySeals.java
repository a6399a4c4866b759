package id.lumbung.identity.signin;

import id.lumbung.platform.key.SealedTable;
import id.lumbung.platform.key.SealedTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** What accounts keep sealed. Attempts to sign in and known devices are forgotten sooner than a key. */
@Component
class IdentitySeals implements SealedTables {
    @Override
    public List<SealedTable> tables() {
        return List.of(new SealedTable(
                "identity.second_factor",
                List.of(new SealedTable.Key("account", "uuid")),
                List.of(),
                List.of(SealedTable.of("secret_sealed", "account", "identity.second_factor.secret")),
                List.of()));
    }
}
