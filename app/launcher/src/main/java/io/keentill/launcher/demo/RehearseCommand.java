package io.keentill.launcher.demo;

import io.keentill.engine.LocalTill;
import io.keentill.launcher.LogFile;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Window;
import io.keentill.launcher.Wiring;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.storefront.Storefront;
import io.keentill.storefront.StorefrontDriver;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Starts the till as {@code till} does and logs in; with {@code --sample} in a sample shop made for it, where it goes on to
 * sell. The starter runs it once after a build: what Java loaded on the way is its start-up cache. It prints {@code PIN}
 * when the log-in is drawn, then {@code READY} and the processor time of the process so far in milliseconds.
 */
@Command(name = "rehearse", hidden = true, description = "Starts the till, logs in, and sells in a sample shop.")
public final class RehearseCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", required = true, description = "The till's data; with --sample an empty folder.")
    private Path data = Path.of("");

    @Option(names = "--pin", description = "Who logs in.")
    private String pin = DemoWorld.CLERK_PIN;

    @Option(names = "--sample", description = "Make a sample shop there and sell in it.")
    private boolean sample;

    @Override
    public Integer call() {
        if (!sample) {
            open().close();
            return 0;
        }
        try (SampleTill shop = SampleTill.make(data);
                Opened opened = open()) {
            shop.sell(opened.clerk());
        } catch (IOException | StoreException e) {
            throw Problem.because(e);
        }
        return 0;
    }

    private record Opened(LocalTill till, Storefront storefront, StorefrontDriver clerk) implements AutoCloseable {

        @Override
        public void close() {
            Window.close(storefront);
            till.close();
        }
    }

    private Opened open() {
        Window.requireDisplay();
        Window.prepare();
        TillStore store = Wiring.store(data);
        LogFile.into(data);
        LocalTill till = Wiring.till(store, data, null);
        Storefront storefront = Window.open(till, () -> {});
        StorefrontDriver clerk = new StorefrontDriver(storefront);
        clerk.waitForVisible("login", PATIENCE);
        say("PIN");
        // At once: how fast somebody types is no part of a start. At the log-in nothing counts as a scanner.
        clerk.scan(pin);
        clerk.waitForVisible("sell", PATIENCE);
        say("READY "
                + ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis());
        return new Opened(till, storefront, clerk);
    }

    private void say(String what) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(what);
        out.flush();
    }
}
