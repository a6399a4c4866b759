package id.lumbung.privacy.consent;

import id.lumbung.platform.Texts;

/**
 * What data are used for, as the list has it on a day.
 *
 * @param needsConsent whether the legal basis is the person's consent, and not a task that the law gives
 * @param source the legal source
 */
public record Purpose(String code, boolean needsConsent, String source, Words title, Words sentence) {

    /** In both languages of the screen. */
    public record Words(String id, String en) {
        public String in(Texts texts) {
            return texts.lang().equals("en") ? en : id;
        }
    }
}
