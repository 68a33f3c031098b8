package io.keentill.device.links;

import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** Two pseudo terminals joined by socat: one for the till, the other for the device. */
final class PtyPair implements AutoCloseable {

    private static final Pattern PTY = Pattern.compile("PTY is (\\S+)");

    private final Process socat;
    private final List<String> paths = new ArrayList<>();

    private PtyPair(Process socat) {
        this.socat = socat;
    }

    /** Starts it, or skips the test where there is no socat. */
    static PtyPair start(Path tillLink) throws IOException {
        String till = "pty,raw,echo=0" + (tillLink == null ? "" : ",link=" + tillLink);
        Process process;
        try {
            process = new ProcessBuilder("socat", "-d", "-d", till, "pty,raw,echo=0")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return Assumptions.abort("socat is not installed, so there are no pseudo terminals to test on");
        }
        PtyPair pair = new PtyPair(process);
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        String line = said.readLine();
        while (line != null && !line.contains("starting data transfer loop")) {
            Matcher matcher = PTY.matcher(line);
            if (matcher.find()) {
                pair.paths.add(matcher.group(1));
            }
            line = said.readLine();
        }
        return pair;
    }

    String till() {
        return paths.get(0);
    }

    String deviceEnd() {
        return paths.get(1);
    }

    /** Sends bytes as the device. */
    void send(byte[] bytes) throws IOException {
        try (OutputStream out = new FileOutputStream(deviceEnd())) {
            out.write(bytes);
        }
    }

    /** Reads bytes as the device. */
    byte[] receive(int count) throws IOException {
        try (var in = Files.newInputStream(Path.of(deviceEnd()))) {
            return in.readNBytes(count);
        }
    }

    /** Ends both terminals at once, as pulling the plug does. */
    void unplug() {
        socat.destroyForcibly();
        try {
            socat.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        unplug();
    }
}
