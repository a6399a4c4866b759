package id.lumbung.intake.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of a few texts, as fastexcel writes it. */
final class SmallWorkbook {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Workbook workbook = new Workbook(bytes, "Test", "1.0");

    SmallWorkbook sheet(String name, boolean hidden, List<List<String>> rows) {
        Worksheet sheet = workbook.newWorksheet(name);
        if (hidden) {
            sheet.setVisibilityState(VisibilityState.HIDDEN);
        }
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                sheet.value(r, c, rows.get(r).get(c));
            }
        }
        return this;
    }

    byte[] bytes() {
        try {
            workbook.finish();
            return bytes.toByteArray();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
