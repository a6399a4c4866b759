package id.lumbung.linkage;

/** Where a run takes its weights from. */
public enum Learning {
    /** from the weights that are given, the more from the lists at hand the larger they are */
    BLENDED,
    /** from the lists at hand alone */
    FROM_LISTS,
    /** from the weights that are given, whatever the lists say: a pair gets the same probability in any company */
    FROM_WEIGHTS
}
