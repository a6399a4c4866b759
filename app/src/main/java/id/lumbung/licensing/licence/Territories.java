package id.lumbung.licensing.licence;

import id.lumbung.identity.Actor;
import id.lumbung.identity.Permission;
import id.lumbung.platform.FieldProblems;
import id.lumbung.reference.Region;
import id.lumbung.reference.Regions;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lists of licences can be narrowed to. */
public final class Territories {
    private Territories() {}

    /** The kecamatan of the regency in which the person holds the permission. */
    public static List<Region> kecamatan(Regions regions, String regency, Actor actor, Permission permission) {
        return regions.kecamatanOf(regency).stream()
                .filter(region -> actor.may(permission, region.code()))
                .toList();
    }

    /** A day as a browser sends it; empty means none. */
    public static @Nullable LocalDate day(String field, String typed, FieldProblems problems) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException notADay) {
            problems.add(field, "licence.problem.day");
            return null;
        }
    }
}
