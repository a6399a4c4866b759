package id.lumbung.matching.index;

import id.lumbung.intake.ListRecords.ListRecord;
import id.lumbung.reference.Region;
import id.lumbung.reference.Regions;
import id.lumbung.registry.KnownQuery;
import id.lumbung.registry.known.EnterpriseRecords.EnterpriseRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record in the columns of the engine; what is not known is left out. */
public record Cells(Key key, Map<String, String> byColumn) {
    private static final UUID NOT_THERE_YET = new UUID(0, 0);

    public Cells {
        byColumn = Map.copyOf(byColumn);
    }

    static Cells of(EnterpriseRecord record, Regions regions) {
        Builder cells = new Builder();
        cells.put("nama_pemilik", record.owner());
        cells.put("nama_usaha", record.name());
        cells.put("kbli", record.kbli());
        cells.put("sektor_teks", record.activity());
        cells.address(record.address(), record.rt(), record.rw());
        cells.region(record.regionCode(), regions);
        cells.put("telp", record.phone() == null ? null : record.phone().e164());
        cells.put("nik", record.nik() == null ? null : record.nik().value());
        cells.put("tgl_lahir", record.birthDate() == null ? null : String.valueOf(record.birthDate()));
        return new Cells(new Key(record.id(), null, record.regionCode()), cells.cells);
    }

    static Cells of(ListRecord record, Regions regions) {
        Builder cells = new Builder();
        cells.put("nama_pemilik", record.owner());
        cells.put("nama_usaha", record.business());
        cells.put("kbli", record.kbli());
        cells.put("sektor_teks", record.activity() == null ? record.sector() : record.activity());
        cells.address(record.address(), record.rt(), record.rw());
        cells.region(record.regionCode(), regions);
        cells.put("telp", record.phone());
        cells.put("nik", record.nik());
        cells.put("tgl_lahir", record.birthDate() == null ? null : String.valueOf(record.birthDate()));
        return new Cells(new Key(record.id(), record.from().list(), record.regionCode()), cells.cells);
    }

    /** What an officer has typed so far, as a record that is not there yet. */
    public static Cells of(KnownQuery query, Regions regions) {
        String region = query.regionCode() == null ? "" : query.regionCode();
        Builder cells = new Builder();
        cells.put("nama_pemilik", query.name());
        cells.put("nama_usaha", query.businessName());
        cells.region(region, regions);
        cells.put("telp", query.phone() == null ? null : query.phone().e164());
        cells.put("nik", query.nik() == null ? null : query.nik().value());
        return new Cells(new Key(NOT_THERE_YET, null, region), cells.cells);
    }

    /** Never whose it is. */
    @Override
    public String toString() {
        return "Cells[" + key.id() + "]";
    }

    /** Fills columns one by one. */
    static final class Builder {
        private static final int KECAMATAN = 8;

        private final Map<String, String> cells = new HashMap<>();

        void put(String column, @Nullable String text) {
            if (text != null && !text.isBlank()) {
                cells.put(column, text);
            }
        }

        void address(@Nullable String street, @Nullable String rt, @Nullable String rw) {
            String text = Objects.requireNonNullElse(street, "")
                    + (rt == null || rt.isBlank() ? "" : " RT " + rt)
                    + (rw == null || rw.isBlank() ? "" : " RW " + rw);
            put("alamat", text.strip());
        }

        void region(String code, Regions regions) {
            if (code.length() > KECAMATAN) {
                put("desa_kode", code.replace(".", ""));
                put("desa_nama", regions.find(code).map(Region::name).orElse(null));
            }
            if (code.length() >= KECAMATAN) {
                put(
                        "kec_nama",
                        regions.find(code.substring(0, KECAMATAN))
                                .map(Region::name)
                                .orElse(null));
            }
        }

        Map<String, String> cells() {
            return cells;
        }
    }
}
