package id.lumbung.linkage.command;

import id.lumbung.linkage.engine.Knowledge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a command takes its weights from: {@code --weights FILE}, or those that are built in; {@code --learning}. */
record Known(@Nullable Path weights, String learning) {

    Knowledge read() throws IOException {
        return switch (learning) {
            case "blended" -> given().learning(true);
            case "lists" -> Knowledge.NONE;
            case "weights" -> given().learning(false);
            default -> throw new IllegalArgumentException("--learning is blended, lists or weights, not " + learning);
        };
    }

    private Knowledge given() throws IOException {
        Path file = weights;
        return file == null ? Knowledge.builtIn() : Knowledge.fromJson(Files.readString(file));
    }
}
