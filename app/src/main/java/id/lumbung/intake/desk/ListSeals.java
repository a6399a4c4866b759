package id.lumbung.intake.desk;

import id.lumbung.platform.key.SealedTable;
import id.lumbung.platform.key.SealedTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** The first rows of lists, kept sealed for the page on which their columns get their meaning. */
@Component
class ListSeals implements SealedTables {
    static final String SAMPLE = "intake.list.sample";

    @Override
    public List<SealedTable> tables() {
        return List.of(SealedTable.byId("intake.list", "sample", SAMPLE));
    }
}
