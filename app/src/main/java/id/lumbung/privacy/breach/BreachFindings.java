package id.lumbung.privacy.breach;

import id.lumbung.identity.ReadingWords;
import id.lumbung.platform.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What was touched of whom, gathered entry by entry. */
final class BreachFindings {
    private static final Map<String, String> RECORDS = Map.ofEntries(
            Map.entry("registry.person", "jati diri"),
            Map.entry("registry.contact", "kontak"),
            Map.entry("registry.enterprise", "data usaha"),
            Map.entry("registry.place", "alamat usaha"),
            Map.entry("registry.observation", "angka usaha"),
            Map.entry("registry.ownership", "kepemilikan"),
            Map.entry("registry.activity", "kegiatan usaha"),
            Map.entry("registry.enterprise_sector", "jenis usaha"),
            Map.entry("registry.nib_record", "NIB"),
            Map.entry("registry.source_record", "catatan asal data"),
            Map.entry("registry.record_of_enterprise", "catatan asal data"),
            Map.entry("registry.record_of_person", "catatan asal data"),
            Map.entry("licensing.application", "isian permohonan"),
            Map.entry("licensing.attachment", "berkas permohonan"),
            Map.entry("licensing.licence", "izin"),
            Map.entry("licensing.licence_sheet", "lembar izin"),
            Map.entry("licensing.licence_letter", "surat peringatan"),
            Map.entry("licensing.licence_event", "riwayat izin"),
            Map.entry("licensing.application_event", "riwayat permohonan"),
            Map.entry("licensing.application_unmerged", "isian permohonan"),
            Map.entry("privacy.request", "permintaan data pribadi"),
            Map.entry("privacy.answer", "jawaban permintaan data pribadi"),
            Map.entry("privacy.consent", "persetujuan"));

    /** What happened to the data of one person. */
    static final class OfPerson {
        private final TouchedPerson person;
        private final Instant first;
        private Instant last;
        private final Set<String> data = new TreeSet<>();
        private final Set<String> who = new TreeSet<>();
        private final Set<String> addresses = new TreeSet<>();
        private int reads;
        private int changes;

        private OfPerson(TouchedPerson person, Instant first) {
            this.person = person;
            this.first = first;
            this.last = first;
        }

        TouchedPerson person() {
            return person;
        }

        Instant first() {
            return first;
        }

        Instant last() {
            return last;
        }

        String data() {
            return String.join(", ", data);
        }

        String who() {
            return String.join(", ", who);
        }

        String addresses() {
            return String.join(", ", addresses);
        }

        int reads() {
            return reads;
        }

        int changes() {
            return changes;
        }
    }

    private final Texts texts;
    private final Map<String, OfPerson> persons = new LinkedHashMap<>();
    private final List<List<String>> trail = new ArrayList<>();
    private final Map<String, Integer> unresolved = new TreeMap<>();
    private final Map<String, Integer> data = new TreeMap<>();
    private final Set<String> who = new TreeSet<>();
    private final Set<String> addresses = new TreeSet<>();
    private int entries;

    BreachFindings(Texts texts) {
        this.texts = texts;
    }

    void add(Touch touch, List<TouchedPerson> of) {
        entries++;
        String actor = touch.who() == null ? "sistem atau orang tanpa akun" : touch.who();
        who.add(actor);
        addresses.add(touch.address());
        String seen = dataOf(touch);
        trail.add(List.of(
                Long.toString(touch.entry()),
                texts.dateTime(touch.at()),
                touch.at().toString(),
                actor,
                touch.address(),
                String.valueOf(touch.session() == null ? "" : touch.session()),
                String.valueOf(touch.door() == null ? "" : touch.door()),
                touch.action(),
                seen,
                touch.record(),
                String.join(" ", touch.columns()),
                touch.purpose() == null ? "" : ReadingWords.purpose(touch.purpose(), texts),
                Integer.toString(touch.rows()),
                of.stream().map(TouchedPerson::key).collect(Collectors.joining(" "))));
        if (of.isEmpty()) {
            unresolved.merge(touch.record() + " (" + touch.action() + ")", touch.rows(), Integer::sum);
            return;
        }
        data.merge(seen, of.size(), Integer::sum);
        for (TouchedPerson one : of) {
            OfPerson person = persons.computeIfAbsent(one.key(), none -> new OfPerson(one, touch.at()));
            person.last = touch.at();
            person.data.add(seen);
            person.who.add(actor);
            person.addresses.add(touch.address());
            if (touch.isReading()) {
                person.reads++;
            } else {
                person.changes++;
            }
        }
    }

    /** In words that a person understands; names of columns stand in the trail only. */
    private String dataOf(Touch touch) {
        String what = touch.what();
        if (touch.isReading() && what != null) {
            return "dibaca: " + ReadingWords.what(what, texts);
        }
        String record = RECORDS.getOrDefault(touch.record(), "data lain");
        return switch (touch.action()) {
            case "INSERT" -> "ditambah: " + record;
            case "DELETE", "TRUNCATE" -> "dihapus: " + record;
            default -> "diubah: " + record;
        };
    }

    int entries() {
        return entries;
    }

    List<OfPerson> persons() {
        return List.copyOf(persons.values());
    }

    List<List<String>> trail() {
        return trail;
    }

    Map<String, Integer> unresolved() {
        return unresolved;
    }

    Map<String, Integer> data() {
        return data;
    }

    Set<String> who() {
        return who;
    }

    Set<String> addresses() {
        return addresses;
    }
}
