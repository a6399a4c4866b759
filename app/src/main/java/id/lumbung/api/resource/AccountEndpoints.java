package id.lumbung.api.resource;

import id.lumbung.api.document.Cursors;
import id.lumbung.api.document.Endpoint;
import id.lumbung.api.document.Slice;
import id.lumbung.api.document.Tags;
import id.lumbung.api.problem.ApiPaths;
import id.lumbung.identity.Permission;
import id.lumbung.identity.account.AccountDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The administration of accounts. */
@RestController
@RequestMapping(path = ApiPaths.ROOT + "/accounts", produces = MediaType.APPLICATION_JSON_VALUE)
class AccountEndpoints {
    private static final String LIST = "accounts";

    private final AccountDesk desk;
    private final Tags tags;
    private final Cursors cursors;

    AccountEndpoints(AccountDesk desk, Tags tags, Cursors cursors) {
        this.desk = desk;
        this.tags = tags;
        this.cursors = cursors;
    }

    record NewAccount(AccountDesk.Person person, AccountDesk.Wanted grant) {}

    @GetMapping
    @Endpoint(needs = Permission.MANAGE_ACCOUNTS)
    Slice<AccountDesk.Line> listAccounts(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            HttpServletRequest request) {
        int most = Cursors.limit(limit);
        List<String> after = cursors.read(LIST, cursor, 2);
        return cursors.slice(
                LIST,
                desk.list(
                        q,
                        after == null ? null : after.get(0),
                        after == null ? null : UUID.fromString(after.get(1)),
                        most + 1),
                most,
                line -> List.of(line.signInName(), line.id().toString()),
                request);
    }

    /** The link is for the administrator to hand over; it is told once. */
    @PostMapping
    @Endpoint(needs = Permission.MANAGE_ACCOUNTS, status = 201, pages = "POST /akun/baru")
    ResponseEntity<AccountDesk.Link> inviteAccount(@RequestBody NewAccount account) {
        AccountDesk.Link made = desk.invite(account.person(), account.grant());
        return ResponseEntity.created(URI.create(ApiPaths.ROOT + "/accounts/" + made.account()))
                .body(made);
    }

    @GetMapping("/{id}")
    @Endpoint(needs = Permission.MANAGE_ACCOUNTS)
    ResponseEntity<AccountDesk.File> getAccount(@PathVariable UUID id) {
        return tags.tagged(desk.get(id), 0);
    }

    @PutMapping("/{id}")
    @Endpoint(needs = Permission.MANAGE_ACCOUNTS, edits = true, pages = "POST /akun/{account}")
    ResponseEntity<AccountDesk.File> changeAccount(
            @PathVariable UUID id, @RequestBody AccountDesk.Person person, HttpServletRequest request) {
        tags.requireMatch(request, desk.get(id), 0);
        desk.change(id, person);
        return getAccount(id);
    }

    @PostMapping("/{id}/grants")
    @Endpoint(needs = Permission.MANAGE_ACCOUNTS, pages = "POST /akun/{account}/wewenang")
    ResponseEntity<AccountDesk.File> giveGrant(@PathVariable UUID id, @RequestBody AccountDesk.Wanted grant) {
        desk.get(id);
        desk.grant(id, grant);
        return getAccount(id);
    }

    @DeleteMapping("/{id}/grants/{grant}")
    @Endpoint(needs = Permission.MANAGE_ACCOUNTS, status = 204, pages = "POST /akun/{account}/wewenang/{grant}/cabut")
    ResponseEntity<Void> takeBackGrant(@PathVariable UUID id, @PathVariable UUID grant) {
        desk.get(id);
        desk.takeBack(id, grant);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/disabling")
    @Endpoint(needs = Permission.MANAGE_ACCOUNTS, pages = "POST /akun/{account}/nonaktifkan")
    ResponseEntity<AccountDesk.File> disableAccount(@PathVariable UUID id) {
        desk.get(id);
        desk.disable(id);
        return getAccount(id);
    }

    @PostMapping("/{id}/enabling")
    @Endpoint(needs = Permission.MANAGE_ACCOUNTS, pages = "POST /akun/{account}/aktifkan")
    ResponseEntity<AccountDesk.File> enableAccount(@PathVariable UUID id) {
        desk.get(id);
        desk.enable(id);
        return getAccount(id);
    }

    @PostMapping("/{id}/password-change")
    @Endpoint(needs = Permission.MANAGE_ACCOUNTS, pages = "POST /akun/{account}/wajib-ganti")
    ResponseEntity<AccountDesk.File> requireNewPassword(@PathVariable UUID id) {
        desk.get(id);
        desk.requireNewPassword(id);
        return getAccount(id);
    }

    /** A link for a new password, or a new invitation; told once. */
    @PostMapping("/{id}/link")
    @Endpoint(needs = Permission.MANAGE_ACCOUNTS, pages = "POST /akun/{account}/tautan")
    AccountDesk.Link newLink(@PathVariable UUID id) {
        desk.get(id);
        return desk.newLink(id);
    }
}
