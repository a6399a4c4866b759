package id.lumbung.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person who shall be able to sign in.
 *
 * @param signInName what is typed at sign-in; upper and lower case do not matter
 * @param password null when the person sets it through an invitation link
 * @param rank pangkat, as under a signature
 * @param nip civil servant's number, 18 digits
 * @param title jabatan, such as {@code Camat Kepanjen}
 */
public record NewAccount(
        String signInName,
        @Nullable String password,
        String fullName,
        @Nullable String rank,
        @Nullable String nip,
        @Nullable String title,
        List<NewGrant> grants) {
    public NewAccount {
        grants = List.copyOf(grants);
    }

    @Override
    public String toString() {
        return "NewAccount[" + signInName + "]";
    }
}
