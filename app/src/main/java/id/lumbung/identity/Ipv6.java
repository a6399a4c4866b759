package id.lumbung.identity;

import java.net.InetAddress;
import java.util.HexFormat;

final class Ipv6 {
    private Ipv6() {}

    /** The first 64 bits; a text that is no address stays as it is. */
    static String network(String literal) {
        try {
            byte[] bytes =
                    InetAddress.ofLiteral(literal.replaceFirst("%.*", "")).getAddress();
            return bytes.length == 16 ? HexFormat.of().formatHex(bytes, 0, 8) + "/64" : literal;
        } catch (IllegalArgumentException notAnAddress) {
            return literal;
        }
    }
}
