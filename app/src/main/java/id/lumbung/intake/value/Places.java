package id.lumbung.intake.value;

import id.lumbung.reference.Region;
import id.lumbung.reference.RegionLevel;
import id.lumbung.reference.RegionNames;
import id.lumbung.reference.Regions;
import id.lumbung.reference.VillageMatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places that a list names, within one regency: villages within their kecamatan, other spellings by their
 * aliases, and places of a neighbouring regency or city by name, so that they can be said. Made for one run.
 */
public final class Places {
    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\]]{0,20}\\]|\\([^)]{0,20}\\)");
    private static final int MOST_REMEMBERED = 50_000;

    private final Regions regions;
    private final String regency;
    private final String regencyName;
    private final @Nullable Extent extent;
    private final Map<String, Region> kecamatan = new HashMap<>();
    private final Map<String, List<String>> villages = new HashMap<>();
    private final Map<String, String> elsewhere = new HashMap<>();
    private final Map<String, String> regencies = new HashMap<>();
    private final Map<String, Place> remembered = new HashMap<>();

    public Places(Regions regions, String regency) {
        this.regions = regions;
        this.regency = regency;
        this.extent = Extent.of(regency);
        this.regencyName = bare(regions.get(regency).name());
        String province = regency.substring(0, regency.indexOf('.'));
        for (Region other : regions.regenciesOf(province)) {
            regencies.put(RegionNames.squeezed(other.name()), other.name());
            regencies.putIfAbsent(RegionNames.squeezed(withoutRegency(other.name())), other.name());
            for (Region one : regions.kecamatanOf(other.code())) {
                String name = RegionNames.squeezed(one.name());
                if (other.code().equals(regency)) {
                    kecamatan.put(name, one);
                    for (Region village : regions.villagesOf(one.code())) {
                        villages.computeIfAbsent(RegionNames.squeezed(village.name()), key -> new ArrayList<>())
                                .add(village.code());
                    }
                } else {
                    elsewhere.merge(name, other.name(), (a, b) -> a.startsWith("Kota") ? a : b);
                }
            }
        }
    }

    public Place find(String code, String regencyText, String kecamatanText, String village) {
        String key = code + '\n' + regencyText + '\n' + kecamatanText + '\n' + village;
        Place known = remembered.get(key);
        if (known == null) {
            known = look(
                    Missing.orText(code),
                    Missing.orText(regencyText),
                    Missing.orText(kecamatanText),
                    Missing.orText(village));
            if (remembered.size() >= MOST_REMEMBERED) {
                remembered.clear();
            }
            remembered.put(key, known);
        }
        return known;
    }

    private Place look(String code, String regencyText, String kecamatanText, String village) {
        Optional<Region> coded = byCode(code);
        if (coded.isPresent()) {
            String found = coded.get().code();
            if (!found.startsWith(regency)) {
                return elsewhere(
                        regions.find(found.substring(0, 5)).map(Region::name).orElse(found));
            }
            if (coded.get().level() != RegionLevel.REGENCY) {
                return Place.of(found);
            }
        }
        if (!regencyText.isEmpty() && !isOwn(regencyText)) {
            return elsewhere(otherRegency(regencyText));
        }
        if (kecamatanText.isEmpty()) {
            return village.isEmpty() ? new Place("", Place.Doubt.MISSING, "") : byVillage(village);
        }
        Region found = kecamatan(kecamatanText);
        if (found == null) {
            String other = elsewhere.get(RegionNames.squeezed(RegionNames.withoutKind(kecamatanText)));
            return other == null ? new Place("", Place.Doubt.KECAMATAN_UNKNOWN, "") : other(other);
        }
        return village.isEmpty() ? Place.of(found.code()) : within(found.code(), village);
    }

    private static Place elsewhere(String name) {
        return new Place("", Place.Doubt.ELSEWHERE, name);
    }

    /** As a regency of the province is called; a text that is none may be anything, and is told nowhere. */
    private String otherRegency(String text) {
        String plain = BRACKETS.matcher(text).replaceAll(" ").strip();
        return regencies.getOrDefault(RegionNames.squeezed(plain), "");
    }

    private static Place other(String name) {
        return new Place("", Place.Doubt.OTHER_REGENCY, name);
    }

    private Place within(String code, String village) {
        return switch (regions.resolveVillage(village, code)) {
            case VillageMatch.Found found -> Place.of(found.village().code());
            case VillageMatch.Ambiguous several -> new Place(code, Place.Doubt.VILLAGE_AMBIGUOUS, "");
            case VillageMatch.Unknown unknown -> new Place(code, Place.Doubt.VILLAGE_UNKNOWN, "");
        };
    }

    /** Village names repeat within a regency: without a kecamatan only one that stands once is found. */
    private Place byVillage(String village) {
        List<String> found = villages.getOrDefault(RegionNames.squeezed(RegionNames.withoutKind(village)), List.of());
        if (found.size() == 1) {
            return Place.of(found.getFirst());
        }
        return new Place("", found.isEmpty() ? Place.Doubt.VILLAGE_UNKNOWN : Place.Doubt.VILLAGE_AMBIGUOUS, "");
    }

    private @Nullable Region kecamatan(String text) {
        Region found = kecamatan.get(RegionNames.squeezed(RegionNames.withoutKind(text)));
        if (found != null) {
            return found;
        }
        List<Region> called = regions.search(RegionNames.withoutKind(text), regency, 20).stream()
                .filter(region -> region.level() == RegionLevel.KECAMATAN)
                .toList();
        return called.size() == 1 ? called.getFirst() : null;
    }

    private Optional<Region> byCode(String code) {
        String dotted = code;
        if (DateText.isNumber(code) && (code.length() == 10 || code.length() == 6 || code.length() == 4)) {
            dotted = code.substring(0, 2) + "." + code.substring(2, 4)
                    + (code.length() > 4 ? "." + code.substring(4, 6) : "")
                    + (code.length() > 6 ? "." + code.substring(6) : "");
        }
        return dotted.length() < 5 ? Optional.empty() : regions.find(dotted);
    }

    private boolean isOwn(String text) {
        String plain = BRACKETS.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
        boolean city = plain.contains("kota ") && !plain.contains("kab")
                || plain.strip().equals("kota");
        boolean ownIsCity = regions.get(regency).name().toLowerCase(Locale.ROOT).startsWith("kota");
        return bare(plain).equals(regencyName) && city == ownIsCity;
    }

    /** Far from this regency; false when its extent is not known, or the coordinates are not. */
    public boolean isFar(double latitude, double longitude) {
        return extent != null
                && !Double.isNaN(latitude)
                && !Double.isNaN(longitude)
                && !extent.holds(latitude, longitude);
    }

    private static String withoutRegency(String name) {
        return name.startsWith("Kabupaten ") ? name.substring("Kabupaten ".length()) : name;
    }

    /** The kecamatan of this regency that is called so; empty when none is. */
    public String kecamatanCalled(String text) {
        Region found = kecamatan.get(RegionNames.squeezed(RegionNames.withoutKind(text)));
        return found == null ? "" : found.name();
    }

    /** Whether a village of this regency is called so. */
    public boolean isVillage(String text) {
        return villages.containsKey(RegionNames.squeezed(RegionNames.withoutKind(text)));
    }

    private static String bare(String name) {
        return RegionNames.searchable(name)
                .replace("kabupaten", "")
                .replace("kota", "")
                .replace("kab", "")
                .replace(" ", "");
    }
}
