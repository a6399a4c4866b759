package id.lumbung.privacy.request.page;

import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.page.Choice;
import java.util.List;

/** The form at the counter. */
public record ReceivePage(List<Choice> regions, List<Choice> kinds, Typed typed, FieldProblems problems) {
    public record Typed(String region, String kind, String nik, String name, String wish, boolean seen) {
        @Override
        public String toString() {
            return "Typed[" + kind + "]";
        }
    }
}
