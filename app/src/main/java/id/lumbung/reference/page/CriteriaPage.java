package id.lumbung.reference.page;

import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.page.Choice;
import id.lumbung.reference.SizeCriterion;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The size criteria as dated rows, and the rule that combines them.
 *
 * @param openLaws laws of which rows are still in force, for the form that ends them
 * @param typed what was typed into the form that came back, by field
 */
public record CriteriaPage(
        LocalDate today,
        List<SizeCriterion> rows,
        List<Rule> rules,
        String ruleInForce,
        List<Choice> ruleChoices,
        List<Choice> measures,
        List<Choice> classes,
        List<String> openLaws,
        Map<String, String> typed,
        FieldProblems problems) {

    /** A combination rule as it was set, with its day, reason and author. */
    public record Rule(String value, LocalDate from, String reason, String enteredBy) {}

    public CriteriaPage {
        rows = List.copyOf(rows);
        rules = List.copyOf(rules);
        openLaws = List.copyOf(openLaws);
        typed = Map.copyOf(typed);
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }
}
