package id.lumbung.privacy.retention.page;

import id.lumbung.platform.FieldProblems;

/** How long a class is kept, to be written down. */
public record DecidePage(
        String path,
        String title,
        String rule,
        String count,
        boolean keeps,
        String days,
        String validFrom,
        String source,
        FieldProblems problems) {}
