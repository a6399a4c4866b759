package id.lumbung.platform.start;

/**
 * One thing that is wrong with the settings or with what they point to.
 *
 * @param setting name as it stands in the settings file
 * @param refuses whether Lumbung does not start with it
 * @param indonesian what is wrong and how to mend it
 * @param english the same
 */
public record Finding(String setting, boolean refuses, String indonesian, String english) {
    /** Lumbung does not start. */
    public static Finding refusal(String setting, String indonesian, String english) {
        return new Finding(setting, true, indonesian, english);
    }

    /** Lumbung starts, and says this each time. */
    public static Finding warning(String setting, String indonesian, String english) {
        return new Finding(setting, false, indonesian, english);
    }

    @Override
    public String toString() {
        return (refuses ? "x " : "! ") + setting + System.lineSeparator() + "    " + indonesian + System.lineSeparator()
                + "    " + english;
    }
}
