package id.lumbung.identity;

/** What a person is in the office. A role always comes with a territory and dates; what it allows is in {@link Permission}. */
public enum Role {
    /** Looks after accounts, reference data and licence regimes; sees no enterprise. */
    ADMINISTRATOR,
    /** Sits at the counter of a kecamatan. */
    KECAMATAN_OFFICER,
    /** Head of a kecamatan, who decides and signs. */
    CAMAT,
    /** Decides and signs on behalf of the camat, on a stated legal basis. */
    CAMAT_DELEGATE,
    /** Works for the regency's office, in all its kecamatan. */
    DINAS_OFFICER,
    /** Head of the regency's office. */
    DINAS_HEAD,
    /** Answers people about the data held of them, and sees to it that data go when their time is over. */
    DATA_PROTECTION_OFFICER;

    /** Whether the role handles applications and enterprises and so needs to see those of its territory. */
    public boolean handlesCases() {
        return this != ADMINISTRATOR;
    }
}
