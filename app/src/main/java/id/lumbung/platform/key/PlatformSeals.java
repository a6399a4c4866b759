package id.lumbung.platform.key;

import java.util.List;
import org.springframework.stereotype.Component;

/** The text by which a database knows its keys. */
@Component
class PlatformSeals implements SealedTables {
    @Override
    public List<SealedTable> tables() {
        return List.of(new SealedTable(
                "platform.keys_of_database",
                List.of(new SealedTable.Key("only_one", "boolean")),
                List.of(),
                List.of(new SealedTable.Sealed("sealed", row -> KeysOfDatabase.CONTEXT)),
                List.of()));
    }
}
