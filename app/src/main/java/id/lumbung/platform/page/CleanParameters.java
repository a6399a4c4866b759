package id.lumbung.platform.page;

import id.lumbung.platform.Characters;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes out of what is sent in forms and queries the characters that nobody types ({@link Characters}). They come from
 * broken programs and from attackers. A password stays as it was typed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class CleanParameters extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Cleaned(request), response);
    }

    private static final class Cleaned extends HttpServletRequestWrapper {
        Cleaned(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String value = super.getParameter(name);
            return value == null ? null : plain(name, value);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = super.getParameterValues(name);
            return values == null ? null : clean(name, values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> cleaned = new LinkedHashMap<>();
            super.getParameterMap().forEach((name, values) -> cleaned.put(name, clean(name, values)));
            return cleaned;
        }

        /** A name without a value is null here and there. */
        private static String[] clean(String name, String[] values) {
            String[] cleaned = values.clone();
            for (int i = 0; i < cleaned.length; i++) {
                if (cleaned[i] != null) {
                    cleaned[i] = plain(name, cleaned[i]);
                }
            }
            return cleaned;
        }
    }

    private static String plain(String name, String value) {
        return name.toLowerCase(Locale.ROOT).contains("password") ? value : plain(value);
    }

    static String plain(String value) {
        return value.codePoints().allMatch(Characters::isTyped)
                ? value
                : value.codePoints()
                        .filter(Characters::isTyped)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }
}
