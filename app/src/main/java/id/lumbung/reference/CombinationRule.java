package id.lumbung.reference;

/** How classes by several measures become one class. A dated setting, because office and law read it differently. */
public enum CombinationRule {
    /** The highest class of any known measure: micro only when every known measure is micro (the office's "and"). */
    HIGHEST_CLASS,
    /** Micro when any known measure is micro (the literal "atau" of UU 20/2008 pasal 6). */
    ANY_MICRO,
    /** Only the measure the law names for founding date and purpose (PP 7/2021 pasal 35). */
    BY_MEASURE
}
