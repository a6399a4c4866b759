package id.lumbung.platform.page;

/**
 * A page that says one thing.
 *
 * @param status HTTP status
 * @param sentence what happened and what to do, in the language of the reader
 */
public record MessagePage(int status, String sentence) {}
