package id.lumbung.identity.account;

import id.lumbung.identity.Actor;
import id.lumbung.identity.Grant;
import id.lumbung.identity.NewGrant;
import id.lumbung.identity.Permission;
import id.lumbung.identity.Role;
import id.lumbung.identity.account.page.GrantForm;
import id.lumbung.platform.FieldProblems;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** From what was typed to a grant, with everything that is wrong with it. */
final class GrantChecks {
    private GrantChecks() {}

    /** Null when there are problems. */
    static @Nullable NewGrant read(GrantForm form, Actor administrator, FieldProblems problems) {
        FieldProblems found = new FieldProblems();
        Role role = Arrays.stream(Role.values())
                .filter(known -> known.name().equals(form.role()))
                .findFirst()
                .orElse(null);
        if (role == null) {
            found.add("role", "identity.grant.role.missing");
        }
        boolean mine =
                Grant.isRegionCode(form.territory()) && administrator.may(Permission.MANAGE_ACCOUNTS, form.territory());
        if (!mine) {
            found.add("territory", "identity.grant.territory.missing");
        } else if (role != null && !fits(role, form.territory())) {
            found.add(
                    "territory",
                    isKecamatanRole(role) ? "identity.grant.territory.kecamatan" : "identity.grant.territory.regency");
        }
        LocalDate from = date(form.from(), "from", found);
        LocalDate to = date(form.to(), "to", found);
        if (from != null && to != null && to.isBefore(from)) {
            found.add("to", "identity.grant.dates-in-order");
        }
        if (role == Role.CAMAT_DELEGATE && form.legalBasis().isEmpty()) {
            found.add("legalBasis", "identity.grant.needs-legal-basis");
        }
        found.all()
                .forEach(problem -> problems.add(
                        problem.field(),
                        problem.messageKey(),
                        problem.arguments().toArray()));
        if (role == null || !found.isEmpty()) {
            return null;
        }
        return new NewGrant(role, form.territory(), from, to, form.legalBasis().isEmpty() ? null : form.legalBasis());
    }

    /** A camat heads one kecamatan, not the regency; the office of the regency has no part of it. */
    private static boolean fits(Role role, String territory) {
        int dots = (int) territory.chars().filter(c -> c == '.').count();
        return isKecamatanRole(role) ? dots == 2 : role == Role.ADMINISTRATOR || dots <= 1;
    }

    private static boolean isKecamatanRole(Role role) {
        return role == Role.KECAMATAN_OFFICER || role == Role.CAMAT || role == Role.CAMAT_DELEGATE;
    }

    private static @Nullable LocalDate date(String typed, String field, FieldProblems problems) {
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException unreadable) {
            problems.add(field, "identity.grant.date.form");
            return null;
        }
    }
}
