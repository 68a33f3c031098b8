package io.keentill.launcher.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code till counter} in a process of its own. */
final class KillableTill implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final BufferedReader answers;
    private final Writer lines;
    private int answersLeft = Integer.MAX_VALUE;
    private Runnable then = () -> {};

    KillableTill(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.lines = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** What it says once it is open; empty if it died before. */
    Optional<JsonNode> ready() {
        return answer();
    }

    /** Its answer to {@code line}; empty if it died before the whole answer was out. */
    Optional<JsonNode> work(String line) {
        try {
            lines.write(line + "\n");
            lines.flush();
        } catch (IOException died) {
            // What it still said before is read all the same: an answer to an earlier line there is none of.
            return Optional.empty();
        }
        return answer();
    }

    /** Runs {@code what} once it has given so many more answers. */
    void after(int count, Runnable what) {
        answersLeft = count;
        then = what;
        light(0);
    }

    private void light(int answered) {
        answersLeft -= answered;
        if (answersLeft <= 0) {
            answersLeft = Integer.MAX_VALUE;
            then.run();
        }
    }

    private Optional<JsonNode> answer() {
        try {
            String line = answers.readLine();
            light(1);
            return line == null ? Optional.empty() : Optional.of(JSON.readTree(line));
        } catch (JacksonException cutShort) {
            return Optional.empty();
        } catch (IOException died) {
            return Optional.empty();
        }
    }

    /** {@code kill -9}; through its handle, because a process's own method also throws away what is still to be read. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    /** Lets it end by itself. */
    int quit() throws IOException, InterruptedException {
        lines.write("quit\n");
        lines.flush();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new AssertionError("The till does not end by itself");
        }
        return process.exitValue();
    }

    /** Waits for the end of a killed one; answers whether it was the kill that ended it. */
    boolean died() throws InterruptedException {
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new AssertionError("The killed till is still there");
        }
        return process.exitValue() == 128 + 9;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        answers.close();
    }
}
