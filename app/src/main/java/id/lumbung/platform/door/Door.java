package id.lumbung.platform.door;

import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Door {
    @Bean
    WebServerFactoryCustomizer<TomcatWebServerFactory> patientDoor() {
        return factory -> factory.setProtocol(PatientProtocol.class.getName());
    }
}
