package io.keentill.launcher.demo;

import io.keentill.engine.LocalTill;
import io.keentill.launcher.LogFile;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Window;
import io.keentill.launcher.Wiring;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code till demo}: Keentill selling, with everything around it on this machine. With a display the storefront opens;
 * without one, or with {@code --headless}, the same storefront is worked through a scripted morning.
 */
@Command(name = "demo", description = "Shows Keentill selling: sandbox, terminal and storefront on this machine.")
public final class DemoCommand implements Callable<Integer> {

    private static final String MARK = ".keentill-demo";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--headless", description = "Work the storefront through a scripted morning, without a display.")
    private boolean headless;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the sales and the three ledgers as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where screenshots, receipts and the demo's data go (default: keentill-demo).")
    private Path out = Path.of("keentill-demo");

    @Override
    public Integer call() throws IOException, StoreException, InterruptedException {
        Path folder = fresh(out.toAbsolutePath().normalize());
        LogFile.into(folder);
        PrintWriter print = spec.commandLine().getOut();
        try (DemoWorld world = DemoWorld.start(folder)) {
            print.println(
                    "RevKeen sandbox at " + world.sandbox().baseUrl() + ", terminal at " + world.terminalAddress());
            print.flush();
            boolean scripted = headless || !Window.hasDisplay();
            if (scripted) {
                new Morning(world, folder, print).run();
            } else {
                print.println("PINs: clerk " + DemoWorld.CLERK_PIN + ", manager " + DemoWorld.MANAGER_PIN);
                print.flush();
                openWindow(world);
            }
            return new Report(world, print).finish(json, scripted) ? 0 : 1;
        }
    }

    private static void openWindow(DemoWorld world) {
        TillStore store = Wiring.store(world.data());
        try (LocalTill till = Wiring.till(store, world.data(), null)) {
            Window.showUntilClosed(till, Window.locale());
            io.keentill.launcher.Waiting.drained(till, java.time.Duration.ofSeconds(15));
        }
    }

    /** An empty folder; one that a demo left behind is cleared, anything else is not touched. */
    private static Path fresh(Path folder) throws IOException {
        if (Files.exists(folder)) {
            boolean ours = Files.exists(folder.resolve(MARK));
            try (Stream<Path> inside = Files.list(folder)) {
                if (!ours && inside.findAny().isPresent()) {
                    throw new Problem(folder + " is not empty and no earlier demo: name another folder with --out.");
                }
            }
            delete(folder);
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(MARK), "A Keentill demo keeps its files here; the next one clears it.\n");
        return folder;
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
