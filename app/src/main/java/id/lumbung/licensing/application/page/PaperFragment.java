package id.lumbung.licensing.application.page;

import id.lumbung.platform.FieldProblems;

/** One paper after it was sent. */
public record PaperFragment(PaperLine paper, FieldProblems problems) {}
