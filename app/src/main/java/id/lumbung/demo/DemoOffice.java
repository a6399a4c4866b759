package id.lumbung.demo;

import id.lumbung.identity.Accounts;
import id.lumbung.identity.Actor;
import id.lumbung.identity.NewAccount;
import id.lumbung.identity.NewGrant;
import id.lumbung.identity.Role;
import id.lumbung.platform.Home;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.reference.Region;
import id.lumbung.reference.Regions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The people of the demo's office: an administrator, the regency's office, and seven kecamatan with their camat. */
@Component
@Profile("demo")
class DemoOffice {
    static final List<String> STAFFED = List.of("13", "24", "05", "09", "25", "26", "01");
    private static final String[] WORDS = {
        "lesung", "padi", "alu", "tampah", "jagung", "kopi", "apel", "sawah", "pasar", "kendil", "bakul", "tungku",
        "gabah", "dandang", "kukusan", "cangkul"
    };

    private final Accounts accounts;
    private final Regions regions;
    private final LumbungSettings settings;
    private final Home home;

    DemoOffice(Accounts accounts, Regions regions, LumbungSettings settings, Home home) {
        this.accounts = accounts;
        this.regions = regions;
        this.settings = settings;
        this.home = home;
    }

    /** One password for all demo sign-ins, drawn for this home folder at its first start. */
    String password() {
        byte[] drawn = home.secret("demo.password").getBytes(StandardCharsets.US_ASCII);
        return WORDS[drawn[0] % WORDS.length] + "-" + WORDS[drawn[1] % WORDS.length] + "-"
                + WORDS[drawn[2] % WORDS.length] + "-" + (1000 + (drawn[3] * 97 + drawn[4] * 31 + drawn[5]) % 9000);
    }

    boolean isOpen() {
        return accounts.find("dinas").isPresent();
    }

    /** Whether the making came to its end: the administrator is made last. */
    boolean isReady() {
        return accounts.find("admin").isPresent();
    }

    void makeReady() {
        make("admin", "Administrator Contoh", null, null, "Administrator", NewGrant.of(Role.ADMINISTRATOR, regency()));
    }

    void open() {
        make(
                "kadis",
                "Dra. Retno Palupi, M.M.",
                "Pembina Utama Muda",
                "196905121994032004",
                "Kepala Dinas Koperasi dan Usaha Mikro",
                NewGrant.of(Role.DINAS_HEAD, regency()));
        make(
                "dinas",
                "Bagus Wicaksono, S.E.",
                "Penata",
                "198804172012011003",
                "Staf Bidang Usaha Mikro",
                NewGrant.of(Role.DINAS_OFFICER, regency()));
        String[] officers = {
            "Ratih Puspita",
            "Yudi Hartono",
            "Lina Marlina",
            "Anang Basuki",
            "Dyah Kusuma",
            "Galih Permadi",
            "Wulan Sari"
        };
        String[] camat = {
            "Drs. Suharto Wijaya, M.Si.",
            "Ir. Nunuk Setyowati",
            "Hendro Basuki, S.Sos.",
            "Dwi Handoko, S.STP., M.AP.",
            "Endah Pratiwi, S.H.",
            "Tri Laksono, S.E., M.M.",
            "Agung Pribadi, S.IP."
        };
        String[] seconds = {
            "Arif Rahman, S.E.",
            "Maya Anggraini, S.AP.",
            "Bowo Santosa",
            "Rini Susanti, S.Sos.",
            "Hari Wahono",
            "Siti Aisyah, S.E.",
            "Joko Purwanto"
        };
        for (int i = 0; i < STAFFED.size(); i++) {
            Region kecamatan = regions.get(regency() + "." + STAFFED.get(i));
            String place = kecamatan.name().toLowerCase(Locale.ROOT).replace(" ", "");
            make(
                    "petugas." + place,
                    officers[i],
                    "Pengatur",
                    nip(1990 + i, 2015, i % 2 == 0, i + 1),
                    "Petugas Pelayanan Kecamatan " + kecamatan.name(),
                    NewGrant.of(Role.KECAMATAN_OFFICER, kecamatan.code()));
            make(
                    "camat." + place,
                    camat[i],
                    "Pembina Tingkat I",
                    nip(1968 + i, 1993, i == 1 || i == 4, i + 1),
                    "Camat " + kecamatan.name(),
                    NewGrant.of(Role.CAMAT, kecamatan.code()));
            make(
                    "sekcam." + place,
                    seconds[i],
                    "Penata Tingkat I",
                    nip(1979 + i, 2006, i % 2 == 1, i + 1),
                    "Sekretaris Kecamatan " + kecamatan.name(),
                    NewGrant.delegate(
                            kecamatan.code(),
                            "Surat Tugas Camat " + kecamatan.name() + " Nomor 800/" + (14 + i) + "/2026"));
        }
    }

    Actor officer(String kecamatan) {
        return actor("petugas.", kecamatan);
    }

    Actor camat(String kecamatan) {
        return actor("camat.", kecamatan);
    }

    Actor delegate(String kecamatan) {
        return actor("sekcam.", kecamatan);
    }

    private Actor actor(String before, String kecamatan) {
        String place = regions.get(kecamatan).name().toLowerCase(Locale.ROOT).replace(" ", "");
        return accounts.find(before + place).flatMap(accounts::actor).orElseThrow();
    }

    private String regency() {
        return settings.regency();
    }

    private void make(
            String signIn, String name, @Nullable String rank, @Nullable String nip, String title, NewGrant grant) {
        accounts.create(new NewAccount(signIn, password(), name, rank, nip, title, List.of(grant)));
    }

    private static String nip(int born, int appointed, boolean woman, int serial) {
        return String.format(
                Locale.ROOT,
                "%d0%d1%d%d03%d%03d",
                born,
                1 + serial % 8,
                1 + serial % 8,
                appointed,
                woman ? 2 : 1,
                serial);
    }
}
