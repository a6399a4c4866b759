package id.lumbung.identity.signin;

import id.lumbung.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sessions of people who signed in: begun, listed, ended. */
@Component
public class Sessions {
    private static final String FROM = "lumbung.from";
    private static final String DEVICE = "lumbung.device";

    private final JdbcClient database;
    private final FindByIndexNameSessionRepository<? extends Session> repository;
    private final SecurityContextRepository securityContexts;
    private final SessionAuthenticationStrategy atSignIn;
    private final Clock clock;

    Sessions(
            JdbcClient database,
            FindByIndexNameSessionRepository<? extends Session> repository,
            SecurityContextRepository securityContexts,
            SessionAuthenticationStrategy atSignIn,
            Clock clock) {
        this.database = database;
        this.repository = repository;
        this.securityContexts = securityContexts;
        this.atSignIn = atSignIn;
        this.clock = clock;
    }

    /**
     * One session.
     *
     * @param handle names the session without revealing its secret id
     */
    public record Open(String handle, Instant since, Instant lastUsed, String from, String device, boolean current) {}

    /** Begins a session, or goes on with the current one under a new id. */
    void begin(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        Authentication authentication = UsernamePasswordAuthenticationToken.authenticated(who, null, List.of());
        atSignIn.onAuthentication(authentication, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        HttpSession session = request.getSession();
        session.setAttribute(SignedIn.BEGAN, clock.millis());
        session.setAttribute(FROM, String.valueOf(request.getRemoteAddr()));
        session.setAttribute(DEVICE, device(request.getHeader("User-Agent")));
        securityContexts.saveContext(context, request, response);
    }

    /** Goes on with the same session, of which something more is known. */
    void replace(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(who, null, List.of()));
        SecurityContextHolder.setContext(context);
        request.changeSessionId();
        securityContexts.saveContext(context, request, response);
    }

    /** After all sessions were ended: goes on here with a new one. */
    void renew(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        begin(who, request, response);
    }

    public List<Open> of(UUID account, HttpServletRequest request) {
        HttpSession here = request.getSession(false);
        String current = here == null ? "" : here.getId();
        return repository.findByPrincipalName(account.toString()).values().stream()
                .map(session -> open(session, current))
                .sorted(Comparator.comparing(Open::lastUsed).reversed())
                .toList();
    }

    /** Ends one session of this account. */
    public void end(UUID account, String handle) {
        repository.findByPrincipalName(account.toString()).keySet().stream()
                .filter(id -> handleOf(id).equals(handle))
                .forEach(repository::deleteById);
    }

    /** Ends all sessions of an account; returns the epoch that new ones begin with. */
    @Transactional
    public int endAll(UUID account) {
        database.sql("delete from identity.spring_session where principal_name = :account")
                .param("account", account.toString())
                .update();
        return database.sql("""
                        update identity.account
                           set session_epoch = session_epoch + 1
                         where id = :account
                        returning session_epoch
                        """).param("account", account).query(Integer.class).single();
    }

    private static Open open(Session session, String current) {
        return new Open(
                handleOf(session.getId()),
                session.getCreationTime(),
                session.getLastAccessedTime(),
                session.getAttributeOrDefault(FROM, ""),
                session.getAttributeOrDefault(DEVICE, ""),
                session.getId().equals(current));
    }

    private static String handleOf(String sessionId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(sessionId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    /** Browser and system in two words, as far as they can be told. */
    static String device(@org.jspecify.annotations.Nullable String userAgent) {
        if (userAgent == null) {
            return "";
        }
        String browser = userAgent.contains("Edg/")
                ? "Edge"
                : userAgent.contains("Firefox/")
                        ? "Firefox"
                        : userAgent.contains("Chrome/") ? "Chrome" : userAgent.contains("Safari/") ? "Safari" : "";
        String system = userAgent.contains("Android")
                ? "Android"
                : userAgent.contains("iPhone") || userAgent.contains("iPad")
                        ? "iOS"
                        : userAgent.contains("Windows")
                                ? "Windows"
                                : userAgent.contains("Mac OS") ? "macOS" : userAgent.contains("Linux") ? "Linux" : "";
        return (browser + " " + system).strip();
    }
}
