package id.lumbung.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.LumbungTest;
import id.lumbung.identity.Actor;
import id.lumbung.identity.NewGrant;
import id.lumbung.identity.Role;
import id.lumbung.identity.TestActors;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A list read part by part shows each line that was there at the beginning exactly once, whatever is added meanwhile. */
@LumbungTest
class PagingTest {
    @Autowired
    private ApiClient api;

    @Autowired
    private TestActors actors;

    /** Reads all parts, adding something between them. */
    private List<String> read(String token, String first, Random random, Runnable add) {
        List<String> seen = new ArrayList<>();
        String next = first + (first.contains("?") ? "&" : "?") + "limit=" + (1 + random.nextInt(4));
        while (next != null) {
            JsonNode slice = api.get(token, next).is(200).json();
            slice.get("items").forEach(item -> seen.add(item.get("id").asString()));
            next = slice.get("next").isNull() ? null : slice.get("next").asString();
            for (int i = random.nextInt(3); i > 0 && seen.size() < 60; i--) {
                add.run();
            }
        }
        return seen;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void of_accounts(long seed) {
        Random random = new Random(seed);
        String word = "halaman" + seed + "x" + Long.toString(System.nanoTime(), 36);
        String token = api.token(actors.administrator());
        Function<Integer, String> make = i -> actors.with(
                        word + " " + random.nextInt(1000), "Staf", NewGrant.of(Role.KECAMATAN_OFFICER, "35.07.13"))
                .account()
                .toString();
        Set<String> before = new HashSet<>();
        for (int i = 0; i < 9; i++) {
            before.add(make.apply(i));
        }
        int[] left = {6};

        List<String> seen = read(token, "/api/v1/accounts?q=" + word, random, () -> {
            if (left[0]-- > 0) {
                make.apply(0);
            }
        });

        assertThat(seen).doesNotHaveDuplicates().containsAll(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void of_applications_of_an_own_kecamatan(long seed) {
        Random random = new Random(seed);
        Actor officer = actors.kecamatanOfficer("35.07.3" + seed);
        String token = api.token(officer);
        Function<Integer, String> make =
                i -> api.post(token, "/api/v1/applications", Map.of("kecamatan", "35.07.3" + seed))
                        .is(201)
                        .json()
                        .get("id")
                        .asString();
        Set<String> before = new HashSet<>();
        for (int i = 0; i < 7; i++) {
            before.add(make.apply(i));
        }

        List<String> seen = read(token, "/api/v1/applications", random, () -> make.apply(0));

        assertThat(seen).doesNotHaveDuplicates().containsAll(before);
    }

    @Test
    void a_cursor_of_another_list_or_made_up_is_refused() {
        String token = api.token(actors.administrator());
        actors.kecamatanOfficer("35.07.13");
        actors.kecamatanOfficer("35.07.13");
        String next =
                api.get(token, "/api/v1/accounts?limit=1").json().get("next").asString();
        String cursor = next.replaceFirst(".*cursor=([^&]*).*", "$1");
        char last = cursor.charAt(cursor.length() - 3);

        api.get(token, "/api/v1/accounts?cursor=" + cursor).is(200);
        String officer = api.token(actors.kecamatanOfficer("35.07.13"));
        assertThat(api.get(officer, "/api/v1/licences?cursor=" + cursor).is(400).code())
                .isEqualTo("cursor-not-valid");
        assertThat(api.get(
                                token,
                                "/api/v1/accounts?cursor=" + cursor.substring(0, cursor.length() - 3)
                                        + (last == 'A' ? 'B' : 'A') + cursor.substring(cursor.length() - 2))
                        .is(400)
                        .code())
                .isEqualTo("cursor-not-valid");
    }
}
