package io.keentill.launcher.command;

import io.keentill.engine.LocalTill;
import io.keentill.launcher.LogFile;
import io.keentill.launcher.Window;
import io.keentill.launcher.Wiring;
import io.keentill.store.TillStore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** {@code till} without a command: the storefront in a window. */
public class StorefrontCommand implements Callable<Integer> {

    @Mixin
    private DataOptions options = new DataOptions();

    @Override
    public Integer call() {
        Path data = options.folder();
        Window.requireDisplay();
        Window.prepare();
        TillStore store = Wiring.store(data);
        LogFile.into(data);
        try (LocalTill till = Wiring.till(store, data, null)) {
            Window.showUntilClosed(till);
        }
        return 0;
    }
}
