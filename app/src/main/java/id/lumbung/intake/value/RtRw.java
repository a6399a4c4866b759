package id.lumbung.intake.value;

/** RT and RW written in one cell: 03/02, RT 3 RW 2, 003 / 002. */
final class RtRw {
    private static final int LONGEST = 3;

    private RtRw() {}

    static String rt(String written) {
        return number(written, 0);
    }

    static String rw(String written) {
        return number(written, 1);
    }

    /** Empty unless there are exactly two numbers. */
    private static String number(String written, int which) {
        String[] found = {"", ""};
        int count = 0;
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i <= written.length(); i++) {
            char c = i < written.length() ? written.charAt(i) : ' ';
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (!digits.isEmpty()) {
                if (count == 2 || digits.length() > LONGEST) {
                    return "";
                }
                found[count++] = digits.toString();
                digits.setLength(0);
            }
        }
        return count == 2 ? found[which] : "";
    }
}
