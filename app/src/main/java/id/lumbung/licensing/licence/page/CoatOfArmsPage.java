package id.lumbung.licensing.licence.page;

import id.lumbung.platform.FieldProblems;
import org.jspecify.annotations.Nullable;

/** The coat of arms in use, as a {@code data:} address, and the form for another. */
public record CoatOfArmsPage(@Nullable String picture, FieldProblems problems) {}
