package id.lumbung.reference;

/** Hari libur nasional, cuti bersama. Neither is a working day of the office. */
public enum HolidayKind {
    PUBLIC,
    JOINT_LEAVE
}
