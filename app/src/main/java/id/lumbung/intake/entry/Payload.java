package id.lumbung.intake.entry;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What of a row is sealed: NIK and telephone as they were read, and all its cells as they stood in the file.
 *
 * @param nik sixteen digits, or empty
 * @param phone in E.164, or empty
 */
public record Payload(String nik, String phone, List<String> cells) {
    private static final JsonMapper MAPPER = new JsonMapper();

    public Payload {
        cells = List.copyOf(cells);
    }

    /** As JSON, the cells last: the mark of the row is made of the text from there on. */
    String text() {
        StringBuilder json = new StringBuilder(512);
        json.append("{\"nik\":\"")
                .append(nik)
                .append("\",\"phone\":\"")
                .append(phone)
                .append("\",\"cells\":[");
        for (int i = 0; i < cells.size(); i++) {
            quote(cells.get(i), json.append(i == 0 ? "\"" : ",\""));
            json.append('"');
        }
        return json.append("]}").toString();
    }

    /** A generator for each of a million short texts takes longer than sealing them. */
    private static void quote(String cell, StringBuilder json) {
        int from = 0;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '"' || c == '\\' || c < ' ') {
                json.append(cell, from, i);
                if (c < ' ') {
                    json.append("\\u00").append(c < 16 ? "0" : "").append(Integer.toHexString(c));
                } else {
                    json.append('\\').append(c);
                }
                from = i + 1;
            }
        }
        json.append(cell, from, cell.length());
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
