package id.lumbung.registry;

import org.jspecify.annotations.Nullable;

/**
 * What an officer has typed so far; anything may be missing.
 *
 * @param regionCode village or kecamatan of the business, to say "same village"
 */
public record KnownQuery(
        @Nullable Nik nik,
        @Nullable String name,
        @Nullable Phone phone,
        @Nullable String businessName,
        @Nullable String regionCode) {}
