package id.lumbung.licensing.regime;

/** A ground for which an application may be refused. */
public record Ground(String code, Words name) {}
