package id.lumbung.registry.page;

import id.lumbung.identity.ReadingLog;
import id.lumbung.registry.LicenceLine;
import id.lumbung.registry.TimelineEntry;
import id.lumbung.registry.size.MeasureLine;
import id.lumbung.registry.size.Purpose;
import id.lumbung.registry.size.SizeAssessment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One enterprise.
 *
 * @param readings who looked; empty for those who may not see it
 * @param asked personal data that was asked for and is shown in this answer only
 */
public record EnterprisePage(
        Head head,
        List<Owner> owners,
        List<Place> places,
        List<Activity> activities,
        List<Contact> contacts,
        Sizes sizes,
        List<Seen> observations,
        List<NibLine> nibs,
        List<LicenceLine> licences,
        List<TimelineEntry> timeline,
        List<Source> sources,
        List<Origin> origins,
        List<ReadingLog.Reading> readings,
        Whole whole,
        @Nullable Asked asked,
        May may) {

    public record Head(
            String id,
            String number,
            String name,
            String place,
            String kecamatan,
            boolean itinerant,
            @Nullable LocalDate foundedOn,
            String legalForm,
            String premises,
            String activityText,
            List<String> sectors,
            boolean npwp) {}

    /**
     * An owner, masked.
     *
     * @param nik masked, null when unknown
     * @param nikUnknownReason finished words, null when known
     */
    public record Owner(
            String id,
            String name,
            @Nullable String nik,
            @Nullable String nikUnknownReason,
            @Nullable String kk,
            @Nullable String home,
            LocalDate since,
            @Nullable LocalDate until) {}

    public record Place(
            String village,
            String address,
            LocalDate since,
            @Nullable LocalDate until) {}

    /**
     * A declared code.
     *
     * @param title null when the office has no such code in its list
     */
    public record Activity(
            String version, String code, @Nullable String title, LocalDate declaredOn) {}

    /**
     * A way to reach somebody, masked.
     *
     * @param kindKey key of the word for telephone or e-mail
     */
    public record Contact(String id, String kindKey, String masked) {}

    public record Sizes(SizeAssessment registration, SizeAssessment programme) {
        public List<SizeAssessment> both() {
            return List.of(registration, programme);
        }

        /** Each measure once: the same value and bounds stand under both purposes, only what decides differs. */
        public List<SizeLine> lines() {
            return registration.lines().stream()
                    .map(line -> new SizeLine(
                            line,
                            both().stream()
                                    .filter(size -> size.lines().stream()
                                            .anyMatch(other -> other.measure() == line.measure() && other.decides()))
                                    .map(SizeAssessment::purpose)
                                    .toList()))
                    .toList();
        }
    }

    public record SizeLine(MeasureLine line, List<Purpose> decidesFor) {}

    /**
     * An observation.
     *
     * @param value finished, with its unit
     */
    public record Seen(
            String kindKey,
            String value,
            int year,
            LocalDate validOn,
            Instant knownAt,
            String source,
            String evidence,
            String by) {}

    public record NibLine(
            String nib, @Nullable LocalDate issuedOn, String note, Instant recordedAt, String by, long others) {}

    /**
     * A record.
     *
     * @param number what it came in under, when the enterprise has several numbers
     */
    public record Source(
            String kindKey, @Nullable String number, LocalDate receivedOn, Instant receivedAt, String by) {}

    /** What sources say of one fact, the strongest first. */
    public record Origin(String factKey, List<OriginValue> values) {
        public List<OriginValue> counting() {
            return values.stream().filter(OriginValue::counts).toList();
        }

        public List<OriginValue> others() {
            return values.stream().filter(value -> !value.counts()).toList();
        }
    }

    /**
     * What one source says.
     *
     * @param source finished words
     * @param href where the source can be looked at
     * @param counts whether it is what the page shows
     */
    public record OriginValue(
            String value,
            String source,
            @Nullable LocalDate on,
            @Nullable String href,
            boolean counts) {}

    /**
     * What the enterprise is made of.
     *
     * @param merged numbers of those that became part of it
     * @param cameBy the number that was asked for, in the answer to that only
     * @param beyond what it became part of, when that lies out of sight
     */
    public record Whole(
            List<String> merged,
            @Nullable String cameBy,
            @Nullable Beyond beyond) {}

    public record Beyond(String number, String kecamatan) {}

    /**
     * What was asked for.
     *
     * @param facts pairs of a message key and a value
     */
    public record Asked(String of, List<Fact> facts) {}

    public record Fact(String key, String value) {}

    public record May(boolean unmask, boolean observe, boolean recordNib, boolean apply, boolean part) {}
}
