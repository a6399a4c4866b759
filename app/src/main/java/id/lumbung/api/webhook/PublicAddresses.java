package id.lumbung.api.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * Resolves names to addresses on the public Internet only, at the moment of connecting: a name that led outside when it was
 * written down may lead to our own machines later. One private address among several is one too many.
 */
final class PublicAddresses implements DnsResolver {
    private final boolean loopbackToo;

    PublicAddresses(boolean loopbackToo) {
        this.loopbackToo = loopbackToo;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        for (InetAddress address : addresses) {
            if (!isAllowed(address)) {
                throw new UnknownHostException("not a public address");
            }
        }
        return addresses;
    }

    @Override
    public @Nullable String resolveCanonicalHostname(String host) {
        return host;
    }

    boolean isAllowed(InetAddress address) {
        return loopbackToo && address.isLoopbackAddress() || isPublic(address);
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address ignored -> isPublic4(bytes[0] & 255, bytes[1] & 255, bytes[2] & 255);
            case Inet6Address ignored -> isPublic6(bytes);
            default -> false;
        };
    }

    /** The special-purpose blocks of the IANA registry. */
    private static boolean isPublic4(int a, int b, int c) {
        return !(a == 0
                || a == 10
                || a == 127
                || a == 100 && b >= 64 && b < 128
                || a == 169 && b == 254
                || a == 172 && b >= 16 && b < 32
                || a == 192 && b == 168
                || a == 192 && b == 0 && (c == 0 || c == 2)
                || a == 192 && b == 88 && c == 99
                || a == 198 && (b == 18 || b == 19)
                || a == 198 && b == 51 && c == 100
                || a == 203 && b == 0 && c == 113
                || a >= 224);
    }

    /** Global unicast, without documentation, Teredo and the 6to4 and NAT64 ways back into IPv4. */
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 255) << 8 | bytes[1] & 255;
        int second = (bytes[2] & 255) << 8 | bytes[3] & 255;
        boolean global = (first & 0xe000) == 0x2000;
        boolean special =
                first == 0x2002 || first == 0x2001 && (second == 0x0db8 || second < 0x0200) || first == 0x3fff;
        return global && !special;
    }
}
