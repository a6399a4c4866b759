package id.lumbung.registry;

import id.lumbung.identity.Accounts;
import id.lumbung.identity.Actor;
import id.lumbung.identity.Grant;
import id.lumbung.identity.NewAccount;
import id.lumbung.identity.NewGrant;
import id.lumbung.identity.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Enterprises and officers for tests. NIKs carry a kecamatan code that does not exist, so nobody has them. */
final class RegistryFixtures {
    static final String KEPANJEN = "35.07.13.1007";
    static final String KEPANJEN_KECAMATAN = "35.07.13";
    static final String PAKISAJI = "35.07.19.2001";
    static final LocalDate RECEIVED = LocalDate.of(2026, 11, 20);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private RegistryFixtures() {}

    /** A NIK that no other test uses. */
    static Nik aNik() {
        return new Nik("3507990101%02d%04d".formatted(80 + COUNT.incrementAndGet() / 9000, COUNT.get() % 9000 + 1));
    }

    /** A telephone number that no other test uses. */
    static Phone aPhone() {
        return new Phone("+62812%08d".formatted(COUNT.incrementAndGet()));
    }

    static OwnerFacts owner(String name, @Nullable Nik nik) {
        return owner(name, nik, null);
    }

    static OwnerFacts owner(String name, @Nullable Nik nik, @Nullable Phone phone) {
        return new OwnerFacts(
                name,
                nik,
                nik == null ? NikUnknownReason.CARD_LOST.name() : null,
                null,
                Sex.FEMALE,
                LocalDate.of(1980, 1, 1),
                "Malang",
                "35.73.01.1001",
                "Jalan Ijen 1",
                phone,
                null,
                "SMA",
                false);
    }

    static BusinessFacts business(String name, String villageCode) {
        return new BusinessFacts(
                name,
                false,
                villageCode,
                villageCode.substring(0, 8),
                "Jalan Kawi 12",
                "002",
                "005",
                "65163",
                LocalDate.of(2017, 3, 1),
                "INDIVIDUAL",
                "OWN",
                "membuat keripik tempe",
                List.of(new ActivityFact("2020", "10794")),
                Set.of("kuliner-olahan"),
                null);
    }

    static BusinessFacts itinerant(String name, String kecamatanCode) {
        return new BusinessFacts(
                name,
                true,
                null,
                kecamatanCode,
                null,
                null,
                null,
                null,
                null,
                "INDIVIDUAL",
                "ITINERANT",
                "jual bakso keliling",
                List.of(new ActivityFact("2020", "56104")),
                Set.of("kuliner-warung"),
                null);
    }

    static IncomingRecord application(OwnerFacts owner, BusinessFacts business, ObservedFact... observations) {
        return record(SourceKind.APPLICATION, RECEIVED, owner, business, observations);
    }

    static IncomingRecord record(
            SourceKind kind, LocalDate on, OwnerFacts owner, BusinessFacts business, ObservedFact... observations) {
        String region = business.villageCode() == null ? business.kecamatanCode() : business.villageCode();
        return new IncomingRecord(
                kind, UUID.randomUUID().toString(), region, on, owner, business, List.of(observations));
    }

    static ObservedFact sales(long value, int year) {
        return new ObservedFact(
                ObservationKind.ANNUAL_SALES, value, LocalDate.of(year, 12, 31), year, "pemilik", "buku kas");
    }

    /** Somebody with an account and a role. */
    static Actor officer(Accounts accounts, Role role, String territory) {
        String name = "petugas" + UUID.randomUUID().toString().substring(0, 8);
        UUID account = accounts.create(new NewAccount(
                name, null, "Petugas " + territory, null, null, null, List.of(NewGrant.of(role, territory))));
        return new Actor(account, "Petugas " + territory, Set.of(new Grant(role, territory)));
    }
}
