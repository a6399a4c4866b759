package id.lumbung;

import id.lumbung.platform.database.EarlyDatabase;
import id.lumbung.platform.start.StartChecks;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** The one process: registry and growth platform for a regency's micro enterprises. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "Lumbung", sharedModules = "platform")
public class Lumbung {
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(Lumbung.class);
        application.addInitializers(new StartChecks(), new EarlyDatabase.Initializer());
        application.run(arguments);
    }
}
