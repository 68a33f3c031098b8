package io.keentill.launcher.drivers;

import io.keentill.device.terminal.TerminalDriver;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Runs the first code of a driver that nobody here wrote: whatever it throws, and however long it takes. */
final class DriverCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private DriverCheck() {}

    /** The family of a driver that was built for this till and says what it must say. */
    static String familyOf(TerminalDriver driver) throws UnusableDriver {
        return guarded(() -> {
            int contract = driver.contractVersion();
            if (contract != TerminalDriver.CONTRACT) {
                throw new UnusableDriver("It was built for version " + contract
                        + " of the driver contract; this till speaks version " + TerminalDriver.CONTRACT
                        + ". Install a matching driver");
            }
            String family = driver.family();
            boolean named = family != null && family.matches("[a-z][a-z0-9-]{0,19}");
            boolean shown =
                    driver.displayName() != null && !driver.displayName().isBlank();
            boolean linked = driver.links() != null && !driver.links().isEmpty();
            if (!named || !shown || !linked) {
                throw new UnusableDriver("It does not say what it is: a driver has a family (small letters), a name for"
                        + " people and at least one kind of link");
            }
            return family;
        });
    }

    /** Runs a driver's code on a thread of its own and turns everything that can go wrong into words. */
    static <T> T guarded(Callable<T> code) throws UnusableDriver {
        FutureTask<T> task = new FutureTask<>(code);
        Thread.ofPlatform().daemon().name("driver-check").start(task);
        try {
            return task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new UnusableDriver("It did not load within " + PATIENCE.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnusableDriver("Loading it was interrupted", e);
        } catch (ExecutionException e) {
            throw inWords(e.getCause());
        }
    }

    private static UnusableDriver inWords(@Nullable Throwable cause) {
        if (cause instanceof UnusableDriver known) {
            return known;
        }
        Throwable root = cause == null ? new IllegalStateException() : cause;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String what = root instanceof LinkageError
                ? "It does not fit this till (" + root + "). Ask its maker for one built against this version"
                : "It fails as it is loaded (" + root + "). Ask its maker";
        return new UnusableDriver(what, root);
    }
}
