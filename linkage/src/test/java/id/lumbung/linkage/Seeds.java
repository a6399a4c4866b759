package id.lumbung.linkage;

/** What the property tests draw their examples from: the same in each run, so that a run that passed passes again. */
public final class Seeds {
    public static final String FIXED = "3507";

    private Seeds() {}
}
