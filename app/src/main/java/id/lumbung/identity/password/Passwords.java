package id.lumbung.identity.password;

import com.nulabinc.zxcvbn.Zxcvbn;
import id.lumbung.platform.FieldProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Argon2id with the parameters that OWASP names as the least (19 MiB, two passes, one lane). At most four are computed at
 * the same time, so that a flood of sign-ins cannot take all memory.
 */
@Component
public class Passwords {
    public static final int LEAST_LENGTH = 12;
    static final int MOST_LENGTH = 200;
    private static final int MEMORY_KIB = 19 * 1024;

    /** Guesses that a password must withstand, as a power of ten. */
    private static final double LEAST_GUESSES = 8;

    /** What passwords are made of here; the lists of the library are of elsewhere. */
    private static final Set<String> COMMON_WORDS = Set.of(
            "password",
            "passw0rd",
            "p@ssw0rd",
            "katasandi",
            "sandi",
            "rahasia",
            "qwerty",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "admin",
            "administrator",
            "indonesia",
            "bismillah",
            "malang",
            "kepanjen",
            "kabupaten",
            "kecamatan",
            "lumbung",
            "letmein",
            "welcome",
            "iloveyou",
            "sayang",
            "merdeka",
            "jakarta",
            "jawatimur",
            "arema",
            "dinas",
            "koperasi",
            "camat",
            "pegawai",
            "umkm",
            "iumk",
            "abc",
            "abcd",
            "123");

    /** Its lists are read when the first password is set. */
    private static final Supplier<Zxcvbn> ESTIMATES = SingletonSupplier.of(Zxcvbn::new);

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, 2);
    private final Semaphore places = new Semaphore(4, true);
    private volatile @Nullable String nobody;

    /** Made at the first need and not at the start, of which it would take a twentieth. */
    private String nobody() {
        String made = nobody;
        if (made == null) {
            made = String.valueOf(encoder.encode("nobody has this password, it only takes as long"));
            nobody = made;
        }
        return made;
    }

    /** For keeping; another one each time. */
    public String hash(String password) {
        return limited(() -> String.valueOf(encoder.encode(password)));
    }

    /** Whether the password belongs to the hash; takes as long when there is no hash. */
    public boolean matches(String password, @Nullable String hash) {
        if (password.length() > MOST_LENGTH) {
            return false;
        }
        boolean same = limited(() -> encoder.matches(password, hash == null ? nobody() : hash));
        return same && hash != null;
    }

    /** The key of a sentence that says why a password is too easy, or nothing. */
    static Optional<String> objection(String password, String signInName, String fullName) {
        if (password.length() < LEAST_LENGTH) {
            return Optional.of("identity.password.too-short");
        }
        if (password.length() > MOST_LENGTH) {
            return Optional.of("identity.password.too-long");
        }
        String plain = password.toLowerCase(Locale.ROOT);
        if (contains(plain, signInName)
                || java.util.Arrays.stream(fullName.split("[^\\p{L}]+"))
                        .anyMatch(word ->
                                word.length() > 3 && withoutPadding(plain).equals(word.toLowerCase(Locale.ROOT)))) {
            return Optional.of("identity.password.contains-name");
        }
        if (isCommon(plain) || isGuessed(password, signInName, fullName)) {
            return Optional.of("identity.password.too-common");
        }
        return Optional.empty();
    }

    /** What is wrong with a new password, beside its fields {@code password} and {@code again}. */
    public static void check(
            String password, String again, String signInName, String fullName, FieldProblems problems) {
        objection(password, signInName, fullName)
                .ifPresentOrElse(key -> problems.add("password", key, LEAST_LENGTH), () -> {
                    if (!password.equals(again)) {
                        problems.add("again", "identity.password.not-the-same");
                    }
                });
    }

    private static boolean contains(String plain, String name) {
        String word = name.strip().toLowerCase(Locale.ROOT);
        return word.length() > 3 && plain.contains(word);
    }

    /** Too few different characters, a run along the alphabet or the digits, or known words with digits around them. */
    private static boolean isCommon(String plain) {
        if (plain.chars().distinct().count() < 5) {
            return true;
        }
        boolean run = true;
        for (int i = 1; i < plain.length() && run; i++) {
            int step = plain.charAt(i) - plain.charAt(i - 1);
            run = step == 1 || step == -9;
        }
        if (run) {
            return true;
        }
        String rest = withoutPadding(plain);
        for (String word :
                COMMON_WORDS.stream().sorted((a, b) -> b.length() - a.length()).toList()) {
            rest = rest.replace(word, "");
        }
        return withoutPadding(rest).length() < 3;
    }

    /** By lists of 30,000 leaked passwords, of names and of words, keyboard paths, dates and decoration. */
    private static boolean isGuessed(String password, String signInName, String fullName) {
        List<String> known = new ArrayList<>(COMMON_WORDS);
        known.add(signInName);
        known.addAll(List.of(fullName.split("[^\\p{L}]+")));
        return ESTIMATES.get().measure(password, known).getGuessesLog10() < LEAST_GUESSES;
    }

    private static String withoutPadding(String plain) {
        return plain.replaceAll("[^\\p{L}@]+", "");
    }

    private <T> T limited(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
