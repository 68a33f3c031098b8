package io.keentill.launcher.firstrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.launcher.Waiting;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at a till of their own, a real process with a window and no display, who has a keyboard and no mouse. */
final class Person implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(90);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_STOPS = 40;

    /** Faster than this a scanner types. */
    private static final long PERSON_NANOS = 60_000_000L;

    private final Path log;
    private final Process process;
    private final BufferedReader answers;
    private final Writer lines;

    private Person(Path log, Process process) {
        this.log = log;
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.lines = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts {@code till} on a data folder, on a machine of this language; its own error output goes beside the folder. */
    static Person at(Path data, Locale machine) throws IOException {
        Path log = data.resolveSibling(data.getFileName() + ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--module-path", System.getProperty("jdk.module.path")));
        command.addAll(List.of("--patch-module", "io.keentill.launcher=" + testClasses()));
        command.add("--enable-native-access=com.fazecast.jSerialComm,io.keentill.device.links,"
                + "org.xerial.sqlitejdbc,javafx.graphics");
        command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx512m"));
        command.add("-Duser.language=" + machine.getLanguage());
        command.add("-Duser.country=" + machine.getCountry());
        command.addAll(List.of("-m", "io.keentill.launcher/" + WorkedTill.class.getName()));
        command.addAll(List.of("--data", data.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("LANG", machine + ".UTF-8");
        return new Person(log, builder.start());
    }

    private static Path testClasses() {
        Path usual = Path.of("target", "test-classes").toAbsolutePath();
        assertThat(usual.resolve(WorkedTill.class.getName().replace('.', File.separatorChar) + ".class"))
                .exists();
        return usual;
    }

    private String ask(String line) {
        try {
            lines.write(line + "\n");
            lines.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IOException("it has ended");
            }
            String said = JSON.readTree(answer).asString();
            if (said.startsWith("trouble: ")) {
                throw new AssertionError(line + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new AssertionError(
                    "The till does not answer to \"" + line + "\": " + e.getMessage() + "\n" + log(), e);
        }
    }

    /** What the program wrote to its error output. */
    String log() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            return e.toString();
        }
    }

    void key(String code) {
        ask("key " + code);
    }

    /** Letter by letter, as a person. */
    void type(String text) {
        text.chars().forEach(c -> {
            ask("type " + (char) c);
            LockSupport.parkNanos(PERSON_NANOS);
        });
    }

    /** All at once: what is pasted, or scanned. */
    void paste(String text) {
        ask("type " + text);
    }

    /** The id of what has the keys; empty if nothing has that is in sight. */
    String focused() {
        return ask("focused");
    }

    /** Everything to be read in the window; passwords are not. */
    String words() {
        return ask("words");
    }

    String text(String id) {
        return ask("text " + id);
    }

    boolean sees(String id) {
        return ask("shown " + id).equals(id);
    }

    void picture(String name) {
        ask("picture "
                + Path.of("target", "screenshots", "first-run", name + ".png").toAbsolutePath());
    }

    /** Waits until the cursor is here by itself. */
    void cursorComesTo(String id) {
        until(() -> focused().equals(id), "the cursor on #" + id);
    }

    void reads(String words) {
        until(() -> words().contains(words), "\"" + words + "\"");
    }

    void until(BooleanSupplier what, String name) {
        if (!Waiting.until(SOON, what)) {
            throw new AssertionError("Waited for " + name + " in vain. The cursor is on #" + focused()
                    + ", in the window is:\n" + words() + "\n" + log());
        }
    }

    /** By the tabulator to this control; at every stop the cursor is somewhere in sight. */
    void to(String id) {
        List<String> stops = new ArrayList<>();
        for (int i = 0; i < MOST_STOPS; i++) {
            String at = focused();
            if (at.equals(id)) {
                return;
            }
            stops.add(at);
            key("TAB");
        }
        throw new AssertionError("The tabulator does not come to #" + id + ", it goes to " + stops);
    }

    /** Into this field, in place of what stood there. */
    void write(String id, String text) {
        to(id);
        key("END");
        while (!text(id).isEmpty()) {
            key("BACK_SPACE");
        }
        paste(text);
        assertThat(text(id)).isEqualTo(text);
        assertThat(focused()).as("the cursor stays where it is typed").isEqualTo(id);
    }

    void enter() {
        key("ENTER");
    }

    /** Enter, and the till complains with these words and puts the cursor where it belongs. */
    void isTold(String words, String field) {
        enter();
        until(() -> text("first-complaint").contains(words), "\"" + words + "\"");
        cursorComesTo(field);
    }

    /** The cross in the window's corner; the program ends by itself. */
    void closeWindow() throws InterruptedException {
        try {
            ask("close");
        } catch (AssertionError ended) {
            // Faster than its answer.
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("the program ends with its window")
                .isTrue();
        assertThat(process.exitValue()).as(log()).isZero();
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        answers.close();
    }
}
