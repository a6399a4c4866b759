package id.lumbung.linkage.engine.umkm;

import java.util.function.Function;

/** One record in its standard forms. Made of the texts alone, so outside anybody's turn. */
public record UmkmRecord(
        String name,
        String core,
        String kind,
        String activity,
        String sector,
        String kecamatan,
        String villageCode,
        String villageName,
        String address,
        String phone,
        String nik,
        int birth) {

    /** @param cell the text of a column as it was typed; blank when it is not known */
    public static UmkmRecord of(Function<String, String> cell) {
        String business = UmkmText.business(cell.apply("nama_usaha"));
        int bar = business.indexOf('|');
        return new UmkmRecord(
                UmkmText.person(cell.apply("nama_pemilik")),
                bar < 0 ? "" : business.substring(0, bar),
                bar < 0 ? "" : business.substring(bar + 1).trim(),
                UmkmText.activity(cell.apply("kbli")),
                String.join(" ", UmkmText.words(cell.apply("sektor_teks"))),
                UmkmText.place(cell.apply("kec_nama")),
                UmkmText.villageCode(cell.apply("desa_kode")),
                UmkmText.place(cell.apply("desa_nama")),
                UmkmText.address(cell.apply("alamat")),
                UmkmText.phone(cell.apply("telp")),
                UmkmText.nik(cell.apply("nik")),
                UmkmText.date(cell.apply("tgl_lahir")));
    }
}
