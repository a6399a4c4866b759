package id.lumbung.identity;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;

/**
 * The person on whose behalf something is done, with the grants in force today.
 *
 * @param name full name, as shown to colleagues
 * @param scope what may be done on this occasion: everything on a page, less with a token
 */
public record Actor(UUID account, String name, Set<Grant> grants, Set<Permission> scope) {
    private static final Set<Permission> EVERYTHING = Set.of(Permission.values());

    public Actor {
        grants = Set.copyOf(grants);
        scope = Set.copyOf(scope);
    }

    public Actor(UUID account, String name, Set<Grant> grants) {
        this(account, name, grants, EVERYTHING);
    }

    /** The same person who may do no more than this. */
    public Actor narrowedTo(Set<Permission> permissions) {
        return new Actor(
                account,
                name,
                grants,
                permissions.stream().filter(scope::contains).collect(Collectors.toUnmodifiableSet()));
    }

    public boolean has(Role role, String regionCode) {
        return hasAny(Set.of(role), regionCode);
    }

    public boolean hasAny(Set<Role> roles, String regionCode) {
        return grants.stream().anyMatch(grant -> roles.contains(grant.role()) && grant.covers(regionCode));
    }

    public boolean may(Permission permission, String regionCode) {
        return grants.stream().anyMatch(grant -> gives(grant, permission) && grant.covers(regionCode));
    }

    private boolean gives(Grant grant, Permission permission) {
        return scope.contains(permission)
                && permission.roles().contains(grant.role())
                && (!permission.concernsTheWhole() || grant.isOfTheWhole());
    }

    /** Whether the permission is held in any territory at all. */
    public boolean mayAnywhere(Permission permission) {
        return !territories(permission).isEmpty();
    }

    /** Stops what is being done unless the permission is held in this region; the browser shows 403. */
    public void require(Permission permission, String regionCode) {
        if (!may(permission, regionCode)) {
            throw new AccessDeniedException(permission + " is not held in " + regionCode);
        }
    }

    /** As {@link #require(Permission, String)}, for what belongs to no region. */
    public void requireAnywhere(Permission permission) {
        if (!mayAnywhere(permission)) {
            throw new AccessDeniedException(permission + " is not held");
        }
    }

    /** Where this person sees enterprises, applications and licences. An administrator as such sees none. */
    public Set<String> territories() {
        return grants.stream()
                .filter(grant -> grant.role().handlesCases())
                .map(Grant::territory)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Where the permission is held. */
    public Set<String> territories(Permission permission) {
        return grants.stream()
                .filter(grant -> gives(grant, permission))
                .map(Grant::territory)
                .collect(Collectors.toUnmodifiableSet());
    }
}
