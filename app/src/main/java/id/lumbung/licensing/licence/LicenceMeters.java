package id.lumbung.licensing.licence;

import id.lumbung.platform.watch.Meters;
import org.springframework.stereotype.Component;

/** How many licences leave the office, and whether on paper. */
@Component
class LicenceMeters {
    LicenceMeters(Meters meters) {
        meters.ask("lumbung.licences.issued", "licences issued in the last 24 hours", """
                select count(*) from licensing.licence_event
                 where at > clock_timestamp() - interval '24 hours'
                   and kind = 'ISSUED'
                """);
        meters.ask("lumbung.sheets.unprinted.seconds", "age of the oldest sheet that waits to be printed", """
                select coalesce(extract(epoch from clock_timestamp() - min(made_at)), 0)
                  from licensing.licence_sheet
                 where pdf_document = repeat('0', 64)
                """);
    }
}
