package io.keentill.launcher.counter;

import io.keentill.engine.LocalTill;
import io.keentill.launcher.Console;
import io.keentill.launcher.LogFile;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Wiring;
import io.keentill.launcher.command.DataOptions;
import io.keentill.store.TillStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code till counter}: a whole till without its screen, worked line by line from standard input. Every line is answered
 * with one line of JSON, and what an answer says is already stored: a script that has read it may rely on it, whatever
 * happens to this process a moment later.
 */
@Command(
        name = "counter",
        description = {
            "Sells line by line from standard input; each line is answered with one line of JSON once it is stored.",
            "Lines: scan CODE[*N], park NAME, recall, cancel, cash [AMOUNT], card, state, sync [SECONDS], quit."
        })
public final class CounterCommand implements Callable<Integer> {

    @Mixin
    private DataOptions options = new DataOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--terminal", description = "Terminal address for this run alone.")
    private @Nullable String terminal;

    @Override
    public Integer call() throws IOException {
        Path data = options.folder();
        TillStore store = Wiring.store(data);
        LogFile.into(data);
        PrintWriter out = spec.commandLine().getOut();
        try (LocalTill till = Wiring.till(store, data, terminal)) {
            Counter counter = new Counter(till);
            answer(out, counter.state());
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            String line = lines.readLine();
            while (line != null && !line.strip().equals("quit")) {
                answer(out, worked(counter, line.strip()));
                line = lines.readLine();
            }
            return 0;
        }
    }

    private static Map<String, ?> worked(Counter counter, String line) {
        try {
            return counter.work(line);
        } catch (Problem e) {
            return Counter.refused(String.valueOf(e.getMessage()));
        }
    }

    private static void answer(PrintWriter out, Map<String, ?> answer) {
        out.println(Console.text(answer));
        out.flush();
    }
}
