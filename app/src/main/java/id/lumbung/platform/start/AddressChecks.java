package id.lumbung.platform.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** The address that the public uses, and the doors of the process itself. */
final class AddressChecks implements StartCheck {
    @Override
    public List<Finding> check(Environment settings) {
        List<Finding> findings = new ArrayList<>();
        publicAddress(settings.getProperty("lumbung.public-url", ""), findings);
        String address = settings.getProperty("server.address");
        Integer port = port("LUMBUNG_PORT", settings.getProperty("server.port", "8080"), findings);
        if (port != null && port > 0) {
            free("LUMBUNG_PORT", address, port, settings, findings);
        }
        String metrics = settings.getProperty("lumbung.metrics.port", "0");
        Integer metricsPort = port("LUMBUNG_METRICS_PORT", metrics, findings);
        if (metricsPort != null && metricsPort > 0) {
            metrics(settings.getProperty("lumbung.metrics.address", "127.0.0.1"), metricsPort, settings, findings);
        }
        String log = settings.getProperty("lumbung.log", "text");
        if (!log.equals("text") && !log.equals("json")) {
            findings.add(Finding.refusal(
                    "LUMBUNG_LOG", "Isinya harus text atau json.", "It must be text or json, not \"" + log + "\"."));
        }
        traces(settings.getProperty("lumbung.traces", ""), findings);
        return findings;
    }

    static void publicAddress(String written, List<Finding> findings) {
        URI address = PlainAddress.of(written);
        if (address == null) {
            findings.add(Finding.refusal(
                    "LUMBUNG_PUBLIC_URL",
                    "\"" + written
                            + "\" bukan alamat. Tulis alamat kantor di internet, misalnya https://izin.malangkab.go.id,"
                            + " tanpa garis miring, jalur, atau tanda tanya di belakangnya.",
                    "\"" + written
                            + "\" is not an address. Write the one under which the public reaches the office, such as"
                            + " https://izin.malangkab.go.id, without a slash, a path or a question mark after it."));
        } else if (PlainAddress.isInTheClear(address)) {
            findings.add(Finding.refusal(
                    "LUMBUNG_PUBLIC_URL",
                    "Alamat ini tanpa https: kata sandi dan NIK dapat dibaca di jalan, dan peramban tidak mau memeriksa QR izin."
                            + " Pasang TLS pada proksi, lalu tulis https://" + address.getHost() + ".",
                    "This address is without https: passwords and NIKs could be read on the way, and browsers would not check"
                            + " the QR of a licence. Let a proxy end TLS and write https://" + address.getHost()
                            + "."));
        } else if (address.getScheme().equals("http")) {
            findings.add(Finding.warning(
                    "LUMBUNG_PUBLIC_URL",
                    "Lumbung hanya dapat dipakai dari komputer ini (" + written
                            + "). Untuk dipakai orang lain, tulis alamat"
                            + " https kantor sebelum izin pertama terbit: alamat itu tercetak dalam QR.",
                    "Lumbung can be used from this computer only (" + written
                            + "). For others, set the office's https address"
                            + " before the first licence: it is printed in the QR."));
        }
    }

    private static @Nullable Integer port(String setting, String written, List<Finding> findings) {
        try {
            int port = Integer.parseInt(written.strip());
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notOne) {
            // said below
        }
        findings.add(Finding.refusal(
                setting,
                "\"" + written + "\" bukan nomor port. Tulis angka antara 1 dan 65535.",
                "\"" + written + "\" is not a port. Write a number between 1 and 65535."));
        return null;
    }

    private static void free(
            String setting, @Nullable String address, int port, Environment settings, List<Finding> findings) {
        boolean only = settings.getProperty("lumbung.check", Boolean.class, false);
        try (ServerSocket door = new ServerSocket()) {
            door.bind(address == null ? new InetSocketAddress(port) : new InetSocketAddress(address, port));
        } catch (IOException taken) {
            String indonesian =
                    "Port " + port + " tidak dapat dibuka: sudah dipakai program lain, atau pengguna ini tidak"
                            + " boleh membukanya. Hentikan program itu atau pilih port lain.";
            String english = "Port " + port + " cannot be opened: another program has it, or this user may not."
                    + " Stop that program or choose another port.";
            findings.add(
                    only
                            ? Finding.warning(
                                    setting,
                                    indonesian + " Tidak apa-apa bila itu Lumbung yang sedang berjalan.",
                                    english + " Nothing is wrong if it is this Lumbung, running.")
                            : Finding.refusal(setting, indonesian, english));
        }
    }

    private static void metrics(String address, int port, Environment settings, List<Finding> findings) {
        try {
            if (!InetAddress.getByName(address).isLoopbackAddress()) {
                findings.add(Finding.warning(
                        "LUMBUNG_METRICS_ADDRESS",
                        "Angka pengawasan dapat dibaca dari luar komputer ini. Pastikan hanya server pengawas yang dapat mencapai "
                                + address + ":" + port + ".",
                        "The metrics can be read from outside this machine. See that only the monitoring server reaches "
                                + address + ":" + port + "."));
            }
            free("LUMBUNG_METRICS_PORT", address, port, settings, findings);
        } catch (UnknownHostException unknown) {
            findings.add(Finding.refusal(
                    "LUMBUNG_METRICS_ADDRESS",
                    "\"" + address + "\" bukan alamat jaringan komputer ini. Tulis 127.0.0.1.",
                    "\"" + address + "\" is no network address of this machine. Write 127.0.0.1."));
        }
    }

    private static void traces(String written, List<Finding> findings) {
        if (written.isBlank()) {
            return;
        }
        try {
            URI address = new URI(written.strip());
            if (address.getHost() != null && String.valueOf(address.getScheme()).startsWith("http")) {
                return;
            }
        } catch (URISyntaxException notOne) {
            // said below
        }
        findings.add(
                Finding.refusal(
                        "LUMBUNG_TRACES",
                        "Tulis alamat OTLP/HTTP penerima jejak, misalnya http://127.0.0.1:4318/v1/traces, atau kosongkan.",
                        "Write the OTLP/HTTP address of the collector, such as http://127.0.0.1:4318/v1/traces, or leave it out."));
    }
}
