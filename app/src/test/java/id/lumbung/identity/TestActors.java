package id.lumbung.identity;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * People for tests: real accounts in the database of the test. {@code @Autowired TestActors actors}, then
 * {@code Actor siti = actors.kecamatanOfficer("35.07.13")}; in a request {@code .with(signedIn(siti))}; without one
 * {@code CurrentActor.runAs(siti, () -> …)}.
 */
@Component
public class TestActors {
    public static final String PASSWORD = "Gudeg-jantan-77-lor";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Accounts accounts;
    private final JdbcClient database;

    TestActors(Accounts accounts, JdbcClient database) {
        this.accounts = accounts;
        this.database = database;
    }

    public Actor administrator() {
        return administrator("35.07");
    }

    public Actor administrator(String territory) {
        return with("Agus Administrator", "Administrator Sistem", NewGrant.of(Role.ADMINISTRATOR, territory));
    }

    public Actor kecamatanOfficer(String kecamatan) {
        return with("Siti Petugas", "Pengadministrasi Umum", NewGrant.of(Role.KECAMATAN_OFFICER, kecamatan));
    }

    public Actor camat(String kecamatan) {
        return with("Dra. Endang Camat", "Camat " + kecamatan, NewGrant.of(Role.CAMAT, kecamatan));
    }

    public Actor camatDelegate(String kecamatan) {
        return with(
                "Bambang Sekretaris", "Sekretaris Kecamatan", NewGrant.delegate(kecamatan, "Keputusan Camat 1/2026"));
    }

    public Actor dinasOfficer() {
        return with("Rina Dinas", "Analis Kebijakan", NewGrant.of(Role.DINAS_OFFICER, "35.07"));
    }

    public Actor dinasHead() {
        return with("Ir. Hadi Kepala", "Kepala Dinas", NewGrant.of(Role.DINAS_HEAD, "35.07"));
    }

    public Actor dataProtectionOfficer() {
        return with("Wulan Pelindung", "Pejabat PDP", NewGrant.of(Role.DATA_PROTECTION_OFFICER, "35.07"));
    }

    /** A person with these grants, who can also sign in at /masuk with {@link #PASSWORD}. */
    public Actor with(String fullName, String title, NewGrant... grants) {
        UUID account = accounts.create(new NewAccount(
                "uji." + COUNT.incrementAndGet() + "." + Long.toString(System.nanoTime(), 36),
                PASSWORD,
                fullName,
                "Penata Muda",
                "198001012005011001",
                title,
                List.of(grants)));
        return accounts.actor(account).orElseThrow();
    }

    /** What this person types at /masuk, with {@link #PASSWORD}. */
    public String signInNameOf(Actor actor) {
        return database.sql("select sign_in_name from identity.account where id = :id")
                .param("id", actor.account())
                .query(String.class)
                .single();
    }

    /** Makes a MockMvc request that of this person, with the token that forms carry. */
    public static RequestPostProcessor signedIn(Actor actor) {
        return signedIn(actor, Long.MAX_VALUE);
    }

    /** As {@link #signedIn(Actor)}, but the last factor was shown long ago. */
    public static RequestPostProcessor signedInLongAgo(Actor actor) {
        return signedIn(actor, 0);
    }

    private static RequestPostProcessor signedIn(Actor actor, long provenAt) {
        RequestPostProcessor authentication =
                SecurityMockMvcRequestPostProcessors.authentication(UsernamePasswordAuthenticationToken.authenticated(
                        new SignedIn(actor.account(), 0, true, provenAt), null, List.of()));
        RequestPostProcessor csrf = SecurityMockMvcRequestPostProcessors.csrf();
        return request -> csrf.postProcessRequest(authentication.postProcessRequest(request));
    }
}
