package io.keentill.launcher.demo;

import io.keentill.device.zvt.emulator.CommitPolicy;
import io.keentill.device.zvt.emulator.NextOutcome;
import io.keentill.launcher.Problem;
import io.keentill.launcher.demo.Orchestra.Wish;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Runs the scripted morning: the till as a child process, and everything that happens to it. */
final class Morning {

    /** The customer's card is refused by the host (result code of the protocol: not permitted). */
    private static final int REFUSED = 0x05;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final DemoWorld world;
    private final Path folder;
    private final PrintWriter print;
    private final AtomicBoolean armed = new AtomicBoolean();
    private final Semaphore approved = new Semaphore(0);
    private volatile @Nullable ChildTill running;

    Morning(DemoWorld world, Path folder, PrintWriter print) {
        this.world = world;
        this.folder = folder;
        this.print = print;
    }

    void run() throws IOException, InterruptedException {
        world.terminal().onHostApproved(entry -> {
            approved.release();
            killIfArmed();
        });
        int killed = child();
        if (!armed.get() || killed == 0) {
            throw new Problem("The scripted till ended by itself (status " + killed + "); see " + log() + ".");
        }
        say("The till was killed after the terminal had approved. Starting it again");
        armed.set(false);
        world.terminal().release();
        int status = child("--resume");
        if (status != 0) {
            throw new Problem("The restarted till ended with status " + status + "; see " + log() + ".");
        }
    }

    private int child(String... more) throws IOException, InterruptedException {
        String[] arguments = new String[5 + more.length];
        arguments[0] = "morning";
        arguments[1] = "--data";
        arguments[2] = world.data().toString();
        arguments[3] = "--out";
        arguments[4] = folder.toString();
        System.arraycopy(more, 0, arguments, 5, more.length);
        try (ChildTill till = ChildTill.start(log(), arguments)) {
            running = till;
            String line;
            while ((line = till.nextLine()) != null) {
                if (line.startsWith(ChildTill.ASK)) {
                    grant(Wish.valueOf(line.substring(ChildTill.ASK.length())));
                    till.ok();
                } else {
                    say("  " + line);
                }
            }
            return till.exitStatus();
        } finally {
            running = null;
        }
    }

    private void grant(Wish wish) throws InterruptedException {
        switch (wish) {
            case DECLINE_NEXT -> world.terminal().next(new NextOutcome.Decline(REFUSED));
            case HOLD_NEXT -> {
                approved.drainPermits();
                world.terminal().next(new NextOutcome.HoldAnswer());
            }
            case LET_GO -> {
                // There is nothing to let go of before.
                if (!approved.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new Problem("The terminal was not asked for a payment; see " + log() + ".");
                }
                world.terminal().release();
            }
            case STOP_REVKEEN -> world.stopSandbox();
            case START_REVKEEN -> world.startSandbox();
            case KILL_AFTER_APPROVAL -> {
                // A terminal that books at the host: the till alone does not know yet, and must ask.
                world.terminal().policy(CommitPolicy.BOOKS_AT_HOST);
                world.terminal().next(new NextOutcome.HoldAnswer());
                armed.set(true);
            }
        }
    }

    private void killIfArmed() {
        ChildTill till = running;
        if (armed.get() && till != null) {
            till.kill();
        }
    }

    private Path log() {
        return folder.resolve("till-console.log");
    }

    private void say(String text) {
        print.println(text);
        print.flush();
    }
}
