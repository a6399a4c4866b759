package id.lumbung.platform.watch;

import id.lumbung.platform.Home;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.backup.LastBackup;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The numbers of what every module stands on. */
@Component
class PlatformMeters {
    PlatformMeters(Meters meters, Home home, LumbungSettings settings, Clock clock) {
        meters.tell(
                "lumbung.disk.free.bytes",
                "room left where the home folder is",
                () -> home.resolve(".").toFile().getUsableSpace());
        meters.tell(
                "lumbung.public.address.secure",
                "1 when the public reaches this office by https",
                () -> settings.publicUrl().startsWith("https:") ? 1 : 0);
        LastBackup backup = LastBackup.in(home);
        meters.tell(
                "lumbung.backup.age.seconds",
                "since the last whole back-up was begun; infinite when there was none",
                () -> backup.age(clock.instant()));
        for (String operation : new String[] {"put", "get"}) {
            meters.count(
                    "lumbung.document.failures", "documents that could not be kept or read", "operation", operation);
        }
        meters.ask(
                "lumbung.events.undelivered",
                "events between modules that are not delivered yet",
                "select count(*) from platform.event_publication where completion_date is null");
        meters.ask("lumbung.events.oldest.seconds", "age of the oldest event that is not delivered", """
                select coalesce(extract(epoch from clock_timestamp() - min(publication_date)), 0)
                  from platform.event_publication
                 where completion_date is null
                """);
    }
}
