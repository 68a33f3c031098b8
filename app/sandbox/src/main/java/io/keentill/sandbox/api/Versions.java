package io.keentill.sandbox.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The API's dated versions (API reference A.4). */
public final class Versions {
    /** The version that new keys are pinned to. */
    public static final String CURRENT = "2026-05-01";

    private static final List<String> KNOWN = List.of("2026-01-15", CURRENT);

    private Versions() {}

    /** All of them, oldest first. */
    public static String[] known() {
        return KNOWN.toArray(String[]::new);
    }

    /** The version to answer in: the asked one, else the key's own; an unknown one is refused with 400. */
    static String chosen(@Nullable String asked, String pinned) {
        if (asked == null) {
            return pinned;
        }
        if (!KNOWN.contains(asked)) {
            throw Refusal.invalid(
                    "RevKeen-Version",
                    "Unknown RevKeen-Version " + asked + "; known are " + String.join(", ", KNOWN) + ".");
        }
        return asked;
    }
}
