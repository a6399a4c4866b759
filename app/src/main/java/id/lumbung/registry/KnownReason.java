package id.lumbung.registry;

/**
 * One reason with its strength.
 *
 * @param similarity 0 to 1; 1 for what is the same
 * @param sameVillage whether the business is in the village that was asked for
 */
public record KnownReason(Reason reason, double similarity, boolean sameVillage) {
    public String messageKey() {
        return "registry.known." + reason.name()
                + (sameVillage && reason == Reason.SIMILAR_BUSINESS_NAME ? ".village" : "");
    }
}
