package io.keentill.launcher.terminals;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.install.KnownTerminal;
import io.keentill.engine.install.SetUpResult;
import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A terminal that was set up or changed, as commands print it. */
final class SetUpReport {

    private SetUpReport() {}

    static int tell(Console console, String done, SetUpResult result) {
        return switch (result) {
            case SetUpResult.Refused no -> throw new Problem(no.message());
            case SetUpResult.Done(KnownTerminal terminal, Sentence notes) -> {
                console.say(
                        done + ": " + terminal.name() + " at " + terminal.key() + (terminal.inUse() ? ", in use" : ""));
                if (!notes.isBlank()) {
                    console.say(notes);
                }
                console.result(json(terminal));
                yield 0;
            }
        };
    }

    static Map<String, @Nullable Object> json(KnownTerminal terminal) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("address", terminal.key());
        map.put("name", terminal.name());
        map.put("in_use", terminal.inUse());
        map.put("serial_number", terminal.serial());
        map.put("model", terminal.model());
        map.put(
                "last_seen",
                terminal.lastSeen() == null ? null : terminal.lastSeen().toString());
        return map;
    }
}
