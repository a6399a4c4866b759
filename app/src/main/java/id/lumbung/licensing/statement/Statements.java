package id.lumbung.licensing.statement;

import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.Sql;
import java.security.PrivateKey;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Signs what a sheet states and keeps the public state of each sheet. */
@Component
public class Statements {
    /** Cheap cameras read QR codes up to this version from a crumpled copy. */
    public static final int HIGHEST_QR_VERSION = 10;

    private static final int SHORTEST_NAME = 8;

    private final SigningKeys keys;
    private final JdbcClient database;
    private final LumbungSettings settings;
    private final Clock clock;

    Statements(SigningKeys keys, JdbcClient database, LumbungSettings settings, Clock clock) {
        this.keys = keys;
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** Signs with the key in use and takes the next place in the status list, inside the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public SignedStatement sign(StatementFacts facts) {
        SigningKeys.InUse key = keys.inUse();
        int statusIndex = database.sql("select nextval('licensing.status_index')")
                .query(Integer.class)
                .single();
        database.sql("""
                        insert into licensing.statement_status (status_index, region_code, state, changed_at)
                        values (:index, :region, 0, :now)
                        """)
                .param("index", statusIndex)
                .param("region", facts.kecamatanCode())
                .param("now", Sql.at(clock.instant()))
                .update();
        Statement statement = new Statement(
                key.kid(),
                settings.regency(),
                facts.kecamatanCode(),
                facts.number(),
                facts.businessName(),
                facts.kecamatanName(),
                facts.issuedOn(),
                facts.validUntil(),
                statusIndex);
        return new SignedStatement(key.kid(), statusIndex, signed(statement, key.key(), address("")));
    }

    /** From now on the public status list says this of the sheet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void mark(int statusIndex, SheetState state) {
        int changed = database.sql("""
                        update licensing.statement_status
                           set state = :state, changed_at = :now
                         where status_index = :index
                        """)
                .param("state", state.bits())
                .param("now", Sql.at(clock.instant()))
                .param("index", statusIndex)
                .update();
        if (changed != 1) {
            throw new IllegalStateException("no sheet with status index " + statusIndex);
        }
    }

    /** The address that a QR code with these digits opens. */
    public String address(String digits) {
        return settings.publicUrl() + "/c#" + digits;
    }

    /**
     * The digits of the signed statement. The name is cut further than its usual length when the code would else be too
     * dense to read.
     *
     * @param before what stands in front of the digits in the QR code
     */
    static String signed(Statement statement, PrivateKey key, String before) {
        int room = QrCode.digitsBeside(before, HIGHEST_QR_VERSION);
        for (int length = StatementFormat.LONGEST_NAME; length >= SHORTEST_NAME; length--) {
            byte[] payload = StatementFormat.payload(
                    statement.withBusinessName(StatementFormat.cut(statement.businessName(), length)));
            if (StatementFormat.mostDigits(payload.length) <= room) {
                return StatementFormat.digits(new StatementFormat.Signed(payload, Signatures.sign(key, payload)));
            }
        }
        throw new IllegalStateException("number or public address too long for a readable QR code");
    }
}
