package id.lumbung.intake.column;

/** What a column can mean. What is measured belongs to a year; the others stand once in a list. */
public enum Field {
    ROW_NUMBER(Kind.OTHER),
    OWNER_NAME(Kind.TEXT),
    BUSINESS_NAME(Kind.TEXT),
    NIK(Kind.PERSONAL),
    FAMILY_CARD(Kind.PERSONAL),
    NIB(Kind.TEXT),
    NPWP(Kind.PERSONAL),
    PHONE(Kind.PERSONAL),
    EMAIL(Kind.PERSONAL),
    SEX(Kind.TEXT),
    BIRTH_DATE(Kind.TEXT),
    AGE(Kind.OTHER),
    EDUCATION(Kind.TEXT),
    HOME_ADDRESS(Kind.PERSONAL),
    PROVINCE(Kind.OTHER),
    REGENCY(Kind.TEXT),
    KECAMATAN(Kind.TEXT),
    VILLAGE(Kind.TEXT),
    REGION_CODE(Kind.TEXT),
    ADDRESS(Kind.TEXT),
    RT(Kind.TEXT),
    RW(Kind.TEXT),
    /** Both in one column: 03/02. */
    RT_RW(Kind.TEXT),
    LATITUDE(Kind.TEXT),
    LONGITUDE(Kind.TEXT),
    ACTIVITY(Kind.TEXT),
    PRODUCT(Kind.TEXT),
    KBLI(Kind.TEXT),
    SECTOR(Kind.TEXT),
    LEGAL_FORM(Kind.TEXT),
    SIZE_CLASS(Kind.TEXT),
    START_YEAR(Kind.TEXT),
    OPERATING(Kind.TEXT),
    DATA_DATE(Kind.TEXT),
    ANNUAL_SALES(Kind.MEASURED),
    MONTHLY_SALES(Kind.MEASURED),
    NET_ASSETS(Kind.MEASURED),
    CAPITAL(Kind.MEASURED),
    PRODUCTION_COST(Kind.MEASURED),
    WAGES(Kind.MEASURED),
    WORKERS(Kind.MEASURED),
    WORKERS_MALE(Kind.MEASURED),
    WORKERS_FEMALE(Kind.MEASURED),
    WORKERS_PAID_MALE(Kind.MEASURED),
    WORKERS_PAID_FEMALE(Kind.MEASURED),
    WORKERS_PAID_DISABLED_MALE(Kind.MEASURED),
    WORKERS_PAID_DISABLED_FEMALE(Kind.MEASURED),
    WORKERS_UNPAID_MALE(Kind.MEASURED),
    WORKERS_UNPAID_FEMALE(Kind.MEASURED),
    WORKERS_UNPAID_DISABLED_MALE(Kind.MEASURED),
    WORKERS_UNPAID_DISABLED_FEMALE(Kind.MEASURED),
    /** Kept with the row as it came, and not read. */
    KEPT(Kind.OTHER);

    private final Kind kind;

    private enum Kind {
        TEXT,
        PERSONAL,
        MEASURED,
        OTHER
    }

    Field(Kind kind) {
        this.kind = kind;
    }

    public boolean isMeasured() {
        return kind == Kind.MEASURED;
    }

    /** Sealed wherever it is kept, and never shown on a page of intake. */
    public boolean isPersonal() {
        return kind == Kind.PERSONAL;
    }

    /** In persons, not in rupiah. */
    public boolean countsPersons() {
        return name().startsWith("WORKERS");
    }

    /** May stand over several columns of a list. */
    public boolean mayRepeat() {
        return isMeasured() || this == KEPT;
    }

    public String messageKey() {
        return "intake.field." + name();
    }
}
