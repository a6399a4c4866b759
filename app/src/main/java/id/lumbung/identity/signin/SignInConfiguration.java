package id.lumbung.identity.signin;

import id.lumbung.identity.CurrentActor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
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
