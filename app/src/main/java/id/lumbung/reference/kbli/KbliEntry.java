package id.lumbung.reference.kbli;

/**
 * What the activity search knows of one code: its title, the everyday words for it, and, once an administrator has
 * imported the complete official list, the official description (empty otherwise).
 */
public record KbliEntry(String version, String code, String title, String words, String description) {}
