package id.lumbung.platform.document;

import id.lumbung.platform.start.Finding;
import id.lumbung.platform.start.PlainAddress;
import id.lumbung.platform.start.StartCheck;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The place of documents: is an S3 store named completely, and can documents be written, listed and removed there? */
final class DocumentChecks implements StartCheck {
    static final String NAME = "LUMBUNG_DOCUMENTS_S3_";
    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,61}[A-Za-z0-9]");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9_-][A-Za-z0-9._-]{0,60}/){0,5}");

    @Override
    public List<Finding> check(Environment settings) {
        DocumentSettings documents = Binder.get(settings)
                .bind("lumbung.documents", DocumentSettings.class)
                .orElseGet(DocumentSettings::inFolder);
        String place = documents.place().strip();
        if (place.equals(DocumentSettings.IN_FOLDER)) {
            return List.of();
        }
        if (!place.equals(DocumentSettings.IN_S3)) {
            return List.of(Finding.refusal(
                    "LUMBUNG_DOCUMENTS_PLACE",
                    "Isinya harus folder atau s3, bukan \"" + place + "\".",
                    "It must be folder or s3, not \"" + place + "\"."));
        }
        return of(documents);
    }

    /** Whether the store can be used, when it is in use or is to be. */
    static List<Finding> of(DocumentSettings documents) {
        DocumentSettings.S3 s3 = documents.s3();
        if (s3 == null) {
            return List.of(missing("ENDPOINT"), missing("BUCKET"), missing("ACCESS_KEY"), missing("SECRET_KEY"));
        }
        List<Finding> findings = written(s3);
        return findings.isEmpty() ? S3Reach.findings(s3) : findings;
    }

    private static Finding missing(String setting) {
        return Finding.refusal(
                NAME + setting,
                "Belum diisi, padahal dokumen disimpan atau hendak disimpan di S3.",
                "It is missing, while documents are or are to be kept in S3.");
    }

    /** What can be seen without asking the store. */
    static List<Finding> written(DocumentSettings.S3 s3) {
        List<Finding> findings = new ArrayList<>();
        endpoint(s3.endpoint().strip(), findings);
        shape("BUCKET", s3.bucket().strip(), BUCKET, "lumbung-malang", findings);
        shape("REGION", s3.region().strip(), REGION, "ap-southeast-3", findings);
        if (!PREFIX.matcher(s3.prefix().strip()).matches()) {
            findings.add(Finding.refusal(
                    NAME + "PREFIX",
                    "Awalan ini tidak dapat dipakai. Tulis huruf, angka, dan garis miring di akhirnya, misalnya malang/, atau"
                            + " kosongkan.",
                    "This prefix cannot be used. Write letters, digits and a slash at its end, such as malang/, or leave it"
                            + " out."));
        }
        if (!Set.of("true", "false").contains(s3.pathStyle().strip())) {
            findings.add(
                    Finding.refusal(NAME + "PATH_STYLE", "Isinya harus true atau false.", "It must be true or false."));
        }
        if (s3.accessKey().isBlank()) {
            findings.add(missing("ACCESS_KEY"));
        }
        secret(s3, findings);
        return findings;
    }

    private static void endpoint(String written, List<Finding> findings) {
        if (written.isEmpty()) {
            findings.add(missing("ENDPOINT"));
            return;
        }
        URI address = PlainAddress.of(written.endsWith("/") ? written.substring(0, written.length() - 1) : written);
        if (address == null) {
            findings.add(Finding.refusal(
                    NAME + "ENDPOINT",
                    "Ini bukan alamat penyimpanan. Tulis misalnya https://s3.example.go.id, tanpa nama bucket, jalur, atau nama"
                            + " pengguna.",
                    "This is not the address of a store. Write one such as https://s3.example.go.id, without bucket, path or"
                            + " user."));
        } else if (PlainAddress.isInTheClear(address)) {
            findings.add(Finding.refusal(
                    NAME + "ENDPOINT",
                    "Alamat ini tanpa https, jadi permintaan dapat dibaca dan diulang di jalan. Pasang TLS, lalu tulis https://"
                            + address.getHost() + ".",
                    "This address is without https, so requests could be read and repeated on the way. Set up TLS and write"
                            + " https://" + address.getHost() + "."));
        }
    }

    private static void shape(String setting, String written, Pattern shape, String example, List<Finding> findings) {
        if (written.isEmpty()) {
            findings.add(missing(setting));
        } else if (!shape.matcher(written).matches()) {
            findings.add(Finding.refusal(
                    NAME + setting,
                    "\"" + written + "\" tidak dapat dipakai di sini. Tulis misalnya " + example + ".",
                    "\"" + written + "\" cannot be used here. Write something like " + example + "."));
        }
    }

    private static void secret(DocumentSettings.S3 s3, List<Finding> findings) {
        boolean direct = DocumentSettings.S3.isSet(s3.secretKey());
        boolean file = DocumentSettings.S3.isSet(s3.secretKeyFile());
        if (direct && file) {
            findings.add(Finding.refusal(
                    NAME + "SECRET_KEY",
                    "Diisi bersama " + NAME + "SECRET_KEY_FILE. Pakai salah satu saja.",
                    "It is set together with " + NAME + "SECRET_KEY_FILE. Use only one of them."));
        } else if (!direct && !file) {
            findings.add(missing("SECRET_KEY"));
        } else if (file && !readable(s3)) {
            findings.add(Finding.refusal(
                    NAME + "SECRET_KEY_FILE",
                    "Berkas ini kosong atau tidak dapat dibaca. Isinya satu baris: rahasia dari kunci itu. Periksa juga hak"
                            + " bacanya.",
                    "This file is empty or cannot be read. It holds one line, the secret of the key. See also to who may read"
                            + " it."));
        }
    }

    private static boolean readable(DocumentSettings.S3 s3) {
        try {
            String secret = s3.secret();
            return !secret.isEmpty() && secret.lines().count() == 1;
        } catch (IOException | RuntimeException problem) {
            return false;
        }
    }
}
