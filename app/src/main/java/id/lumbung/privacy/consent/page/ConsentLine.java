package id.lumbung.privacy.consent.page;

/** One purpose, its legal basis, and where it stands. */
public record ConsentLine(String title, String sentence, String basis, String standingKey, String tone, String said) {}
