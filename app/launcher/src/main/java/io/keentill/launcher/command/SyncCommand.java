package io.keentill.launcher.command;

import io.keentill.engine.LocalTill;
import io.keentill.engine.status.TillStatus;
import io.keentill.launcher.Console;
import io.keentill.launcher.LogFile;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Waiting;
import io.keentill.launcher.Wiring;
import io.keentill.store.TillStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code till sync}: sends what waits, and resolves open payments, without the screen. */
@Command(name = "sync", description = "Sends waiting sales to RevKeen.")
public final class SyncCommand implements Callable<Integer> {

    @Mixin
    private DataOptions options = new DataOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--wait", paramLabel = "SECONDS", description = "How long to go on at most (default 300).")
    private int waitSeconds = 300;

    @Override
    public Integer call() {
        Console console = options.console(spec);
        Path data = options.folder();
        TillStore store = Wiring.store(data);
        LogFile.into(data);
        try (LocalTill till = Wiring.till(store, data, null)) {
            Waiting.until(Duration.ofSeconds(15), () -> till.openPayments().isEmpty());
            Waiting.drained(till, Duration.ofSeconds(waitSeconds));
            TillStatus status = till.freshStatus();
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("connection", status.connection().name().toLowerCase(java.util.Locale.ROOT));
            result.put("waiting", status.waiting());
            result.put("tasks", status.tasks());
            result.put("open_payments", till.openPayments().size());
            console.result(result);
            boolean drained = status.waiting() == 0 && till.openPayments().isEmpty();
            if (!drained) {
                String why = status.connectionMessage().isEmpty()
                        ? status.waiting() + " requests and "
                                + till.openPayments().size() + " payments still wait"
                        : status.connectionMessage().toString();
                throw new Problem("Not everything is synced: " + why + ". Nothing is lost; it is sent later.");
            }
            console.say(
                    "Everything is synced" + (status.tasks() > 0 ? ", but " + status.tasks() + " tasks wait." : "."));
            return status.tasks() > 0 ? 1 : 0;
        }
    }
}
