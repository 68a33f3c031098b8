package io.keentill.launcher.demo;

import io.keentill.engine.LocalTill;
import io.keentill.launcher.LogFile;
import io.keentill.launcher.Window;
import io.keentill.launcher.Wiring;
import io.keentill.store.TillStore;
import io.keentill.storefront.Storefront;
import io.keentill.storefront.StorefrontDriver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One part of the scripted morning in a process of its own, so that it can be killed. Run by {@code till demo}. */
@Command(name = "morning", hidden = true, description = "One part of the demo's script; run by till demo.")
public final class MorningCommand implements Callable<Integer> {

    @Option(names = "--data", required = true)
    private Path data = Path.of("");

    @Option(names = "--out", required = true)
    private Path out = Path.of("");

    @Option(names = "--resume")
    private boolean resume;

    @Override
    public Integer call() throws IOException {
        LogFile.into(data);
        Orchestra orchestra = new Orchestra(System.out, System.in);
        TillStore store = Wiring.store(data);
        try (LocalTill till = Wiring.till(store, data, null)) {
            Storefront storefront = Window.open(till, () -> {});
            MorningScript script = new MorningScript(till, new StorefrontDriver(storefront), orchestra, out);
            if (resume) {
                script.afterRestart();
            } else {
                script.untilKilled();
            }
            Window.close(storefront);
        }
        return 0;
    }
}
