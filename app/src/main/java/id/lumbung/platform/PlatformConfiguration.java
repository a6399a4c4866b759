package id.lumbung.platform;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import id.lumbung.platform.document.DocumentRemoval;
import id.lumbung.platform.document.DocumentSettings;
import id.lumbung.platform.document.DocumentStore;
import id.lumbung.platform.key.KeySettings;
import id.lumbung.platform.key.MasterKey;
import id.lumbung.platform.key.MasterKeys;
import id.lumbung.platform.key.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

@Configuration(proxyBeanMethods = false)
class PlatformConfiguration implements WebMvcConfigurer {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(Texts.ZONE);
    }

    @Bean
    @ConditionalOnMissingBean
    Home home(LumbungSettings settings) {
        return new Home(Path.of(settings.home()), settings.database() != null);
    }

    @Bean
    MasterKey masterKey(KeySettings settings, Home home) {
        return home.alone(() -> MasterKeys.open(settings, home));
    }

    @Bean
    Vault vault(Home home, MasterKey masterKey) {
        return home.alone(() -> new Vault(home, masterKey));
    }

    @Bean
    DocumentStore documentStore(
            DocumentSettings settings, Home home, Vault vault, ObjectProvider<JdbcClient> database) {
        return new DocumentStore(settings, home, vault, () -> DocumentRemoval.keepAway(database.getObject()));
    }

    @Bean
    TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(ContentType.Html);
    }

    /** Every {@code messages/<module>_id.properties} and its English twin. */
    @Bean
    MessageSource messageSource() throws IOException {
        Resource[] files =
                new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_id.properties");
        String[] names = Arrays.stream(files)
                .map(Resource::getFilename)
                .map(name -> "messages/" + String.valueOf(name).replace("_id.properties", ""))
                .distinct()
                .sorted()
                .toArray(String[]::new);
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasenames(names);
        source.setDefaultEncoding("UTF-8");
        source.setDefaultLocale(Texts.INDONESIAN);
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("bahasa");
        resolver.setDefaultLocale(Texts.INDONESIAN);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setCookieHttpOnly(true);
        return resolver;
    }

    /** {@code ?lang=en} and {@code ?lang=id}; anything else leaves the language as it is. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor switcher = new LocaleChangeInterceptor() {
            @Override
            protected Locale parseLocaleValue(String value) {
                return value.equals("en") ? Locale.ENGLISH : Texts.INDONESIAN;
            }
        };
        switcher.setParamName("lang");
        registry.addInterceptor(switcher);
    }
}
