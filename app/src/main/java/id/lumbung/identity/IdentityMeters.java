package id.lumbung.identity;

import id.lumbung.platform.watch.Meters;
import org.springframework.stereotype.Component;

/** Whether somebody guesses, how many work, and whether what they do is chained. */
@Component
class IdentityMeters {
    IdentityMeters(Meters meters) {
        meters.ask("lumbung.sign.in.failures", "failed sign-ins in the last 5 minutes", """
                select count(*) from identity.sign_in_attempt
                 where at > clock_timestamp() - interval '5 minutes'
                   and not succeeded
                """);
        meters.ask("lumbung.sign.ins", "sign-ins in the last 24 hours", """
                select count(*) from identity.sign_in_attempt
                 where at > clock_timestamp() - interval '24 hours'
                   and succeeded
                """);
        meters.ask("lumbung.audit.unsealed.seconds", "age of the oldest entry of the audit that has no link yet", """
                select coalesce(extract(epoch from clock_timestamp() - min(e.at)), 0)
                  from identity.audit_pending p
                  join identity.audit_entry e on e.entry = p.entry
                """);
        meters.ask("lumbung.sessions", "sessions that have not run out", """
                select count(*) from identity.spring_session
                 where expiry_time > extract(epoch from clock_timestamp()) * 1000
                """);
    }
}
