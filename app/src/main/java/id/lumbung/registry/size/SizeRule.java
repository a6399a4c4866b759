package id.lumbung.registry.size;

/** Which reading of the law led to a size class. */
public enum SizeRule {
    /** PP 7/2021: registration of a business founded under it. */
    CAPITAL_FOUNDED_SINCE,
    /** PP 7/2021: registration, founding date unknown; capital is the measure of registration. */
    CAPITAL_FOUNDING_UNKNOWN,
    /** PP 7/2021: a business that existed before it. */
    SALES_FOUNDED_BEFORE,
    /** PP 7/2021: eligibility for a programme. */
    SALES_FOR_PROGRAMME,
    /** UU 20/2008, the higher class of the known measures. */
    HIGHEST_CLASS,
    /** UU 20/2008, the lower class of the known measures, since the law says "atau". */
    ANY_MICRO,
    /** UU 20/2008, only the measure nearest to what PP 7/2021 names for the purpose. */
    BY_MEASURE,
    /** No criteria are in force on the day. */
    NO_LAW;

    public String messageKey() {
        return "registry.size.rule." + name();
    }
}
