package id.lumbung.platform.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings file: lines {@code NAME=value} with the names of the environment, as systemd reads them too. What the
 * environment says wins over the file.
 */
record SettingsFile(Map<String, String> values, List<Finding> findings) {
    private static final Pattern LINE = Pattern.compile("^([A-Z][A-Z0-9_]*)\\s*=\\s*(.*)");
    /** Every name that begins with LUMBUNG_; other names are Spring Boot's. */
    private static final Set<String> KNOWN = Set.of(
            "LUMBUNG_ADDRESS",
            "LUMBUNG_CONFIG",
            "LUMBUNG_DATABASE_APP_PASSWORD",
            "LUMBUNG_DATABASE_APP_USERNAME",
            "LUMBUNG_DATABASE_OWNER_PASSWORD",
            "LUMBUNG_DATABASE_OWNER_USERNAME",
            "LUMBUNG_DATABASE_PLAINTEXT",
            "LUMBUNG_DATABASE_URL",
            "LUMBUNG_DOCUMENTS_PLACE",
            "LUMBUNG_DOCUMENTS_S3_ACCESS_KEY",
            "LUMBUNG_DOCUMENTS_S3_BUCKET",
            "LUMBUNG_DOCUMENTS_S3_ENDPOINT",
            "LUMBUNG_DOCUMENTS_S3_PATH_STYLE",
            "LUMBUNG_DOCUMENTS_S3_PREFIX",
            "LUMBUNG_DOCUMENTS_S3_REGION",
            "LUMBUNG_DOCUMENTS_S3_SECRET_KEY",
            "LUMBUNG_DOCUMENTS_S3_SECRET_KEY_FILE",
            "LUMBUNG_HOME",
            "LUMBUNG_HSTS",
            "LUMBUNG_JAVA_HOME",
            "LUMBUNG_JAVA_OPTIONS",
            "LUMBUNG_LOG",
            "LUMBUNG_METRICS_ADDRESS",
            "LUMBUNG_METRICS_PORT",
            "LUMBUNG_OIDC_CLIENT_ID",
            "LUMBUNG_OIDC_CLIENT_SECRET",
            "LUMBUNG_OIDC_ISSUER",
            "LUMBUNG_OIDC_NAME",
            "LUMBUNG_OIDC_SECOND_FACTOR_ACR",
            "LUMBUNG_OIDC_SECOND_FACTOR_AMR",
            "LUMBUNG_PORT",
            "LUMBUNG_PUBLIC_URL",
            "LUMBUNG_REGENCY",
            "LUMBUNG_SECOND_FACTOR",
            "LUMBUNG_TRACES");
    /** Groups of settings that other parts of Lumbung have and check for themselves. */
    private static final List<String> GROUPS = List.of(
            "LUMBUNG_API_",
            "LUMBUNG_AUDIT_",
            "LUMBUNG_BACKUP_",
            "LUMBUNG_KEYS_",
            "LUMBUNG_MAIL_",
            "LUMBUNG_MASTER_",
            "LUMBUNG_SIGN_IN_");

    static SettingsFile none() {
        return new SettingsFile(Map.of(), List.of());
    }

    static SettingsFile read(Path file) {
        try {
            return of(file, Files.readAllLines(file));
        } catch (IOException problem) {
            return new SettingsFile(
                    Map.of(),
                    List.of(Finding.refusal(
                            "LUMBUNG_CONFIG",
                            "Berkas pengaturan " + file + " tidak dapat dibaca. Periksa nama berkas dan hak bacanya.",
                            "The settings file " + file + " cannot be read. See to its name and to who may read it.")));
        }
    }

    static SettingsFile of(Path file, List<String> lines) {
        Map<String, String> values = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        int number = 0;
        for (String raw : lines) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                findings.add(Finding.refusal(
                        file + ":" + number,
                        "Baris ini tidak berbentuk NAMA=nilai. Tulis nama dengan huruf besar, lalu =, lalu nilainya.",
                        "This line is not NAME=value. Write the name in capitals, then =, then the value."));
            } else if (unknown(parts.group(1))) {
                findings.add(Finding.refusal(
                        parts.group(1),
                        "Tidak ada pengaturan bernama ini (baris " + number
                                + "). Periksa ejaannya di ops/lumbung.conf.",
                        "There is no setting of this name (line " + number + "). Compare it with ops/lumbung.conf."));
            } else {
                values.put(parts.group(1), unquoted(parts.group(2)));
            }
        }
        return new SettingsFile(values, findings);
    }

    private static boolean unknown(String name) {
        return name.startsWith("LUMBUNG_")
                && !KNOWN.contains(name)
                && GROUPS.stream().noneMatch(name::startsWith);
    }

    private static String unquoted(String value) {
        String plain = value.strip();
        boolean quoted = plain.length() >= 2
                && (plain.startsWith("\"") && plain.endsWith("\"") || plain.startsWith("'") && plain.endsWith("'"));
        return quoted ? plain.substring(1, plain.length() - 1) : plain;
    }
}
