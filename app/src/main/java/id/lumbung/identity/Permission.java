package id.lumbung.identity;

import static id.lumbung.identity.Role.ADMINISTRATOR;
import static id.lumbung.identity.Role.CAMAT;
import static id.lumbung.identity.Role.CAMAT_DELEGATE;
import static id.lumbung.identity.Role.DATA_PROTECTION_OFFICER;
import static id.lumbung.identity.Role.DINAS_HEAD;
import static id.lumbung.identity.Role.DINAS_OFFICER;
import static id.lumbung.identity.Role.KECAMATAN_OFFICER;

import java.util.Set;

/**
 * Who may do what: the one table. Which role may take which step of an application is not here but in the licence
 * regime, because law changes it; {@link #DECIDE_APPLICATION} only says who sees the desk where decisions are made.
 */
public enum Permission {
    ENTER_APPLICATION(KECAMATAN_OFFICER, DINAS_OFFICER),
    SEE_APPLICATIONS(KECAMATAN_OFFICER, CAMAT, CAMAT_DELEGATE, DINAS_OFFICER, DINAS_HEAD),
    VERIFY_APPLICATION(KECAMATAN_OFFICER, CAMAT, CAMAT_DELEGATE, DINAS_OFFICER),
    DECIDE_APPLICATION(CAMAT, CAMAT_DELEGATE),
    SEE_REGISTER(KECAMATAN_OFFICER, CAMAT, CAMAT_DELEGATE, DINAS_OFFICER, DINAS_HEAD),
    EDIT_ENTERPRISE(KECAMATAN_OFFICER, DINAS_OFFICER),
    /** Judges that two enterprises of the register are one, and parts them again. */
    MERGE_ENTERPRISES(DINAS_OFFICER),
    RECORD_NIB(KECAMATAN_OFFICER, DINAS_OFFICER),
    UNMASK(KECAMATAN_OFFICER, CAMAT, CAMAT_DELEGATE, DINAS_OFFICER),
    OPEN_DOCUMENT(KECAMATAN_OFFICER, CAMAT, CAMAT_DELEGATE, DINAS_OFFICER),
    SEE_LICENCES(KECAMATAN_OFFICER, CAMAT, CAMAT_DELEGATE, DINAS_OFFICER, DINAS_HEAD),
    REPLACE_LICENCE_SHEET(KECAMATAN_OFFICER, CAMAT, CAMAT_DELEGATE),
    CHANGE_LICENCE(CAMAT, CAMAT_DELEGATE),
    EXPORT(KECAMATAN_OFFICER, CAMAT, CAMAT_DELEGATE, DINAS_OFFICER, DINAS_HEAD),
    /** Lists that came in, how far they are and what was found in them; no row of them. */
    SEE_LISTS(KECAMATAN_OFFICER, DINAS_OFFICER, DINAS_HEAD),
    /** Brings lists in, for the own territory, and takes them out again. */
    IMPORT_LIST(KECAMATAN_OFFICER, DINAS_OFFICER),
    /** Which records may be one business, who judged so, and how much of a list is known. */
    SEE_MATCHES(KECAMATAN_OFFICER, DINAS_OFFICER, DINAS_HEAD),
    /** Says whether two records are one business, and takes it back. */
    JUDGE_MATCHES(KECAMATAN_OFFICER, DINAS_OFFICER),
    /** At the counter, with the person's KTP in hand. */
    RECEIVE_DATA_REQUEST(KECAMATAN_OFFICER, DINAS_OFFICER, DATA_PROTECTION_OFFICER),
    SEE_DATA_REQUESTS(KECAMATAN_OFFICER, DINAS_OFFICER, DINAS_HEAD, DATA_PROTECTION_OFFICER),
    ANSWER_DATA_REQUEST(DATA_PROTECTION_OFFICER),
    /** What a person says about purposes that need her consent; at the counter, or as she asked. */
    RECORD_CONSENT(KECAMATAN_OFFICER, DINAS_OFFICER, DATA_PROTECTION_OFFICER),
    /** Contacts of those who have consented, for one purpose. */
    LIST_CONSENTING(KECAMATAN_OFFICER, DINAS_OFFICER),
    SEE_RETENTION(DATA_PROTECTION_OFFICER, DINAS_HEAD, ADMINISTRATOR),
    DECIDE_RETENTION(ADMINISTRATOR),
    /** Which holds there are and why: not for those who may be inspected. */
    SEE_HOLDS(DATA_PROTECTION_OFFICER, DINAS_HEAD),
    HOLD_DATA(DATA_PROTECTION_OFFICER),
    SEE_READING_LOG(ADMINISTRATOR, DINAS_HEAD),
    /** The whole audit of the territory; reading it is recorded too. */
    SEE_AUDIT(ADMINISTRATOR, DINAS_HEAD),
    EDIT_REFERENCE(ADMINISTRATOR),
    EDIT_REGIME(ADMINISTRATOR),
    ROTATE_KEYS(ADMINISTRATOR),
    MANAGE_WEBHOOKS(ADMINISTRATOR),
    MANAGE_ACCOUNTS(ADMINISTRATOR);

    @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
    private final Set<Role> roles;

    Permission(Role... roles) {
        this.roles = Set.of(roles);
    }

    public Set<Role> roles() {
        return roles;
    }

    /** Whether what it allows is the same for the whole regency, so that who looks after a part of it has no hand in it. */
    public boolean concernsTheWhole() {
        return switch (this) {
            case EDIT_REFERENCE, EDIT_REGIME, DECIDE_RETENTION, ROTATE_KEYS, MANAGE_WEBHOOKS -> true;
            default -> false;
        };
    }
}
