package id.lumbung.privacy.breach;

import id.lumbung.identity.AuditCheck;
import id.lumbung.platform.Texts;
import id.lumbung.platform.database.CommandDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ServiceLoader;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * {@code ./lumbung breach}: 0 when the pack is made, 1 when it is made but the audit is not intact, 2 when it was refused.
 */
public final class BreachCommand {
    /** What one pack can carry in the memory of a command. */
    private static final long MOST = 500_000;

    private BreachCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    static int run(String[] arguments, PrintStream out) {
        BreachQuestion question;
        try {
            question = BreachQuestion.read(arguments, Instant.now(Clock.systemUTC()));
            BreachPack.refuseUnlessFree(question.out());
        } catch (IllegalArgumentException | IOException bad) {
            out.println(bad.getMessage());
            out.println(BreachQuestion.USAGE);
            return 2;
        }
        try (CommandDatabase database = CommandDatabase.open(question.home());
                Connection connection = database.connect()) {
            return make(connection, question, out);
        } catch (IOException | SQLException | IllegalStateException | DataAccessException problem) {
            out.println("The pack was not made: " + problem.getMessage());
            return 2;
        }
    }

    static int make(Connection owner, BreachQuestion question, PrintStream out) throws SQLException, IOException {
        BreachAudit audit = new BreachAudit(new SingleConnectionDataSource(owner, true));
        UUID account = null;
        String name = question.account();
        if (name != null) {
            account = audit.account(name).orElse(null);
            if (account == null) {
                out.println("There is no account with the sign-in name " + name + ".");
                return 2;
            }
        }
        long entries = audit.count(question, account);
        if (entries > MOST) {
            out.printf(
                    "These are %,d entries, more than %,d: narrow the time, or name an account or an address.%n",
                    entries, MOST);
            return 2;
        }
        AuditCheck.Outcome chain =
                ServiceLoader.load(AuditCheck.class).findFirst().orElseThrow().check(owner, question.home());
        Texts texts = indonesian();
        BreachFindings findings = gather(owner, audit, question, account, texts);
        long noted = audit.note(question, findings.entries());
        new BreachPack(question, findings, chain, noted, Instant.now(Clock.systemUTC()), texts).write();
        out.printf(
                "%,d entries of the audit, %,d persons: %s%n",
                findings.entries(), findings.persons().size(), question.out());
        out.println(
                chain.intact()
                        ? "The audit is complete and unaltered."
                        : "The audit is NOT intact; see rantai.txt before anything of this is relied on.");
        return chain.intact() ? 0 : 1;
    }

    /** As the audit stood at one moment. */
    private static BreachFindings gather(
            Connection owner, BreachAudit audit, BreachQuestion question, @Nullable UUID account, Texts texts)
            throws SQLException {
        TouchedPersons persons = new TouchedPersons(audit.database());
        BreachFindings findings = new BreachFindings(texts);
        owner.setAutoCommit(false);
        try {
            audit.each(question, account, touch -> findings.add(touch, persons.of(touch)));
        } finally {
            owner.rollback();
            owner.setAutoCommit(true);
        }
        return findings;
    }

    private static Texts indonesian() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasenames("messages/identity");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        return new Texts(source, Texts.INDONESIAN);
    }
}
