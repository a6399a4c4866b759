package id.lumbung.identity;

import java.util.regex.Pattern;

/**
 * A role in a territory.
 *
 * @param territory region code; the role holds there and everywhere below
 */
public record Grant(Role role, String territory) {
    private static final Pattern REGION = Pattern.compile("\\d\\d(\\.\\d\\d(\\.\\d\\d(\\.\\d{4})?)?)?");

    public Grant {
        if (!isRegionCode(territory)) {
            throw new IllegalArgumentException("not a region code: " + territory);
        }
    }

    /** Whether the region is the territory or lies in it. */
    public boolean covers(String regionCode) {
        return regionCode.equals(territory) || regionCode.startsWith(territory + ".");
    }

    /** Whether the territory is no smaller than a regency. */
    boolean isOfTheWhole() {
        return territory.length() <= "35.07".length();
    }

    public static boolean isRegionCode(String text) {
        return REGION.matcher(text).matches();
    }
}
