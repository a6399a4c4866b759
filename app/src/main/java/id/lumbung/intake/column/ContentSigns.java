package id.lumbung.intake.column;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What a column can only mean, seen from its cells; asked when its heading is not known. */
final class ContentSigns {
    private static final double MOST = 0.7;
    private static final int FEWEST = 3;

    private ContentSigns() {}

    static Optional<Field> find(List<String> cells) {
        List<String> filled = cells.stream()
                .filter(cell -> !cell.isEmpty() && !cell.equals("-"))
                .toList();
        if (filled.size() < FEWEST) {
            return Optional.empty();
        }
        if (mostly(filled, ContentSigns::isNik)) {
            return Optional.of(Field.NIK);
        }
        if (mostly(filled, ContentSigns::isMobile)) {
            return Optional.of(Field.PHONE);
        }
        if (mostly(filled, cell -> digits(cell).length() == 13 && digits(cell).length() == cell.length())) {
            return Optional.of(Field.NIB);
        }
        if (mostly(filled, cell -> cell.indexOf('@') > 0 && cell.indexOf('.') > 0)) {
            return Optional.of(Field.EMAIL);
        }
        if (mostly(filled, cell -> isCoordinate(cell, -11.5, 6.5))) {
            return Optional.of(Field.LATITUDE);
        }
        if (mostly(filled, cell -> isCoordinate(cell, 94.5, 141.5))) {
            return Optional.of(Field.LONGITUDE);
        }
        if (mostly(filled, ContentSigns::isSex)) {
            return Optional.of(Field.SEX);
        }
        if (mostly(filled, cell -> cell.length() == 13 && cell.charAt(2) == '.' && cell.charAt(5) == '.')) {
            return Optional.of(Field.REGION_CODE);
        }
        return Optional.empty();
    }

    /** Whether cells tell this meaning whatever stands above them. */
    static boolean isTold(Field field) {
        return switch (field) {
            case NIK, PHONE, NIB, LATITUDE, LONGITUDE -> true;
            default -> false;
        };
    }

    /** Whether the cells can be what the heading says; too few of them always can. */
    static boolean fits(Field field, List<String> cells) {
        List<String> filled =
                cells.stream().filter(cell -> digits(cell).length() > 1).toList();
        if (filled.size() < FEWEST) {
            return true;
        }
        return switch (field) {
            case NIK -> some(filled, cell -> isNik(cell) || cell.indexOf('E') > 0);
            case PHONE ->
                some(filled, cell -> digits(cell).length() >= 6 && digits(cell).length() <= 14);
            case NIB -> some(filled, cell -> digits(cell).length() == 13);
            case LATITUDE -> some(filled, cell -> isWithin(cell, -11.5, 6.5));
            case LONGITUDE -> some(filled, cell -> isWithin(cell, 94.5, 141.5));
            default -> true;
        };
    }

    /** Aktif, tutup: how it goes, not what it is. */
    static boolean isOperating(List<String> cells) {
        List<String> filled = cells.stream().filter(cell -> !cell.isEmpty()).toList();
        return filled.size() >= FEWEST
                && mostly(filled, cell -> switch (cell.toLowerCase(Locale.ROOT)) {
                    case "aktif",
                            "tidak aktif",
                            "non aktif",
                            "nonaktif",
                            "tutup",
                            "buka",
                            "macet",
                            "berjalan",
                            "jalan",
                            "masih berjalan" -> true;
                    default -> false;
                });
    }

    private static boolean some(List<String> cells, Predicate<String> sign) {
        return cells.stream().filter(sign).count() * 4 >= cells.size();
    }

    private static boolean mostly(List<String> cells, Predicate<String> sign) {
        return cells.stream().filter(sign).count() >= MOST * cells.size();
    }

    private static boolean isNik(String cell) {
        String digits = digits(cell);
        return digits.length() == 16 && digits.length() >= cell.length() - 1 && digits.charAt(0) != '0';
    }

    private static boolean isMobile(String cell) {
        String digits = digits(cell);
        return digits.length() >= 10
                && digits.length() <= 14
                && (digits.startsWith("08") || digits.startsWith("628") || digits.startsWith("8"));
    }

    /** Three digits after a point are thousands more often than degrees. */
    private static boolean isCoordinate(String cell, double least, double most) {
        int point = Math.max(cell.indexOf('.'), cell.indexOf(','));
        int decimals = cell.length() - point - 1;
        if (point < 0 || decimals == 3 || decimals < 4 && least < 0 && cell.charAt(0) != '-') {
            return false;
        }
        return isWithin(cell, least, most);
    }

    private static boolean isWithin(String cell, double least, double most) {
        try {
            double value = Double.parseDouble(cell.replace(',', '.'));
            return value >= least && value <= most;
        } catch (NumberFormatException none) {
            return false;
        }
    }

    private static boolean isSex(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "l", "p", "laki-laki", "perempuan", "laki laki", "pria", "wanita" -> true;
            default -> false;
        };
    }

    private static String digits(String cell) {
        StringBuilder digits = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) >= '0' && cell.charAt(i) <= '9') {
                digits.append(cell.charAt(i));
            }
        }
        return digits.toString();
    }
}
