package io.keentill.engine.status;

import io.keentill.engine.Waits;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Looks at the till every few seconds, and when something changed, on a thread of its own: at once after a quiet time, and
 * at most ten times a second while a backlog is sent, since each look counts all that waits.
 */
public final class StatusWatch implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(StatusWatch.class.getName());

    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final Runnable ask;
    private final Runnable look;
    private final Duration pause;
    private final Waits waits;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Not yet started.
     *
     * @param ask asks devices how they are, before each look that is due by time
     * @param look takes in what is known
     */
    public StatusWatch(Runnable ask, Runnable look, Duration pause, Waits waits) {
        this.ask = ask;
        this.look = look;
        this.pause = pause;
        this.waits = waits;
        this.thread = Thread.ofVirtual().name("status").unstarted(this::loop);
    }

    /** Begins with a look. */
    public void start() {
        thread.start();
    }

    /** Looks soon, without asking devices. */
    public void soon() {
        wake.release();
    }

    private void loop() {
        boolean due = true;
        while (!closed) {
            refresh(due);
            try {
                waits.sleep(BETWEEN);
                due = !waits.acquire(wake, pause);
                wake.drainPermits();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void refresh(boolean due) {
        try {
            if (due) {
                ask.run();
            }
            look.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "The status could not be refreshed", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
