package io.keentill.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Where log lines go: a rotating file in the data folder; only what is severe reaches the console. */
public final class LogFile {

    private static final int LIMIT_BYTES = 5_000_000;
    private static final int FILES = 4;

    // java.util.logging keeps loggers weakly; the root must not lose its level.
    private static final Logger ROOT = Logger.getLogger("");

    private LogFile() {}

    /** Leaves the console to the command's own words. */
    public static void quietConsole() {
        for (Handler handler : ROOT.getHandlers()) {
            if (handler instanceof ConsoleHandler) {
                handler.setLevel(Level.OFF);
            }
        }
    }

    /** Writes the log to {@code data/logs}; a folder that cannot be written leaves the till without a log file. */
    public static void into(Path data) {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s %5$s%6$s%n");
        try {
            Path folder = Files.createDirectories(data.resolve("logs"));
            FileHandler file = new FileHandler(folder.resolve("till.%g.log").toString(), LIMIT_BYTES, FILES, true);
            file.setFormatter(new SimpleFormatter());
            file.setLevel(Level.INFO);
            ROOT.addHandler(file);
        } catch (IOException e) {
            ROOT.log(Level.WARNING, "No log file: " + e.getMessage(), e);
        }
    }
}
