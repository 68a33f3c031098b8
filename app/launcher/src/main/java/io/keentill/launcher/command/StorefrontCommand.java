package io.keentill.launcher.command;

import io.keentill.engine.IdSource;
import io.keentill.engine.LocalTill;
import io.keentill.engine.setup.LocalFirstRun;
import io.keentill.engine.setup.Secrets;
import io.keentill.engine.setup.Training;
import io.keentill.engine.staff.StaffRoom;
import io.keentill.launcher.LogFile;
import io.keentill.launcher.Problem;
import io.keentill.launcher.TrainingGround;
import io.keentill.launcher.Window;
import io.keentill.launcher.Wiring;
import io.keentill.revkeen.RevKeenOptions;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** {@code till} without a command: the storefront in a window; where no till is set up yet, its first run before. */
public class StorefrontCommand implements Callable<Integer> {

    @Mixin
    private DataOptions options = new DataOptions();

    @Override
    public Integer call() {
        Path data = options.folder();
        Window.requireDisplay();
        Window.prepare();
        TillStore store = Wiring.create(data);
        LogFile.into(data);
        try (TrainingGround training = new TrainingGround(data)) {
            if (!isSetUp(store, data, training)) {
                close(store);
                return 0;
            }
            training.startIfWanted(store);
            try (LocalTill till = Wiring.till(store, data, null)) {
                Window.showUntilClosed(till, Wiring.locale(store));
            }
        }
        return 0;
    }

    private static boolean isSetUp(TillStore store, Path data, Training training) {
        try {
            if (!LocalFirstRun.isNeeded(store)) {
                return true;
            }
            return Window.showFirstRun(firstRun(store, data, training)) && !LocalFirstRun.isNeeded(store);
        } catch (StoreException e) {
            throw Problem.because(e);
        }
    }

    /** The first run of the till in this data folder. */
    static LocalFirstRun firstRun(TillStore store, Path data, Training training) {
        SecureRandom random = new SecureRandom();
        IdSource ids = new IdSource(Clock.systemUTC(), random);
        StaffRoom staff = new StaffRoom(store, ids, Clock.systemUTC(), random);
        return new LocalFirstRun(store, new Secrets(data), ids, staff, RevKeenOptions.defaults(), training);
    }

    private static void close(TillStore store) {
        try {
            store.close();
        } catch (StoreException e) {
            throw Problem.because(e);
        }
    }
}
