package io.keentill.launcher;

import io.keentill.engine.LocalTill;
import io.keentill.launcher.command.DataOptions;
import io.keentill.store.TillStore;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** Commands that work on the till itself, as its screen does. */
public final class OnTill {

    private OnTill() {}

    /** Does something with the till of a data folder. */
    @FunctionalInterface
    public interface Work {
        /** Does it; answers the exit status. */
        int on(LocalTill till, Console console);
    }

    /** Opens the till of the data folder, does it, and closes the till. */
    public static int run(DataOptions options, CommandSpec spec, Work work) {
        Console console = options.console(spec);
        Path data = options.folder();
        TillStore store = Wiring.store(data);
        LogFile.into(data);
        try (LocalTill till = Wiring.till(store, data, null)) {
            return work.on(till, console);
        }
    }
}
