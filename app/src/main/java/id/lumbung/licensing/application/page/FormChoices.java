package id.lumbung.licensing.application.page;

import id.lumbung.platform.page.Choice;
import java.util.List;

/** What can be chosen in the form. */
public record FormChoices(
        List<Choice> nikReasons,
        List<Choice> sexes,
        List<Choice> educations,
        List<Choice> legalForms,
        List<Choice> trades,
        List<Choice> premises,
        List<Choice> sectors,
        List<Choice> villages,
        Found found) {
    /** What the typed words can mean, for choosing without a script; and the codes chosen already. */
    public record Found(List<Choice> kbliChosen, List<Choice> kbliFound, List<Choice> homesFound) {}
}
