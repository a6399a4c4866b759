package id.lumbung.licensing.regime;

import id.lumbung.platform.Texts;

/** A wording that is data of a regime, in both languages of the screen. */
public record Words(String id, String en) {
    public String in(Texts texts) {
        return in(texts.lang());
    }

    public String in(String language) {
        return language.equals("en") && !en.isBlank() ? en : id;
    }
}
