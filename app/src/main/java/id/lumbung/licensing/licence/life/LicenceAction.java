package id.lumbung.licensing.licence.life;

import id.lumbung.identity.Permission;
import java.util.Arrays;
import java.util.Optional;

/** What an office does to a licence after it was issued. */
public enum LicenceAction {
    AMEND(Permission.CHANGE_LICENCE, "ubah"),
    REPLACE_SHEET(Permission.REPLACE_LICENCE_SHEET, "ganti-lembar"),
    WARN(Permission.CHANGE_LICENCE, "peringatan"),
    REVOKE(Permission.CHANGE_LICENCE, "cabut"),
    REINSTATE(Permission.CHANGE_LICENCE, "pulihkan");

    private final Permission permission;
    private final String path;

    LicenceAction(Permission permission, String path) {
        this.permission = permission;
        this.path = path;
    }

    /** Last part of the address of its form. */
    public String path() {
        return path;
    }

    public static Optional<LicenceAction> ofPath(String path) {
        return Arrays.stream(values())
                .filter(action -> action.path.equals(path))
                .findFirst();
    }

    public String messageKey() {
        return switch (this) {
            case AMEND -> "licence.action.amend";
            case REPLACE_SHEET -> "licence.action.replace-sheet";
            case WARN -> "licence.action.warn";
            case REVOKE -> "licence.action.revoke";
            case REINSTATE -> "licence.action.reinstate";
        };
    }

    /** The key of what the form says before one fills it in. */
    public String explanationKey() {
        return switch (this) {
            case AMEND -> "licence.action.amend.what";
            case REPLACE_SHEET -> "licence.action.replace-sheet.what";
            case WARN -> "licence.action.warn.what";
            case REVOKE -> "licence.action.revoke.what";
            case REINSTATE -> "licence.action.reinstate.what";
        };
    }

    public String doneKey() {
        return switch (this) {
            case AMEND -> "licence.action.amend.done";
            case REPLACE_SHEET -> "licence.action.replace-sheet.done";
            case WARN -> "licence.action.warn.done";
            case REVOKE -> "licence.action.revoke.done";
            case REINSTATE -> "licence.action.reinstate.done";
        };
    }

    public Permission permission() {
        return permission;
    }
}
