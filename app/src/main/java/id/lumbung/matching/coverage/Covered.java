package id.lumbung.matching.coverage;

/**
 * How much of a list, or of a part of it, is known. The businesses part into licensed, registered, elsewhere and fresh.
 *
 * @param records rows of the list
 * @param waiting rows still to be compared, of which nothing else is said
 * @param businesses what the compared rows are of, each business once
 * @param licensed with a licence in force
 * @param registered in the register without a licence in force
 * @param elsewhere on another list only
 * @param fresh nobody else has them
 */
record Covered(
        long records, long waiting, long businesses, long licensed, long registered, long elsewhere, long fresh) {
    /** Length of the code of a kecamatan. */
    static final int KECAMATAN = 8;

    static final Covered NOTHING = new Covered(0, 0, 0, 0, 0, 0, 0);

    Covered plus(Covered other) {
        return new Covered(
                records + other.records,
                waiting + other.waiting,
                businesses + other.businesses,
                licensed + other.licensed,
                registered + other.registered,
                elsewhere + other.elsewhere,
                fresh + other.fresh);
    }
}
