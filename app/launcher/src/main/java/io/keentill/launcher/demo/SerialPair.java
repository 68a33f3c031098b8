package io.keentill.launcher.demo;

import io.keentill.launcher.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Two pseudo-terminals joined by socat: a serial line without a cable. */
public final class SerialPair implements AutoCloseable {

    private final Process socat;
    private final Path till;
    private final Path terminal;

    private SerialPair(Process socat, Path till, Path terminal) {
        this.socat = socat;
        this.till = till;
        this.terminal = terminal;
    }

    /** Joins two lines whose names lie in {@code folder}; null where socat is not installed or does not come up. */
    public static @Nullable SerialPair open(Path folder) throws IOException {
        Path till = folder.resolve("tty-till");
        Path terminal = folder.resolve("tty-terminal");
        Process socat;
        try {
            socat = new ProcessBuilder("socat", "pty,raw,echo=0,link=" + till, "pty,raw,echo=0,link=" + terminal)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("socat.log").toFile())
                    .start();
        } catch (IOException notInstalled) {
            return null;
        }
        boolean up = Waiting.until(Duration.ofSeconds(5), () -> Files.exists(till) && Files.exists(terminal));
        if (!up) {
            socat.destroyForcibly();
            return null;
        }
        return new SerialPair(socat, till.toRealPath(), terminal.toRealPath());
    }

    /** The end that the till opens. */
    public Path tillSide() {
        return till;
    }

    /** The end that the terminal opens. */
    public Path terminalSide() {
        return terminal;
    }

    @Override
    public void close() {
        socat.destroy();
        try {
            if (!socat.waitFor(2, TimeUnit.SECONDS)) {
                socat.destroyForcibly();
            }
        } catch (InterruptedException e) {
            socat.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
