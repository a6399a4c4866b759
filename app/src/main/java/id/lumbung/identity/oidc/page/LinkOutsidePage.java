package id.lumbung.identity.oidc.page;

/**
 * The question whether this person there is the owner of this account.
 *
 * @param service name of the sign-in service
 * @param name of the person there
 */
public record LinkOutsidePage(String service, String name) {}
