package id.lumbung.licensing.regime;

/** What a transition does to the clock that counts working days. */
public enum ClockEffect {
    NONE,
    START,
    PAUSE,
    RESUME,
    STOP
}
