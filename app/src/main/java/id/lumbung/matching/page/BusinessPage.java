package id.lumbung.matching.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All records of one business. */
public record BusinessPage(
        String path,
        String title,
        List<Member> members,
        List<Fact> facts,
        boolean judges,
        @Nullable String refused) {
    public BusinessPage {
        members = List.copyOf(members);
        facts = List.copyOf(facts);
    }

    /** A record; {@code record} names it when it is taken out. */
    public record Member(
            String record,
            String title,
            String kind,
            @Nullable String href,
            boolean separable) {}

    /** What each source says, the one that counts first. */
    public record Fact(String label, List<Said> said) {
        public Fact {
            said = List.copyOf(said);
        }
    }

    public record Said(String value, String source, boolean counts) {}
}
