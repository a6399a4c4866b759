package id.lumbung.licensing.regime;

import java.util.List;

/** What is wrong with a definition, as the key of a sentence. */
public record Finding(String messageKey, List<String> arguments) {
    public Finding {
        arguments = List.copyOf(arguments);
    }

    static Finding of(String messageKey, String... arguments) {
        return new Finding(messageKey, List.of(arguments));
    }
}
