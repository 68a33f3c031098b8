package io.keentill.device.poslink.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.links.SerialLinkProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A serial line of two pseudo-terminals: real character devices, opened like any port. */
public final class PtyLine implements AutoCloseable {

    private static final Path SOCAT = Path.of("/usr/bin/socat");

    private final Path folder;
    private Process socat;

    public PtyLine(Path folder) throws IOException {
        this.folder = folder;
        this.socat = plug();
    }

    /** Why there can be none here; null if there can. */
    public static String missing() {
        return Files.isExecutable(SOCAT) ? null : "socat is not installed";
    }

    public Path till() {
        return folder.resolve("till");
    }

    /** Opens the till's end. */
    public static Link open(LinkAddress address, Duration within) throws LinkException {
        return new SerialLinkProvider().open(address, within);
    }

    /** Opens the terminal's end. */
    public Link terminal() throws LinkException {
        return open(LinkAddress.parse("serial:" + folder.resolve("terminal") + "?format=8N1"), Duration.ofSeconds(30));
    }

    /** Pulls it out. */
    public void pull() {
        socat.destroyForcibly();
        try {
            assertThat(socat.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Plugs it in again, under the same names. */
    public void replug() throws IOException {
        socat = plug();
    }

    @Override
    public void close() {
        pull();
    }

    private Process plug() throws IOException {
        Files.deleteIfExists(till());
        Files.deleteIfExists(folder.resolve("terminal"));
        Process process = new ProcessBuilder(
                        SOCAT.toString(),
                        "pty,raw,echo=0,link=" + till(),
                        "pty,raw,echo=0,link=" + folder.resolve("terminal"))
                .start();
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!(Files.exists(till()) && Files.exists(folder.resolve("terminal"))) && System.nanoTime() < end) {
            LockSupport.parkNanos(2_000_000);
        }
        assertThat(till()).exists();
        return process;
    }
}
