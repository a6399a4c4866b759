package id.lumbung.identity.account.page;

import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.page.Choice;
import java.util.List;

/** The form for a new person and a first role. */
public record NewAccountPage(
        AccountForm person, GrantForm grant, List<Choice> roles, List<Choice> territories, FieldProblems problems) {}
