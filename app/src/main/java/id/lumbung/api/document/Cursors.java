package id.lumbung.api.document;

import id.lumbung.api.problem.ApiProblem;
import id.lumbung.api.problem.ApiRefusal;
import id.lumbung.platform.key.Vault;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the next part of a list begins: after the last line of this one, whatever was added meanwhile. A cursor is signed
 * for its list, so that it can be neither read for meaning nor made up.
 */
@Component
public class Cursors {
    public static final int MOST = 200;
    private static final int MAC = 16;
    private static final TypeReference<List<String>> PARTS = new TypeReference<>() {};

    private final Vault vault;
    private final JsonMapper json;

    Cursors(Vault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    /** How many are asked for, within bounds. */
    public static int limit(int asked) {
        if (asked < 1 || asked > MOST) {
            throw new ApiRefusal(ApiProblem.BAD_REQUEST, "limit");
        }
        return asked;
    }

    /**
     * The part of a list that is answered.
     *
     * @param found one more than {@code limit} when there are more
     * @param place what the list is ordered by, of one line
     */
    public <T> Slice<T> slice(
            String list, List<T> found, int limit, Function<T, List<String>> place, HttpServletRequest request) {
        if (found.size() <= limit) {
            return new Slice<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new Slice<>(items, next(request, write(list, place.apply(items.getLast()))));
    }

    private static String next(HttpServletRequest request, String cursor) {
        Map<String, String> parameters = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
        parameters.put("cursor", cursor);
        StringBuilder address = new StringBuilder(request.getRequestURI());
        char before = '?';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            address.append(before)
                    .append(parameter.getKey())
                    .append('=')
                    .append(URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8));
            before = '&';
        }
        return address.toString();
    }

    String write(String list, List<String> place) {
        byte[] payload = json.writeValueAsBytes(place);
        byte[] mac = mac(list, payload);
        byte[] whole = Arrays.copyOf(mac, MAC + payload.length);
        System.arraycopy(payload, 0, whole, MAC, payload.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** The place that was written for this list; null without a cursor. */
    public @Nullable List<String> read(String list, @Nullable String cursor, int parts) {
        if (cursor == null) {
            return null;
        }
        try {
            byte[] whole = Base64.getUrlDecoder().decode(cursor);
            byte[] payload = whole.length <= MAC ? new byte[0] : Arrays.copyOfRange(whole, MAC, whole.length);
            byte[] mac = Arrays.copyOf(whole, MAC);
            boolean ours = payload.length > 0
                    && vault
                            .fingerprints(
                                    "api-cursor:" + list, Base64.getEncoder().encodeToString(payload))
                            .stream()
                            .anyMatch(made -> MessageDigest.isEqual(Arrays.copyOf(made, MAC), mac));
            if (ours) {
                List<String> place = json.readValue(payload, PARTS);
                if (place.size() == parts) {
                    return place;
                }
            }
        } catch (IllegalArgumentException notBase64) {
            // the answer is the same
        }
        throw new ApiRefusal(ApiProblem.CURSOR_NOT_VALID, "cursor");
    }

    private byte[] mac(String list, byte[] payload) {
        return Arrays.copyOf(
                vault.fingerprint("api-cursor:" + list, Base64.getEncoder().encodeToString(payload)), MAC);
    }
}
