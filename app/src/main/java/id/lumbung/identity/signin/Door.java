package id.lumbung.identity.signin;

import id.lumbung.identity.Accounts;
import id.lumbung.identity.Actor;
import id.lumbung.identity.Permission;
import id.lumbung.identity.RateLimiter;
import id.lumbung.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one door. However somebody proved to be the owner of an account, by password, passkey or elsewhere, it is here that
 * the account is looked at, a second factor asked for, the attempt noted and the session begun under a new id.
 */
@Component
public class Door {
    static final String CODE = "/masuk/kode";
    private static final String DESK = "/beranda";
    private static final String ACCOUNTS = "/akun";
    private static final String HALF = "lumbung.half";
    private static final Duration HALF_LASTS = Duration.ofMinutes(5);
    private static final Duration FRESH = Duration.ofMinutes(15);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Accounts accounts;
    private final SecondFactors secondFactors;
    private final SettingPasswords settingPasswords;
    private final SignInAttempts attempts;
    private final Devices devices;
    private final Sessions sessions;
    private final Clock clock;

    Door(
            JdbcClient database,
            TransactionTemplate transaction,
            Accounts accounts,
            SecondFactors secondFactors,
            SettingPasswords settingPasswords,
            SignInAttempts attempts,
            Devices devices,
            Sessions sessions,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.settingPasswords = settingPasswords;
        this.attempts = attempts;
        this.devices = devices;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** What came of a code or a password that was asked for. */
    sealed interface Answer {
        record Right(String path) implements Answer {}

        record Wrong() implements Answer {}

        record TooMany(Duration delay) implements Answer {}

        /** There is no sign-in that waits for it, or it waited too long. */
        record Over() implements Answer {}
    }

    /** Somebody who has shown one factor and not yet the other. */
    private record Half(UUID account, int epoch, long at, String next) implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    private record Owner(String signInName, int epoch) {}

    /**
     * Lets in whoever has proved to be the owner; the path to go to then, which may be the question for a code. Empty when
     * the account is not open.
     *
     * @param strong whether the proof counts as two factors
     * @param next path that was wanted, or empty
     */
    public Optional<String> enter(
            UUID account, boolean strong, String next, HttpServletRequest request, HttpServletResponse response) {
        Owner owner = owner(account).orElse(null);
        if (owner == null) {
            failed("", request);
            return Optional.empty();
        }
        if (!strong && secondFactors.isSet(account)) {
            request.getSession().setAttribute(HALF, new Half(account, owner.epoch(), clock.millis(), next));
            return Optional.of(CODE);
        }
        noteSuccess(owner, request);
        return Optional.of(begin(account, owner, strong, next, request, response));
    }

    /** Notes that somebody tried to get in and could not, so that it counts against the address. */
    public void failed(String signInName, HttpServletRequest request) {
        attempts.record(RateLimiter.addressOf(request), signInName, devices.known(request, signInName), false);
    }

    /** How long this address has to wait after its failures. */
    public Duration delay(String signInName, HttpServletRequest request) {
        return attempts.delay(RateLimiter.addressOf(request), signInName, devices.known(request, signInName));
    }

    /** The code that was asked for at sign-in. */
    Answer finish(String code, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        Half half = session == null ? null : (Half) session.getAttribute(HALF);
        Owner owner = half == null ? null : owner(half.account()).orElse(null);
        if (half == null
                || owner == null
                || owner.epoch() != half.epoch()
                || Instant.ofEpochMilli(half.at()).plus(HALF_LASTS).isBefore(clock.instant())) {
            return new Answer.Over();
        }
        Answer checked = checkCode(half.account(), owner.signInName(), code, half.next(), request);
        if (checked instanceof Answer.Right) {
            noteSuccess(owner, request);
            return new Answer.Right(begin(half.account(), owner, true, half.next(), request, response));
        }
        return checked;
    }

    boolean waitsForCode(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(HALF) != null;
    }

    /** Somebody who is in shows again that it is still the owner: by a code where there is a second factor, else by password. */
    Answer again(SignedIn who, String typed, String next, HttpServletRequest request, HttpServletResponse response) {
        Owner owner = owner(who.account()).orElse(null);
        if (owner == null) {
            return new Answer.Over();
        }
        boolean code = secondFactors.isSet(who.account());
        Answer checked = code
                ? checkCode(who.account(), owner.signInName(), typed, next, request)
                : checkPassword(who.account(), owner.signInName(), typed, next, request);
        if (checked instanceof Answer.Right) {
            sessions.replace(who.provenAgain(code, clock.instant()), request, response);
        }
        return checked;
    }

    /** Who is in, where a session says so. */
    public static Optional<SignedIn> whoIsIn() {
        return AskingAgain.current();
    }

    /** As {@link #again} for a proof that another module has looked at; false when it is not the owner's. */
    public boolean provenAgain(
            SignedIn who, UUID account, boolean strong, HttpServletRequest request, HttpServletResponse response) {
        if (!who.account().equals(account)) {
            return false;
        }
        sessions.replace(who.provenAgain(strong, clock.instant()), request, response);
        return true;
    }

    boolean isFresh(SignedIn who) {
        return who.provenAt() > clock.instant().minus(FRESH).toEpochMilli();
    }

    private Answer checkCode(UUID account, String signInName, String code, String next, HttpServletRequest request) {
        String kind = "code " + account;
        byte[] device = devices.known(request, signInName);
        String address = RateLimiter.addressOf(request);
        Duration delay = attempts.delay(address, kind, device);
        if (delay.isPositive()) {
            return new Answer.TooMany(delay);
        }
        boolean right = secondFactors.check(account, code);
        attempts.record(address, kind, device, right);
        return right ? new Answer.Right(next) : new Answer.Wrong();
    }

    private Answer checkPassword(
            UUID account, String signInName, String password, String next, HttpServletRequest request) {
        byte[] device = devices.known(request, signInName);
        String address = RateLimiter.addressOf(request);
        Duration delay = attempts.delay(address, signInName, device);
        if (delay.isPositive()) {
            return new Answer.TooMany(delay);
        }
        boolean right = settingPasswords.isCurrent(account, password);
        attempts.record(address, signInName, device, right);
        return right ? new Answer.Right(next) : new Answer.Wrong();
    }

    private String begin(
            UUID account,
            Owner owner,
            boolean strong,
            String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        sessions.begin(new SignedIn(account, owner.epoch(), strong, clock.millis()), request, response);
        request.getSession().removeAttribute(HALF);
        devices.remember(owner.signInName(), response);
        return destination(next, accounts.actor(account).orElseThrow());
    }

    private void noteSuccess(Owner owner, HttpServletRequest request) {
        attempts.record(
                RateLimiter.addressOf(request), owner.signInName(), devices.known(request, owner.signInName()), true);
    }

    private Optional<Owner> owner(UUID account) {
        return transaction.execute(status -> database.sql(
                        "select sign_in_name, session_epoch from identity.account where id = :id and state = 'ACTIVE'")
                .param("id", account)
                .query((row, number) -> new Owner(row.getString("sign_in_name"), row.getInt("session_epoch")))
                .optional());
    }

    /** The question for a factor, and from there to the path. */
    static String askAgain(String next) {
        return "/masuk/lagi?lanjut=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /** Whether it is a path of this site, behind the door. */
    static boolean isLocal(@Nullable String wanted) {
        return wanted != null
                && wanted.startsWith("/")
                && !wanted.startsWith("//")
                && wanted.length() < 1000
                && wanted.chars().noneMatch(c -> c == '\\' || c < ' ')
                && (!wanted.startsWith("/masuk") || wanted.equals(AskingAgain.CONTINUE))
                && !wanted.startsWith("/keluar");
    }

    /** Where to go after a proof was shown again. */
    public static String pathAfter(String wanted, Actor actor) {
        return destination(wanted, actor);
    }

    /** A path of this site and nothing else; or the desk, which is of no use to somebody without cases. */
    static String destination(String wanted, Actor actor) {
        if (isLocal(wanted)) {
            return wanted;
        }
        return actor.territories().isEmpty() && actor.mayAnywhere(Permission.MANAGE_ACCOUNTS) ? ACCOUNTS : DESK;
    }
}
