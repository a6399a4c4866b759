package id.lumbung.platform.start;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An address of a server in a setting: scheme, host and perhaps a port, nothing else. */
public final class PlainAddress {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private PlainAddress() {}

    /** The address, by http or https; null when it is none. */
    public static @Nullable URI of(String written) {
        try {
            URI address = new URI(written);
            boolean plain = ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null
                    && (address.getRawPath() == null || address.getRawPath().isEmpty())
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null
                    && address.getRawUserInfo() == null;
            return plain ? address : null;
        } catch (URISyntaxException notOne) {
            return null;
        }
    }

    /** Whether what goes there could be read on the way: without TLS, and not to this machine. */
    public static boolean isInTheClear(URI address) {
        return address.getScheme().equals("http") && !HERE.contains(address.getHost());
    }
}
