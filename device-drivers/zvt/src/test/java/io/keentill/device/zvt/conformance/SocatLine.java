package io.keentill.device.zvt.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Two pseudo terminals joined by socat. */
final class SocatLine implements AutoCloseable {

    private static final Pattern PTY = Pattern.compile("PTY is (\\S+)");

    private final Process socat;
    private final List<String> paths = new ArrayList<>();

    private SocatLine(Process socat) {
        this.socat = socat;
    }

    static SocatLine start() throws IOException {
        Process process = new ProcessBuilder("socat", "-d", "-d", "pty,raw,echo=0", "pty,raw,echo=0")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        SocatLine line = new SocatLine(process);
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        String text = said.readLine();
        while (text != null && !text.contains("starting data transfer loop")) {
            Matcher matcher = PTY.matcher(text);
            if (matcher.find()) {
                line.paths.add(matcher.group(1));
            }
            text = said.readLine();
        }
        if (line.paths.size() != 2) {
            throw new IOException("socat did not make two pseudo terminals");
        }
        return line;
    }

    String till() {
        return paths.get(0);
    }

    String terminal() {
        return paths.get(1);
    }

    @Override
    public void close() throws InterruptedException {
        socat.destroy();
        if (!socat.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("socat did not end");
        }
    }
}
