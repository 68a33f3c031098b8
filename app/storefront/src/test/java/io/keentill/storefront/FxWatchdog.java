package io.keentill.storefront;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventDispatcher;
import javafx.scene.Scene;

/**
 * Weighs each piece of work on the JavaFX thread: what the till's answers and events do to the screen, what an input event
 * sets off, and each layout with its style sheets. A piece above {@link #MOST_MILLIS} would make a frame late.
 *
 * <p>It counts the thread's own <em>processor time</em>, not the time on the wall: on a machine that others use, a thread
 * may wait for a core for longer than any frame, which says nothing about the work. And it counts only once {@link #begin}
 * was called: the first time through a screen loads classes and runs interpreted, which a till does once after its start,
 * from its start-up cache, and not in front of a customer. What is measured is therefore the same flow again.
 */
final class FxWatchdog implements Executor {

    /** Half a frame at 60 Hz, with some to spare. */
    static final double MOST_MILLIS = 8;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /**
     * One piece of work.
     *
     * @param what kind of
     * @param millis of processor time
     */
    record Piece(String what, double millis) {}

    private final List<Piece> pieces = new ArrayList<>();
    private boolean counting;
    private long layoutBegan;
    private int depth;

    @Override
    public void execute(Runnable work) {
        Platform.runLater(() -> weigh("answer or event of the till", work));
    }

    /** Watches over input and layout of a scene. Call on the JavaFX thread. */
    void watch(Scene scene) {
        EventDispatcher inner = scene.getEventDispatcher();
        scene.setEventDispatcher((event, tail) -> {
            Event[] result = new Event[1];
            weigh(event.getEventType().getName(), () -> result[0] = inner.dispatchEvent(event, tail));
            return result[0];
        });
        scene.addPreLayoutPulseListener(() -> layoutBegan = used());
        scene.addPostLayoutPulseListener(() -> note("layout", used() - layoutBegan));
    }

    /** Waits until another frame was laid out. Call from any thread but JavaFX's. */
    void frame(Scene scene) throws InterruptedException {
        CountDownLatch laidOut = new CountDownLatch(1);
        Platform.runLater(() -> {
            AtomicReference<Runnable> once = new AtomicReference<>();
            once.set(() -> {
                scene.removePostLayoutPulseListener(once.get());
                laidOut.countDown();
            });
            scene.addPostLayoutPulseListener(once.get());
            Platform.requestNextPulse();
        });
        if (!laidOut.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("No frame within 60 s");
        }
    }

    /** From now on each piece counts. */
    void begin() {
        pieces.clear();
        counting = true;
    }

    /** The heaviest piece there was. */
    Piece heaviest() {
        return pieces.stream().max(Comparator.comparingDouble(Piece::millis)).orElse(new Piece("nothing", 0));
    }

    int count() {
        return pieces.size();
    }

    /** The processor time that this thread has used, in nanoseconds. */
    static long used() {
        return THREADS.getCurrentThreadCpuTime();
    }

    private void weigh(String what, Runnable work) {
        long began = used();
        depth++;
        try {
            work.run();
        } finally {
            depth--;
            if (depth == 0) {
                note(what, used() - began);
            }
        }
    }

    private void note(String what, long nanos) {
        if (counting) {
            pieces.add(new Piece(what, nanos / 1e6));
        }
    }
}
