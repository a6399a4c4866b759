package id.lumbung.identity.audit.page;

import java.time.LocalDate;
import java.util.List;

/** The published ends of the audit, newest first. */
public record HeadsPage(List<Head> heads) {

    /** One day's. */
    public record Head(LocalDate day, long seq, String hash) {}
}
