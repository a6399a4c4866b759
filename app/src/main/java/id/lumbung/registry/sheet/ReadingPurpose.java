package id.lumbung.registry.sheet;

/** What personal data is asked for; stands in the reading log. */
public enum ReadingPurpose {
    VERIFY_IDENTITY,
    CONTACT_OWNER,
    CORRECT_DATA,
    SUPERVISION,
    OWNER_ASKS;

    public String messageKey() {
        return "registry.purpose." + name();
    }
}
