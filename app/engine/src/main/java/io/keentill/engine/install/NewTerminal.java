package io.keentill.engine.install;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A terminal to set up.
 *
 * @param address as a candidate or an installer wrote it
 * @param name what the shop will call it; blank for the name of its family
 * @param settings by the names of its family's settings; what is blank is left to the driver
 * @param answers to its pairing questions, by their names; kept by nobody but the driver
 * @param replaces address of the terminal that it takes the place of; null for none
 */
public record NewTerminal(
        String address,
        String name,
        Map<String, String> settings,
        Map<String, String> answers,
        @Nullable String replaces) {

    /** Copies the maps. */
    public NewTerminal {
        settings = Map.copyOf(settings);
        answers = Map.copyOf(answers);
    }

    /** Without the answers, which may be secrets. */
    @Override
    public String toString() {
        return "NewTerminal[" + address + ", " + name + "]";
    }
}
