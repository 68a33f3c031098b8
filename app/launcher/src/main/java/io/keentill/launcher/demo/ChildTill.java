package io.keentill.launcher.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A till in a process of its own, so that it can really be killed. It asks for things to happen around it with a line
 * {@code ASK something} on its output and goes on when it reads {@code OK}.
 */
final class ChildTill implements AutoCloseable {

    /** Starts a line that asks for something. */
    static final String ASK = "ASK ";

    private final Process process;
    private final BufferedReader lines;
    private final PrintWriter answers;

    private ChildTill(Process process) {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Writer out = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = new PrintWriter(out, true);
    }

    /** Starts this same program with {@code arguments} on JavaFX's headless platform. */
    static ChildTill start(Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--module-path");
        command.add(System.getProperty("jdk.module.path"));
        command.add(
                "--enable-native-access=com.fazecast.jSerialComm,io.keentill.device.links,org.xerial.sqlitejdbc,javafx.graphics");
        command.add("-Dglass.platform=Headless");
        command.add("-Dprism.order=sw");
        command.add("-Djava.awt.headless=true");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-m");
        command.add("io.keentill.launcher/io.keentill.launcher.Main");
        command.addAll(List.of(arguments));
        return new ChildTill(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    }

    /** The next line it prints; null when it has ended. */
    @Nullable
    String nextLine() throws IOException {
        return lines.readLine();
    }

    /** What was asked for has happened. */
    void ok() {
        answers.println("OK");
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
    }

    /** Waits for its end, at most a minute. */
    int exitStatus() throws InterruptedException {
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
