package id.lumbung.reference.page;

import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.page.Choice;
import id.lumbung.reference.Holiday;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The days off of one year.
 *
 * @param missing a year whose holidays ought to be known by now and are not
 */
public record HolidaysPage(
        int year,
        List<Integer> years,
        List<Holiday> days,
        int workingDays,
        @Nullable Integer missing,
        @Nullable ImportPreview preview,
        List<Choice> kinds,
        Map<String, String> typed,
        FieldProblems problems) {

    public HolidaysPage {
        years = List.copyOf(years);
        days = List.copyOf(days);
        typed = Map.copyOf(typed);
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }
}
