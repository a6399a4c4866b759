package id.lumbung.matching.review;

import id.lumbung.intake.ListRecords;
import id.lumbung.platform.Texts;
import id.lumbung.reference.Region;
import id.lumbung.reference.Regions;
import id.lumbung.registry.known.EnterpriseRecords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads records as people compare them, within their sight. */
@Component
class Faces {
    private static final int KECAMATAN = 8;

    private final EnterpriseRecords enterprises;
    private final ListRecords lists;
    private final Regions regions;

    Faces(EnterpriseRecords enterprises, ListRecords lists, Regions regions) {
        this.enterprises = enterprises;
        this.lists = lists;
        this.regions = regions;
    }

    /** Those that are there and in sight; enterprises first. */
    List<Face> of(Collection<UUID> records, Texts texts) {
        List<Face> faces = new ArrayList<>();
        enterprises.of(records).forEach(record -> faces.add(face(record, texts)));
        lists.of(records).forEach(record -> faces.add(face(record, texts)));
        return faces;
    }

    private Face face(EnterpriseRecords.EnterpriseRecord record, Texts texts) {
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, "matching.fact.owner", record.owner());
        put(facts, "matching.fact.business", record.name());
        put(facts, "matching.fact.activity", record.activity());
        put(facts, "matching.fact.kbli", record.kbli());
        place(facts, record.regionCode());
        put(facts, "matching.fact.address", address(record.address(), record.rt(), record.rw()));
        put(facts, Face.PHONE, record.phone() == null ? null : record.phone().e164());
        put(facts, Face.NIK, record.nik() == null ? null : record.nik().value());
        put(facts, "matching.fact.birth", birth(record.birthDate(), texts));
        return new Face(
                record.id(),
                null,
                record.number(),
                "matching.record.register",
                "/usaha/" + record.id(),
                record.regionCode(),
                "",
                null,
                facts);
    }

    private Face face(ListRecords.ListRecord record, Texts texts) {
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, "matching.fact.owner", record.owner());
        put(facts, "matching.fact.business", record.business());
        put(facts, "matching.fact.activity", record.activity() == null ? record.sector() : record.activity());
        put(facts, "matching.fact.kbli", record.kbli());
        place(facts, record.regionCode());
        put(facts, "matching.fact.address", address(record.address(), record.rt(), record.rw()));
        put(facts, Face.PHONE, record.phone());
        put(facts, Face.NIK, record.nik());
        put(facts, "matching.fact.birth", birth(record.birthDate(), texts));
        ListRecords.Provenance from = record.from();
        Double latitude = record.latitude();
        Double longitude = record.longitude();
        return new Face(
                record.id(),
                from.list(),
                texts.t(
                        "matching.record.line",
                        from.file() + (from.sheet().isEmpty() ? "" : ", " + from.sheet()),
                        from.line()),
                "matching.record.list",
                from.inSight() ? "/impor/" + from.list() : null,
                record.regionCode(),
                texts.date(from.enteredOn()),
                latitude == null || longitude == null ? null : new Face.Point(latitude, longitude),
                facts);
    }

    private void place(Map<String, String> facts, String code) {
        put(facts, "matching.fact.village", code.length() > KECAMATAN ? name(code) : null);
        put(facts, "matching.fact.kecamatan", code.length() >= KECAMATAN ? name(code.substring(0, KECAMATAN)) : null);
    }

    private String name(String code) {
        return regions.find(code).map(Region::name).orElse(code);
    }

    private static @Nullable String address(@Nullable String street, @Nullable String rt, @Nullable String rw) {
        String text = (street == null ? "" : street)
                + (rt == null || rt.isBlank() ? "" : " RT " + rt)
                + (rw == null || rw.isBlank() ? "" : " RW " + rw);
        return text.isBlank() ? null : text.strip();
    }

    /** The year only: with a name and a village the day would tell too much to whoever looks over a shoulder. */
    private static @Nullable String birth(@Nullable LocalDate date, Texts texts) {
        return date == null ? null : texts.t("matching.fact.birth.year", Integer.toString(date.getYear()));
    }

    private static void put(Map<String, String> facts, String label, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            facts.put(label, text.strip());
        }
    }
}
