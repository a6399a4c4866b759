package id.lumbung.demo;

import id.lumbung.demo.DemoPeople.Person;
import id.lumbung.identity.Accounts;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.intake.desk.ImportDesk;
import id.lumbung.licensing.application.Answers;
import id.lumbung.licensing.application.Question;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.reference.Region;
import id.lumbung.reference.Regions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Two lists in the demo's office: a census of some villages, and those whom the office has trained. Half of whom the office
 * knows stands in the census as an enumerator types it, a third of the trained does too; the others are known to nobody else.
 */
@Component
@Profile("demo")
class DemoLists {
    private static final String HEAD =
            "No;Nama Pemilik;Nama Usaha;Jenis Usaha;NIK;No HP;Kecamatan;Desa/Kelurahan;Alamat;Omzet 2025\n";
    private static final int STRANGERS = 160;

    private final ImportDesk desk;
    private final Accounts accounts;
    private final Regions regions;
    private final LumbungSettings settings;

    /** One business as somebody writes it down. */
    private record Row(
            String owner,
            String business,
            String activity,
            String nik,
            String phone,
            String village,
            String address,
            long sales) {}

    DemoLists(ImportDesk desk, Accounts accounts, Regions regions, LumbungSettings settings) {
        this.desk = desk;
        this.accounts = accounts;
        this.regions = regions;
        this.settings = settings;
    }

    /** @param known what is known of businesses at the counters */
    void bring(List<Answers> known, DemoPeople people, DemoBusinesses businesses, Random random, LocalDate today) {
        List<Row> census = new ArrayList<>();
        for (Answers answers : known) {
            if (random.nextInt(2) == 0 && answers.has(Question.VILLAGE)) {
                census.add(asTyped(row(answers), random));
            }
        }
        for (int i = 0; i < STRANGERS; i++) {
            Row row = stranger(people, businesses, random, today);
            census.add(row);
            if (random.nextInt(30) == 0) {
                census.add(asTyped(row, random)); // counted twice
            }
        }
        List<Row> trained = new ArrayList<>();
        for (Row row : census) {
            if (random.nextInt(6) == 0) {
                trained.add(asTyped(row, random));
            }
        }
        for (int i = 0; i < STRANGERS / 4; i++) {
            trained.add(stranger(people, businesses, random, today));
        }
        Actor officer = accounts.find("dinas").flatMap(accounts::actor).orElseThrow();
        CurrentActor.runAs(officer, () -> {
            enter("sensus-usaha-mikro-contoh.csv", census);
            enter("peserta-pelatihan-contoh.csv", trained);
        });
    }

    private void enter(String name, List<Row> rows) {
        StringBuilder text = new StringBuilder(HEAD);
        int number = 0;
        for (Row row : rows) {
            Region village = regions.get(row.village());
            Region kecamatan = regions.get(village.parentCode());
            text.append(String.format(
                    Locale.ROOT,
                    "%d;%s;%s;%s;%s;%s;%s;%s;%s;%d\n",
                    ++number,
                    row.owner(),
                    row.business(),
                    row.activity().replace(';', ','),
                    row.nik(),
                    row.phone(),
                    kecamatan.name(),
                    village.name(),
                    row.address(),
                    row.sales()));
        }
        byte[] file = text.toString().getBytes(StandardCharsets.UTF_8);
        try {
            UUID list = desk.receive(name, file.length, new ByteArrayInputStream(file), settings.regency());
            desk.check(list);
            desk.enter(list, true);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Row row(Answers answers) {
        return new Row(
                answers.of(Question.OWNER_NAME),
                answers.of(Question.BUSINESS_NAME),
                answers.of(Question.ACTIVITY),
                answers.of(Question.NIK),
                answers.of(Question.PHONE),
                answers.of(Question.VILLAGE),
                answers.of(Question.ADDRESS) + " RT " + answers.of(Question.RT) + " RW " + answers.of(Question.RW),
                Long.parseLong(answers.of(Question.SALES)));
    }

    private Row stranger(DemoPeople people, DemoBusinesses businesses, Random random, LocalDate today) {
        Person owner = people.next(today);
        DemoBusinesses.Kind kind = businesses.next();
        List<Region> villages = regions.villagesOf(
                settings.regency() + "." + DemoOffice.STAFFED.get(random.nextInt(DemoOffice.STAFFED.size())));
        Region village = villages.get(random.nextInt(villages.size()));
        return new Row(
                owner.name(),
                businesses.nameFor(kind, owner, village.name()),
                kind.activity(),
                random.nextInt(3) == 0 ? "" : owner.nik(),
                random.nextInt(3) == 0 ? "" : owner.phone(),
                village.code(),
                people.draw("street") + " No. " + (1 + random.nextInt(120)),
                businesses.salesOf(kind));
    }

    /** As somebody else writes the same down: in capitals, with another word before the name, without what was not asked. */
    private static Row asTyped(Row row, Random random) {
        String owner = random.nextInt(3) == 0 ? row.owner().toUpperCase(Locale.ROOT) : row.owner();
        if (random.nextInt(4) == 0) {
            owner = owner.replace("u", "oe").replace("Yu", "Joe");
        }
        String business = random.nextInt(5) == 0 ? "" : slip(row.business(), random);
        boolean asked = random.nextInt(3) > 0;
        return new Row(
                owner,
                business,
                row.activity(),
                asked ? row.nik() : "",
                random.nextInt(2) == 0 ? row.phone() : "",
                row.village(),
                random.nextInt(2) == 0 ? row.address() : "",
                row.sales());
    }

    /** One letter left out. */
    private static String slip(String text, Random random) {
        if (text.length() < 6 || random.nextInt(2) == 0) {
            return text;
        }
        int at = 2 + random.nextInt(text.length() - 3);
        return text.substring(0, at) + text.substring(at + 1);
    }
}
