package id.lumbung.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as under an official signature.
 *
 * @param title jabatan, such as {@code Camat Kepanjen}
 * @param rank pangkat, such as {@code Pembina Tingkat I}
 * @param onBehalfOf for a camat's delegate: the title of the camat on whose behalf the person signs
 */
public record Official(
        UUID account,
        String name,
        @Nullable String title,
        @Nullable String rank,
        @Nullable String nip,
        @Nullable String onBehalfOf) {}
