package id.lumbung.platform.door;

import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PatientDoor {
    @Bean
    WebServerFactoryCustomizer<TomcatWebServerFactory> connectorOfTheDoor() {
        return factory -> factory.setProtocol(PatientProtocol.class.getName());
    }
}
