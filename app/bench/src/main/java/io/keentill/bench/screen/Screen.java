package io.keentill.bench.screen;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Keys go in, and it tells when what they set off is painted: at the end of the pulse that has laid it out with its style
 * and hands it to the renderer.
 */
final class Screen {

    private static final int PATIENCE_SECONDS = 180;

    /** A person's pause: the frame before is through, which on a platform without a display is copied pixel by pixel. */
    private static final long PAUSE_NANOS = 25_000_000L;

    /** From one frame to the next: 60 a second, counted by JavaFX in whole milliseconds. */
    private static final long FRAME_NANOS = 1000 / 60 * 1_000_000L;

    private final Scene scene;
    private final long thread;
    private final Moments moments = new Moments();
    private volatile long frameBegan = System.nanoTime();

    Screen(Scene scene) {
        this.scene = scene;
        long[] id = new long[1];
        run(() -> {
            id[0] = Thread.currentThread().threadId();
            scene.addPreLayoutPulseListener(() -> frameBegan = System.nanoTime());
        });
        thread = id[0];
    }

    /** Starts JavaFX, if it does not run yet. */
    static void start() {
        CountDownLatch up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
        } catch (IllegalStateException running) {
            up.countDown();
        }
        await(up);
        Platform.setImplicitExit(false);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The screen does not answer");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs this on the screen's thread and waits for it. */
    static void run(Runnable what) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                what.run();
                done.complete(true);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        get(done);
    }

    private static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The screen never came to what was waited for", e);
        }
    }

    /** Does {@code act} on the screen's thread, once that is at rest, and waits until {@code shown} holds at the end of a pulse. */
    Sample painted(Runnable act, BooleanSupplier shown) {
        return painted(moments.next(), act, shown);
    }

    /** The same at this {@code moment} between two frames, as a part of the time between them. */
    Sample painted(double moment, Runnable act, BooleanSupplier shown) {
        rest();
        Cost before = cost();
        await(moment);
        long[] times = pulse(act, shown);
        rest();
        return new Sample(times[0], times[1], cost().since(before));
    }

    /** From now on {@code begins} is run on the screen's thread whenever a frame begins, until the answer is run. */
    Runnable eachFrame(Runnable begins) {
        run(() -> scene.addPreLayoutPulseListener(begins));
        return () -> run(() -> scene.removePreLayoutPulseListener(begins));
    }

    /** Processor time so far. */
    Cost cost() {
        return Cost.now(thread);
    }

    private void await(double moment) {
        long at = frameBegan + (long) (moment * FRAME_NANOS);
        long late = Math.max(0, System.nanoTime() - at);
        long frames = (late + FRAME_NANOS - 1) / FRAME_NANOS;
        LockSupport.parkNanos(at + frames * FRAME_NANOS - System.nanoTime());
    }

    private static void rest() {
        LockSupport.parkNanos(PAUSE_NANOS);
        run(() -> {});
    }

    private long[] pulse(Runnable act, BooleanSupplier shown) {
        CompletableFuture<Long> end = new CompletableFuture<>();
        long[] began = new long[1];
        Runnable listener = () -> {
            long now = System.nanoTime();
            if (shown.getAsBoolean()) {
                end.complete(now);
            }
        };
        run(() -> {
            scene.addPostLayoutPulseListener(listener);
            began[0] = System.nanoTime();
            act.run();
            Platform.requestNextPulse();
        });
        long at = get(end);
        run(() -> scene.removePostLayoutPulseListener(listener));
        return new long[] {began[0], at};
    }

    /** Waits until this holds at the end of a pulse. */
    void until(BooleanSupplier shown) {
        pulse(Platform::requestNextPulse, shown);
    }

    /** What a keyboard-wedge scanner does. Call on the screen's thread. */
    void burst(String code) {
        type(code);
        enter();
    }

    void type(String text) {
        for (int i = 0; i < text.length(); i++) {
            fire(KeyEvent.KEY_TYPED, Character.toString(text.charAt(i)), KeyCode.UNDEFINED);
        }
    }

    void enter() {
        press(KeyCode.ENTER);
    }

    void press(KeyCode code) {
        fire(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, code);
        fire(KeyEvent.KEY_RELEASED, KeyEvent.CHAR_UNDEFINED, code);
    }

    private void fire(EventType<KeyEvent> kind, String character, KeyCode code) {
        Node focused = scene.getFocusOwner();
        Node target = focused == null ? scene.getRoot() : focused;
        Event.fireEvent(target, new KeyEvent(kind, character, "", code, false, false, false, false));
    }

    Node node(String id) {
        Node node = scene.getRoot().lookup("#" + id);
        if (node == null) {
            throw new IllegalStateException("Nothing on the screen is called " + id);
        }
        return node;
    }

    /** Whether it and all that it is in can be seen. */
    boolean isShown(String id) {
        Node node = scene.getRoot().lookup("#" + id);
        return node != null && isShown(node);
    }

    /** The same for what was looked up before, which costs the screen's thread nothing. */
    static boolean isShown(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
