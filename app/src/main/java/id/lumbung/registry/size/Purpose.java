package id.lumbung.registry.size;

/** What a size class is needed for; PP 7/2021 pasal 35 chooses the measure by it. */
public enum Purpose {
    REGISTRATION,
    PROGRAMME
}
