package id.lumbung.demo;

import id.lumbung.platform.LumbungSettings;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Fills the demo at its first start and tells, at every start, where it is and how to sign in. */
@Component
@Profile("demo")
class DemoStart implements ApplicationRunner {
    private final DemoOffice office;
    private final DemoRegency regency;
    private final LumbungSettings settings;

    DemoStart(DemoOffice office, DemoRegency regency, LumbungSettings settings) {
        this.office = office;
        this.regency = regency;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (office.isOpen() && !office.isReady()) {
            System.out.println("Data contoh di folder ini belum lengkap karena pembuatannya terhenti. Hapus folder "
                    + settings.home()
                    + " dan mulai lagi. / The demo data is incomplete; delete the folder and start again.");
        }
        if (!office.isOpen()) {
            System.out.println(
                    "Lumbung: membuat data contoh, sekitar satu menit … / making the demo data, about a minute …");
            regency.fill();
        }
        System.out.printf("""

                Lumbung · data contoh / demo        %s

                  petugas.kepanjen   petugas loket / counter officer
                  sekcam.kepanjen    verifikator, a.n. camat / verifies, signs for the camat
                  camat.kepanjen     camat: menerbitkan / decides
                  dinas · kadis      dinas: seluruh kabupaten / the whole regency
                  admin              administrator

                  (juga/also: singosari, dampit, turen, lawang, pujon, donomulyo)
                  kata sandi / password: %s

                """, settings.publicUrl(), office.password());
    }
}
