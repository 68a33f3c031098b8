package io.keentill.storefront.looks;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import java.util.Optional;

/** The colours of the screen. */
public enum Theme {
    /** For daylight. */
    LIGHT("", false),
    /** For the evening. */
    DARK("theme-dark.css", true),
    /** For eyes that need it: nothing below seven to one. */
    CONTRAST("theme-contrast.css", true);

    private final String file;
    private final boolean dark;

    Theme(String file, boolean dark) {
        this.file = file;
        this.dark = dark;
    }

    /** Style sheet of this module on top of the common one; empty if there is none. */
    Optional<String> file() {
        return file.isEmpty() ? Optional.empty() : Optional.of(file);
    }

    /** Address of the style sheet that all controls start from. */
    String base() {
        return dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
    }

    /** As it is kept. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** From how it is kept; light for anything else. */
    static Theme of(String key) {
        for (Theme theme : values()) {
            if (theme.key().equals(key)) {
                return theme;
            }
        }
        return LIGHT;
    }
}
