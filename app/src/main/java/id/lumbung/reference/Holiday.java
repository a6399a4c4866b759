package id.lumbung.reference;

import java.time.LocalDate;

/** A day off, by which decree. */
public record Holiday(LocalDate day, String name, HolidayKind kind, String source) {}
