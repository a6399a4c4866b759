package id.lumbung.matching.pair;

/** Where a pair stands. */
public enum PairState {
    /** Taken for the same by its probability alone. */
    LINKED,
    /** In doubt: a person is asked. */
    OPEN,
    SAME,
    DIFFERENT,
    /** Somebody looked and could not tell. */
    UNSURE,
    /** Two people judged differently: a third is asked. */
    DISPUTED,
    /** One of the two is no longer there, or they are no longer alike. */
    GONE;

    public boolean joins() {
        return this == LINKED || this == SAME;
    }

    public boolean isJudged() {
        return this == SAME || this == DIFFERENT || this == UNSURE || this == DISPUTED;
    }

    public String messageKey() {
        return "matching.state." + name();
    }
}
