package id.lumbung.linkage;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The words for comparisons and levels. The engine's own words are English; here they are in Indonesian. */
final class Wording {

    private static final Map<String, String> INDONESIAN = new HashMap<>();

    static {
        String[] words = {
            "start", "titik awal",
            "end", "peluang akhir",
            "waterfall", "bobot tiap perbandingan",
            "name", "nama pemilik",
            "nik", "NIK",
            "birth", "tanggal lahir",
            "phone", "nomor telepon",
            "address", "alamat",
            "village", "desa",
            "business name", "nama usaha",
            "activity", "kegiatan usaha (KBLI)",
            "kind of business", "jenis usaha pada nama",
            "lists", "daftar asal",
            "NIK but for the last digit", "NIK kecuali angka terakhir",
            "kecamatan", "kecamatan",
            "whole name", "nama lengkap",
            "first name begins", "awal nama depan",
            "last name ends", "akhir nama belakang",
            "day of birth", "tanggal lahir",
            "year of birth", "tahun lahir",
            "RT", "RT",
            "RT and RW", "RT dan RW",
            "activity code", "kode KBLI",
            "begins", "awalnya",
            "ends", "akhirnya",
            "rarest word", "kata paling jarang",
            "marks", "kode",
            "nearest", "yang terdekat menurut kata",
            "each other's nearest, clearly", "saling terdekat, jauh di depan yang lain",
            "each other's nearest", "saling terdekat",
            "nearest of one", "terdekat bagi satu pihak",
            "others are nearer", "yang lain lebih dekat",
            "missing", "tidak diketahui",
            "same", "sama",
            "same, very rare", "sama, sangat jarang",
            "same, rare", "sama, jarang",
            "same, less common", "sama, kurang umum",
            "same, common", "sama, umum",
            "same, very common", "sama, sangat umum",
            "same, everywhere", "sama, ada di mana-mana",
            "same, other spacing or order", "sama, beda spasi atau urutan kata",
            "similar", "mirip",
            "very similar", "sangat mirip",
            "somewhat similar", "agak mirip",
            "part of the other", "bagian dari yang lain",
            "one common word of the other", "satu kata umum dari yang lain",
            "nickname or initial", "nama panggilan atau singkatan",
            "one word shared", "satu kata sama",
            "a word shared", "satu kata sama",
            "different", "berbeda",
            "one or two digits apart", "beda satu atau dua angka",
            "one digit apart", "beda satu angka",
            "one sign apart", "beda satu tanda",
            "two signs apart", "beda dua tanda",
            "known parts agree: birth and serial", "bagian yang terbaca cocok: tanggal lahir dan nomor urut",
            "known parts agree: birth", "bagian yang terbaca cocok: tanggal lahir",
            "known parts agree: serial", "bagian yang terbaca cocok: nomor urut",
            "known parts agree: common serial", "bagian yang terbaca cocok: nomor urut yang umum",
            "known parts nearly agree", "bagian yang terbaca hampir cocok",
            "known parts disagree", "bagian yang terbaca tidak cocok",
            "same birth date, other number", "tanggal lahir sama, nomor lain",
            "same but for a lost last digit", "sama, hanya angka terakhir hilang",
            "day and month turned", "tanggal dan bulan tertukar",
            "one part differs by a digit", "satu bagian beda satu angka",
            "same year, day unknown", "tahun sama, tanggal tidak diketahui",
            "day and month agree", "tanggal dan bulan sama",
            "same year", "tahun sama",
            "year beside, day unknown", "selisih satu tahun, tanggal tidak diketahui",
            "years near", "tahun berdekatan",
            "same, several use it", "sama, dipakai beberapa orang",
            "same, many use it", "sama, dipakai banyak orang",
            "same RT, RW and place", "RT, RW, dan tempat sama",
            "same RT and RW", "RT dan RW sama",
            "same RT and RW, other place", "RT dan RW sama, tempat lain",
            "RT or RW equal, same place", "RT atau RW sama, tempat sama",
            "RT or RW equal", "RT atau RW sama",
            "RT or RW equal, other place", "RT atau RW sama, tempat lain",
            "same place, other RT", "tempat sama, RT lain",
            "RT and RW near", "RT dan RW berdekatan",
            "other village of the kecamatan", "desa lain di kecamatan yang sama",
            "other kecamatan", "kecamatan lain",
            "both without", "keduanya tanpa nama",
            "one without", "satu tanpa nama",
            "both of the owner's name", "keduanya memakai nama pemilik",
            "one of the owner's name", "satu memakai nama pemilik",
            "same class", "golongan sama",
            "same group", "kelompok sama",
            "same division", "golongan pokok sama",
            "words fit the code", "uraian cocok dengan kode",
            "words say little", "uraian terlalu umum",
            "words do not fit", "uraian tidak cocok dengan kode",
            "same words", "kata-kata sama",
            "different words", "kata-kata lain",
            "within 5 %", "selisih paling banyak 5%",
            "within 20 %", "selisih paling banyak 20%",
            "within 50 %", "selisih paling banyak 50%",
            "nearly all words", "hampir semua kata",
            "most of the weight", "sebagian besar kata penting",
            "much of the weight", "banyak kata penting",
            "half of the weight", "separuh kata penting",
            "some weight", "beberapa kata penting",
            "little", "sedikit",
            "nothing", "tidak ada",
        };
        for (int i = 0; i < words.length; i += 2) INDONESIAN.put(words[i], words[i + 1]);
    }

    private Wording() {}

    static boolean indonesian(Locale locale) {
        return locale.getLanguage().equals("in") || locale.getLanguage().equals("id");
    }

    static String of(String key, boolean indonesian) {
        int part = key.lastIndexOf(": ");
        if (part > 0) return key.substring(0, part) + ": " + of(key.substring(part + 2), indonesian);
        if (indonesian) return INDONESIAN.getOrDefault(key, key);
        return switch (key) {
            case "start" -> "where it starts";
            case "end" -> "final odds";
            case "waterfall" -> "weight of each comparison";
            case "nik" -> "NIK";
            case "name" -> "owner's name";
            case "birth" -> "date of birth";
            default -> key;
        };
    }

    /** Whether the words of the engine are known in Indonesian; for the test. */
    static boolean knows(String key) {
        return INDONESIAN.containsKey(key);
    }
}
