package id.lumbung.identity.account.page;

import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.page.Choice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One account, for the administrator.
 *
 * @param self whether it is the administrator's own
 * @param within whether all its roles lie in the administrator's territory; otherwise it can only be looked at
 */
public record AccountPage(
        UUID id,
        String state,
        boolean mustChange,
        boolean self,
        boolean within,
        AccountForm person,
        FieldProblems personProblems,
        List<GrantRow> grants,
        GrantForm grant,
        FieldProblems grantProblems,
        List<Choice> roles,
        List<Choice> territories,
        List<Event> events,
        WaysIn ways,
        List<OwnAccountPage.SessionRow> sessions) {

    /** A role given, taken back or run out. */
    public record GrantRow(
            UUID id,
            String role,
            String place,
            String code,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable String legalBasis,
            String state) {}

    /** Something that was done to the account; role and place when a role was given or taken back. */
    public record Event(
            Instant at,
            String kind,
            @Nullable String role,
            @Nullable String place,
            @Nullable String by) {}
}
