package id.lumbung.intake.rule;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.value.ListRow;
import java.util.Arrays;

/**
 * The same row stands in the list before, whatever its running number: the first one counts. Remembers a 64-bit mark of
 * each row; that two different rows of a million have the same one happens once in thirty million lists.
 */
final class RepeatedRow implements Rule {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int FEWEST_CELLS = 2;

    private long[] marks = new long[1 << 12];
    private int count;

    @Override
    public String code() {
        return Rules.REPEATED;
    }

    @Override
    public Severity severity() {
        return Severity.KEEPS_OUT;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        int number = row.column(Field.ROW_NUMBER);
        long mark = OFFSET;
        int filled = 0;
        for (int i = 0; i < row.row().size(); i++) {
            String cell = row.row().cell(i);
            if (i == number || cell.isEmpty()) {
                continue;
            }
            filled++;
            mark = (mark ^ i) * PRIME;
            for (int k = 0; k < cell.length(); k++) {
                mark = (mark ^ cell.charAt(k)) * PRIME;
            }
        }
        if (filled >= FEWEST_CELLS && !add(mark)) {
            findings.add(this, -1);
        }
    }

    private boolean add(long mark) {
        long wanted = mark == 0 ? 1 : mark;
        if (count * 2 > marks.length) {
            grow();
        }
        return put(wanted);
    }

    private boolean put(long mark) {
        int mask = marks.length - 1;
        int at = (int) (mark ^ mark >>> 32) & mask;
        while (marks[at] != 0) {
            if (marks[at] == mark) {
                return false;
            }
            at = at + 1 & mask;
        }
        marks[at] = mark;
        count++;
        return true;
    }

    private void grow() {
        long[] before = Arrays.copyOf(marks, marks.length);
        marks = new long[before.length * 2];
        count = 0;
        for (long mark : before) {
            if (mark != 0) {
                put(mark);
            }
        }
    }
}
