package id.lumbung.licensing.licence;

import id.lumbung.identity.Actor;
import id.lumbung.identity.Grant;
import id.lumbung.identity.Role;
import id.lumbung.platform.Ids;
import id.lumbung.registry.EnterpriseId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** People and businesses that get licences in tests. The NIK carry a region code that nobody has. */
final class LicenceFixtures {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private LicenceFixtures() {}

    static Actor camatOf(String kecamatan) {
        return new Actor(Ids.next(), "Drs. Hartono, M.Si.", Set.of(new Grant(Role.CAMAT, kecamatan)));
    }

    static Actor officerOf(String kecamatan) {
        return new Actor(Ids.next(), "Sri Wahyuni", Set.of(new Grant(Role.KECAMATAN_OFFICER, kecamatan)));
    }

    static Signatory signatory() {
        return new Signatory(
                "Drs. HARTONO, M.Si.",
                "CAMAT KEPANJEN",
                "Pembina Tingkat I",
                "196904121994031007",
                "a.n. BUPATI MALANG");
    }

    static LicenceHolder holder() {
        return new LicenceHolder(
                "Lastri Handayani",
                "3599015403790003",
                null,
                "+6281234567890",
                "Jl. Kawi 17, RT 004 RW 002, Desa Ngadilangkung, Kecamatan Kepanjen, Kabupaten Malang");
    }

    static LicensedBusiness business() {
        return new LicensedBusiness(
                "Keripik Tempe Bu Lastri",
                "Membuat dan menjual keripik tempe",
                List.of("10794 Industri kerupuk, keripik, peyek dan sejenisnya (KBLI 2020)"),
                "Jl. Kawi 17, RT 004 RW 002",
                "Desa Ngadilangkung",
                "Kepanjen",
                "Kabupaten Malang",
                "Jawa Timur",
                "65163",
                List.of("Makanan dan minuman", "Perdagangan"),
                "Milik sendiri",
                12_500_000L,
                null,
                "Usaha Mikro");
    }

    static LicensedBusiness itinerant() {
        return new LicensedBusiness(
                "Bakso Keliling Pak Gito",
                "Menjual bakso keliling",
                List.of("47844 Perdagangan eceran kaki lima dan los pasar komoditi makanan siap saji (KBLI 2020)"),
                "Keliling di Kecamatan Kepanjen",
                null,
                "Kepanjen",
                "Kabupaten Malang",
                "Jawa Timur",
                null,
                List.of("Perdagangan"),
                "Pedagang keliling",
                3_000_000L,
                null,
                "Usaha Mikro");
    }

    static IssueOrder order(String kecamatanCode, LocalDate day, LicenceHolder holder, LicensedBusiness business) {
        return new IssueOrder(
                Ids.next(),
                EnterpriseId.next(),
                "IUMK",
                1,
                kecamatanCode,
                day,
                Ids.next(),
                signatory(),
                holder,
                business,
                null);
    }

    static IssueOrder order(String kecamatanCode) {
        return order(kecamatanCode, TODAY, holder(), business());
    }

    static IssueOrder with(IssueOrder order, String photoDocument) {
        return new IssueOrder(
                order.application(),
                order.enterprise(),
                order.regimeCode(),
                order.regimeVersion(),
                order.kecamatanCode(),
                order.issuedOn(),
                order.issuedBy(),
                order.signatory(),
                order.holder(),
                order.business(),
                photoDocument);
    }
}
