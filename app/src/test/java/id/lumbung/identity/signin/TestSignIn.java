package id.lumbung.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Signing in through the page, for tests about sessions. */
public final class TestSignIn {
    private TestSignIn() {}

    /** Each test has an address of its own, since failures count per address. */
    public static MockHttpServletRequestBuilder attempt(String name, String password, String address) {
        return post("/masuk")
                .param("username", name)
                .param("password", password)
                .header("User-Agent", "Mozilla/5.0 (Linux; Android 14) Chrome/130.0")
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                });
    }

    public static Cookie session(MvcResult answer) {
        Cookie cookie = answer.getResponse().getCookie("lumbung");
        assertThat(cookie).isNotNull();
        return cookie;
    }
}
