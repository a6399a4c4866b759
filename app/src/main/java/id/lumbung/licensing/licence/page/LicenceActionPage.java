package id.lumbung.licensing.licence.page;

import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.page.Choice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of one action on a licence.
 *
 * @param kind which fields the form has
 * @param typed what was typed, by name of the field
 * @param refusal why it was refused, as a sentence
 * @param meanwhile what somebody else has done since the form was opened
 */
public record LicenceActionPage(
        Kind kind,
        Head head,
        int version,
        Map<String, String> typed,
        List<Choice> choices,
        List<Choice> villages,
        FieldProblems problems,
        @Nullable String refusal,
        @Nullable String meanwhile) {

    public enum Kind {
        AMEND,
        REPLACE_SHEET,
        WARN,
        REVOKE,
        REINSTATE
    }

    public record Head(
            String action,
            String explanation,
            String path,
            String licencePath,
            String number,
            String business,
            String state,
            String tone) {}

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }
}
