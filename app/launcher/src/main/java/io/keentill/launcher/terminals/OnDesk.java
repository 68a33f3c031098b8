package io.keentill.launcher.terminals;

import io.keentill.engine.LocalTill;
import io.keentill.engine.install.KnownTerminal;
import io.keentill.engine.install.SetUpResult;
import io.keentill.launcher.Console;
import io.keentill.launcher.LogFile;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Wiring;
import io.keentill.launcher.command.DataOptions;
import io.keentill.store.TillStore;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What the commands that change the terminals of a till have in common: they work on the till itself, as its screen does. */
final class OnDesk {

    private OnDesk() {}

    /** Does something with the till of a data folder. */
    @FunctionalInterface
    interface Work {
        int on(LocalTill till, Console console);
    }

    static int run(DataOptions options, CommandSpec spec, Work work) {
        Console console = options.console(spec);
        Path data = options.folder();
        TillStore store = Wiring.store(data);
        LogFile.into(data);
        try (LocalTill till = Wiring.till(store, data, null)) {
            return work.on(till, console);
        }
    }

    static int tell(Console console, String done, SetUpResult result) {
        return switch (result) {
            case SetUpResult.Refused no -> throw new Problem(no.message());
            case SetUpResult.Done(KnownTerminal terminal, String notes) -> {
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
