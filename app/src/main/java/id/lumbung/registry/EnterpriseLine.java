package id.lumbung.registry;

/** An enterprise in one line. */
public record EnterpriseLine(EnterpriseId id, String number, String name, String regionCode) {}
