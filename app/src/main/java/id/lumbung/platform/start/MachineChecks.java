package id.lumbung.platform.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** The home folder, the disk below it and the clock. */
final class MachineChecks implements StartCheck {
    private static final long LEAST = 200L << 20;
    private static final long COMFORTABLE = 2L << 30;
    /** Nobody ran this program before it was written. */
    static final Instant WRITTEN = Instant.parse("2026-11-01T00:00:00Z");

    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    @Override
    public List<Finding> check(Environment settings) {
        List<Finding> findings = new ArrayList<>();
        home(Path.of(settings.getProperty("lumbung.home", "var/lumbung")), findings);
        if (settings.getProperty("lumbung.database.url") == null) {
            reachable(Path.of(settings.getProperty("lumbung.home", "var/lumbung")), findings);
        }
        clock(Instant.now(), findings);
        return findings;
    }

    static void home(Path written, List<Finding> findings) {
        Path home = written.toAbsolutePath().normalize();
        try {
            Files.createDirectories(home);
            Path probe = Files.createTempFile(home, "check", ".tmp");
            Files.delete(probe);
            space(home, Files.getFileStore(home).getUsableSpace(), findings);
        } catch (IOException | SecurityException problem) {
            String user = System.getProperty("user.name");
            findings.add(Finding.refusal(
                    "LUMBUNG_HOME",
                    "Folder " + home + " tidak dapat ditulisi oleh pengguna " + user
                            + ". Buat folder itu dan serahkan kepadanya: chown -R " + user + " " + home,
                    "The folder " + home + " cannot be written by the user " + user
                            + ". Make it and hand it over: chown -R " + user + " " + home));
        }
    }

    static void space(Path home, long free, List<Finding> findings) {
        String left = String.format(Locale.ROOT, "%,d MB", free >> 20);
        if (free < LEAST) {
            findings.add(Finding.refusal(
                    "LUMBUNG_HOME",
                    "Di tempat folder " + home + " hanya tersisa " + left + ". Kosongkan ruang atau pindahkan folder.",
                    "Only " + left + " are left where the folder " + home + " is. Make room or move the folder."));
        } else if (free < COMFORTABLE) {
            findings.add(Finding.warning(
                    "LUMBUNG_HOME",
                    "Di tempat folder " + home + " tersisa " + left + ". Tambah ruang sebelum penuh.",
                    left + " are left where the folder " + home + " is. Make room before it is full."));
        }
    }

    /** Started by root, the embedded PostgreSQL runs as nobody, who must be able to enter every folder above it. */
    private static void reachable(Path written, List<Finding> findings) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return;
        }
        @Nullable Path folder = written.toAbsolutePath().normalize();
        while (folder != null) {
            try {
                if (Files.exists(folder)
                        && !Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    findings.add(Finding.refusal(
                            "LUMBUNG_HOME",
                            "Dijalankan oleh root, basis data bekerja sebagai pengguna nobody, yang tidak boleh masuk ke "
                                    + folder + ". Jalankan Lumbung sebagai pengguna sendiri, atau pilih folder lain.",
                            "Started by root, the database runs as the user nobody, who may not enter " + folder
                                    + ". Run Lumbung as a user of its own, or choose another folder."));
                    return;
                }
            } catch (IOException | UnsupportedOperationException cannotSay) {
                return;
            }
            folder = folder.getParent();
        }
    }

    static void clock(Instant now, List<Finding> findings) {
        if (now.isBefore(WRITTEN) || now.isAfter(FAR)) {
            findings.add(Finding.refusal(
                    "jam / clock",
                    "Jam komputer ini menunjukkan " + now
                            + ". Setel jam (timedatectl set-ntp true): tanggal izin dan tenggat" + " dihitung darinya.",
                    "The clock of this machine says " + now
                            + ". Set it (timedatectl set-ntp true): dates of licences and"
                            + " deadlines are counted by it."));
        }
    }
}
