package id.lumbung.privacy.consent.page;

import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.page.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which list is wanted.
 *
 * @param count how many have consented; null before something is chosen
 */
public record InvitationPage(
        List<Choice> purposes,
        List<Choice> regions,
        String purpose,
        String region,
        FieldProblems problems,
        @Nullable Integer count) {}
