package id.lumbung.intake.entry;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What of a row is sealed: NIK and telephone as they were read, and all its cells as they stood in the file.
 *
 * @param nik sixteen digits, or empty
 * @param phone in E.164, or empty
 */
public record Payload(String nik, String phone, List<String> cells) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonMapper MAPPER = new JsonMapper();

    public Payload {
        cells = List.copyOf(cells);
    }

    /** As JSON, the cells last: the mark of the row is made of the text from there on. */
    String text() {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(tools.jackson.core.ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("nik", nik);
            json.writeStringProperty("phone", phone);
            json.writeArrayPropertyStart("cells");
            for (String cell : cells) {
                json.writeString(cell);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    /** The part of the text by which the same row is known again. */
    static String rowOf(String text) {
        return text.substring(Math.max(0, text.indexOf("\"cells\":[")));
    }

    public static Payload read(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            List<String> cells = new ArrayList<>();
            json.path("cells").forEach(cell -> cells.add(cell.asString()));
            return new Payload(json.path("nik").asString(), json.path("phone").asString(), cells);
        } catch (JacksonException broken) {
            // without its cause, which would name what it could not read
            throw new IllegalStateException("a sealed row is no row");
        }
    }

    /** Never what is in it. */
    @Override
    public String toString() {
        return "Payload[" + cells.size() + " cells]";
    }
}
