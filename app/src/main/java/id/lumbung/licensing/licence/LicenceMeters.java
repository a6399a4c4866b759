package id.lumbung.licensing.licence;

import id.lumbung.platform.watch.Meters;
import org.springframework.stereotype.Component;

/** How many licences leave the office. */
@Component
class LicenceMeters {
    LicenceMeters(Meters meters) {
        meters.ask("lumbung.licences.issued", "licences issued in the last 24 hours", """
                select count(*) from licensing.licence_event
                 where at > clock_timestamp() - interval '24 hours'
                   and kind = 'ISSUED'
                """);
    }
}
