package id.lumbung.matching.index;

import id.lumbung.intake.ListRecords;
import id.lumbung.reference.Regions;
import id.lumbung.registry.known.EnterpriseRecords;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads records where they are: in the register and in lists. */
@Component
public class Records {
    private final EnterpriseRecords enterprises;
    private final ListRecords lists;
    private final Regions regions;

    Records(EnterpriseRecords enterprises, ListRecords lists, Regions regions) {
        this.enterprises = enterprises;
        this.lists = lists;
        this.regions = regions;
    }

    /** In the order asked for; one that is no longer there is left out. */
    public List<Cells> read(Collection<Key> keys) {
        Map<UUID, Cells> found = new HashMap<>();
        enterprises
                .of(keys.stream().filter(Key::isRegistered).map(Key::id).toList())
                .forEach(record -> found.put(record.id(), Cells.of(record, regions)));
        lists.of(keys.stream().filter(key -> !key.isRegistered()).map(Key::id).toList())
                .forEach(record -> found.put(record.id(), Cells.of(record, regions)));
        return keys.stream()
                .map(key -> found.get(key.id()))
                .filter(Objects::nonNull)
                .toList();
    }
}
