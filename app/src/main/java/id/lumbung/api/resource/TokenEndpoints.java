package id.lumbung.api.resource;

import id.lumbung.api.access.Calls;
import id.lumbung.api.access.Tokens;
import id.lumbung.api.document.Endpoint;
import id.lumbung.api.problem.ApiPaths;
import id.lumbung.api.problem.ApiProblem;
import id.lumbung.api.problem.ApiRefusal;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who calls, and the caller's own tokens. A token makes no token: that is done signed in. */
@RestController
@RequestMapping(path = ApiPaths.ROOT, produces = MediaType.APPLICATION_JSON_VALUE)
class TokenEndpoints {
    private final Tokens tokens;
    private final CurrentActor currentActor;

    TokenEndpoints(Tokens tokens, CurrentActor currentActor) {
        this.tokens = tokens;
        this.currentActor = currentActor;
    }

    record Me(UUID account, String name, @Nullable UUID token, List<String> scopes, List<Held> grants) {}

    record Held(String role, String territory) {}

    @GetMapping("/me")
    @Endpoint
    Me getMe(HttpServletRequest request) {
        Actor actor = currentActor.require();
        return new Me(
                actor.account(),
                actor.name(),
                Calls.token(request),
                actor.scope().stream().map(Enum::name).sorted().toList(),
                actor.grants().stream()
                        .map(grant -> new Held(grant.role().name(), grant.territory()))
                        .toList());
    }

    @GetMapping("/tokens")
    @Endpoint
    List<Tokens.Token> listTokens() {
        return tokens.own();
    }

    @DeleteMapping("/tokens/{id}")
    @Endpoint(status = 204, pages = "POST /akun/saya/token/{token}/cabut")
    ResponseEntity<Void> revokeToken(@PathVariable UUID id) {
        if (!tokens.revoke(id)) {
            throw new ApiRefusal(ApiProblem.NOT_FOUND);
        }
        return ResponseEntity.noContent().build();
    }
}
