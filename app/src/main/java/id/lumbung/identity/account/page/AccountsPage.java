package id.lumbung.identity.account.page;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of accounts. */
public record AccountsPage(String words, List<Row> rows, int page, int pageSize, long total) {

    /**
     * One account.
     *
     * @param grants roles in force, such as {@code CAMAT 35.07.13}, as keys and places
     */
    public record Row(
            UUID id,
            String signInName,
            String fullName,
            @Nullable String title,
            String state,
            List<GrantLine> grants) {}

    /** A role and the place where it holds. */
    public record GrantLine(String role, String place) {}
}
