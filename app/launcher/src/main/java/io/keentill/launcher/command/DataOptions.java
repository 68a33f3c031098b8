package io.keentill.launcher.command;

import io.keentill.launcher.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that every command on a till has. */
public final class DataOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the till's data (default: KEENTILL_DATA, or keentill in the user's data folder).")
    private @Nullable Path data;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    /** Where the till's data lives. */
    public Path folder() {
        return data != null ? data.toAbsolutePath().normalize() : usual(System.getenv());
    }

    /** Prints as asked for. */
    public Console console(CommandSpec spec) {
        return console(spec.commandLine().getOut());
    }

    /** Prints as asked for. */
    public Console console(PrintWriter out) {
        return new Console(out, json);
    }

    /** The data folder where none is named. */
    static Path usual(Map<String, String> environment) {
        String named = environment.get("KEENTILL_DATA");
        if (named != null && !named.isBlank()) {
            return Path.of(named).toAbsolutePath();
        }
        String home = System.getProperty("user.home");
        String local = environment.get("LOCALAPPDATA");
        if (local != null) {
            return Path.of(local, "Keentill");
        }
        if (System.getProperty("os.name", "").startsWith("Mac")) {
            return Path.of(home, "Library", "Application Support", "Keentill");
        }
        String xdg = environment.get("XDG_DATA_HOME");
        return xdg == null || xdg.isBlank() ? Path.of(home, ".local", "share", "keentill") : Path.of(xdg, "keentill");
    }
}
