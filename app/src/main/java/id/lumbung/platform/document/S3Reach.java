package id.lumbung.platform.document;

import static id.lumbung.platform.document.DocumentChecks.NAME;

import id.lumbung.platform.start.Finding;
import java.util.List;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Asks an S3 store whether documents can be written, listed and removed. Apart, so that nobody else loads its client. */
final class S3Reach {
    private S3Reach() {}

    static List<Finding> findings(DocumentSettings.S3 s3) {
        try (S3Place place = S3Place.open(s3)) {
            place.tryOut();
            return List.of();
        } catch (AwsServiceException answer) {
            return List.of(refused(answer));
        } catch (SdkException problem) {
            return List.of(isTls(problem) ? untrusted() : silent());
        }
    }

    /** By its code: what the store says may hold names and keys, so it is not repeated. */
    private static Finding refused(AwsServiceException answer) {
        String code = S3Place.codeOf(answer);
        if (code.equals("RequestTimeTooSkewed")) {
            return Finding.refusal(
                    "jam / clock",
                    "Jam komputer ini dan jam penyimpanan dokumen terlalu berbeda. Samakan keduanya dengan NTP.",
                    "The clocks of this machine and of the store of documents are too far apart. Set both by NTP.");
        }
        if (answer.statusCode() == 404) {
            return Finding.refusal(
                    NAME + "BUCKET",
                    "Penyimpanan ada, tetapi bucket ini tidak ada di dalamnya. Buat bucket itu, atau perbaiki namanya atau "
                            + NAME + "PATH_STYLE.",
                    "The store is there, but not this bucket. Make it, or mend its name or " + NAME + "PATH_STYLE.");
        }
        if (answer.statusCode() == 403 || answer.statusCode() == 401) {
            return Finding.refusal(
                    NAME + "ACCESS_KEY",
                    "Penyimpanan menolak kunci ini (" + code
                            + "). Periksa kunci dan rahasianya; kunci itu harus boleh membaca,"
                            + " menulis, menghapus, dan mendaftar isi bucket.",
                    "The store refuses this key (" + code
                            + "). See to the key and its secret; it must be allowed to read, write"
                            + " and delete in the bucket and to list it.");
        }
        if (answer.statusCode() >= 500 || answer.statusCode() == 429) {
            return silent();
        }
        return Finding.refusal(
                NAME + "ENDPOINT",
                "Penyimpanan menjawab " + answer.statusCode() + " " + code + ". Periksa alamat dan " + NAME + "REGION.",
                "The store answers " + answer.statusCode() + " " + code + ". See to its address and to " + NAME
                        + "REGION.");
    }

    private static boolean isTls(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return true;
            }
        }
        return false;
    }

    private static Finding untrusted() {
        return Finding.refusal(
                NAME + "ENDPOINT",
                "Sertifikat penyimpanan tidak dipercaya. Pasang sertifikat yang berlaku, atau tunjuk sertifikat induknya dengan"
                        + " LUMBUNG_JAVA_OPTIONS=-Djavax.net.ssl.trustStore=….",
                "The certificate of the store is not trusted. Install a valid one, or name its authority by"
                        + " LUMBUNG_JAVA_OPTIONS=-Djavax.net.ssl.trustStore=….");
    }

    /** Not a refusal: after a loss of power the store may come later than Lumbung, which waits for it and says DOWN. */
    private static Finding silent() {
        return Finding.warning(
                NAME + "ENDPOINT",
                "Penyimpanan dokumen tidak menjawab. Lumbung tetap dijalankan, tetapi dokumen baru dapat disimpan dan dibaca"
                        + " setelah penyimpanan itu menjawab. Periksa alamat, tembok api, dan penyimpanannya.",
                "The store of documents does not answer. Lumbung starts all the same, but documents can be kept and read only"
                        + " once it does. See to its address, the firewall and the store.");
    }
}
