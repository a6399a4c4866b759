package id.lumbung.identity.signin;

import id.lumbung.identity.CurrentActor;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.session.SessionIdGenerator;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the second factor and the asking again into the way of requests. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {
    /** Behind the filter that says who acts, which stands before the anonymous one. */
    @Bean
    Customizer<HttpSecurity> secondFactorInTheWay(SecondFactors secondFactors, CurrentActor currentActor) {
        return http -> http.addFilterAfter(
                new SecondFactorFilter(secondFactors, currentActor), AnonymousAuthenticationFilter.class);
    }

    /** 216 random bits, which are the 36 characters that the table of sessions holds. */
    @Bean
    SessionIdGenerator sessionIdGenerator() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] bits = new byte[27];
            random.nextBytes(bits);
            return Base64.getUrlEncoder().encodeToString(bits);
        };
    }

    @Bean
    WebMvcConfigurer askingAgainInTheWay(AskingAgain askingAgain) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(askingAgain);
            }
        };
    }
}
