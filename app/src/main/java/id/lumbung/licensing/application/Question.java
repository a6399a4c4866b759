package id.lumbung.licensing.application;

import java.util.Arrays;
import java.util.Optional;

/** What the application form asks (Permendagri 83/2014 and the forms in use); each has the name of its field. */
public enum Question {
    NIK("nik", true),
    NIK_UNKNOWN("nikUnknown"),
    NIK_REASON("nikReason"),
    NIK_REASON_TEXT("nikReasonText", true),
    OWNER_NAME("ownerName"),
    SEX("sex"),
    BIRTH_PLACE("birthPlace"),
    BIRTH_DATE("birthDate", true),
    EDUCATION("education"),
    DISABILITY("disability", true),
    KK("kk", true),
    HOME_REGION("homeRegion"),
    HOME_REGION_CODE("homeRegionCode"),
    HOME_ADDRESS("homeAddress", true),
    HOME_RT("homeRt"),
    HOME_RW("homeRw"),
    PHONE("phone", true),
    WHATSAPP("whatsapp", true),
    EMAIL("email", true),
    BUSINESS_NAME("businessName"),
    LEGAL_FORM("legalForm"),
    TRADE("trade", false, true),
    ACTIVITY("activity"),
    KBLI("kbli"),
    KBLI_CODE("kbliCode", false, true),
    SECTOR("sector", false, true),
    PREMISES("premises"),
    VILLAGE("village"),
    ADDRESS("address"),
    RT("rt"),
    RW("rw"),
    POST_CODE("postCode"),
    FOUNDED_ON("foundedOn"),
    CAPITAL("capital"),
    SALES("sales"),
    SALES_YEAR("salesYear"),
    NET_ASSETS("netAssets"),
    WORKERS_PAID("workersPaid"),
    WORKERS_UNPAID("workersUnpaid"),
    NPWP("npwp"),
    NIB("nib"),
    PRODUCTS("products"),
    OTHER_LOCATIONS("otherLocations"),
    /** The enterprise that the officer recognised, or {@code NEW}. */
    KNOWN_AS("knownAs");

    private final String field;
    private final boolean personal;
    private final boolean many;

    Question(String field) {
        this(field, false, false);
    }

    Question(String field, boolean personal) {
        this(field, personal, false);
    }

    Question(String field, boolean personal, boolean many) {
        this.field = field;
        this.personal = personal;
        this.many = many;
    }

    public String field() {
        return field;
    }

    /** Whether the answer says something about a person that is masked until asked for. */
    public boolean personal() {
        return personal;
    }

    /** Whether it takes several answers. */
    public boolean many() {
        return many;
    }

    /** Key of the words that stand beside the field. */
    public String labelKey() {
        return "licensing.question." + field;
    }

    public static Optional<Question> find(String field) {
        return Arrays.stream(values())
                .filter(question -> question.field.equals(field))
                .findFirst();
    }
}
