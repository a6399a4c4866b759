package id.lumbung.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.LumbungTest;
import id.lumbung.platform.Outage;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;

@LumbungTest
class OutagePagesTest {
    @Autowired
    private OutagePages pages;

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/beranda");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void a_database_that_is_away_is_told_in_a_sentence() throws Exception {
        fails(new ServletException(
                new CannotCreateTransactionException("x", new SQLTransientConnectionException("timed out"))));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getContentAsString())
                .contains("lang=\"id\"", "Basis data sedang tidak dapat dihubungi.")
                .doesNotContain("Exception", "timed out");
    }

    @Test
    void a_full_disk_is_told_in_the_language_of_the_reader() throws Exception {
        request.setCookies(new Cookie("bahasa", "en"));

        fails(new Outage.NoRoom(new IOException("No space left on device")));

        assertThat(response.getStatus()).isEqualTo(507);
        assertThat(response.getContentAsString()).contains("lang=\"en\"", "The server has no room left");
    }

    @Test
    void documents_that_are_away_are_told_too_and_the_page_is_as_protected_as_any() throws Exception {
        response.setHeader("Strict-Transport-Security", "max-age=31536000");
        response.setHeader("Content-Disposition", "attachment");

        fails(new Outage.NoDocuments("a document was not read: 503 SlowDown", null));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("30");
        assertThat(response.getContentAsString())
                .contains("Tempat penyimpanan dokumen")
                .doesNotContain("SlowDown");
        assertThat(response.getHeader("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Strict-Transport-Security")).isEqualTo("max-age=31536000");
        assertThat(response.getHeader("Content-Disposition")).isNull();
    }

    @Test
    void a_bug_stays_a_bug() {
        assertThatThrownBy(() -> fails(new IllegalStateException("wrong"))).hasMessage("wrong");
    }

    private void fails(Exception failure) throws Exception {
        pages.doFilter(request, response, (asked, answer) -> {
            switch (failure) {
                case RuntimeException runtime -> throw runtime;
                case ServletException servlet -> throw servlet;
                default -> throw new ServletException(failure);
            }
        });
    }
}
