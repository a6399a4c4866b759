package id.lumbung.licensing.application.page;

import org.jspecify.annotations.Nullable;

/**
 * A paper that belongs to an application, there or not.
 *
 * @param code name of its field
 * @param url where a new one is sent
 * @param href where the kept one can be seen, or null
 */
public record PaperLine(
        String code,
        String name,
        String hint,
        boolean required,
        boolean imageOnly,
        String url,
        @Nullable String href,
        boolean image,
        int kilobytes,
        int pages) {}
