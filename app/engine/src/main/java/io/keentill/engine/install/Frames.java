package io.keentill.engine.install;

import io.keentill.device.terminal.FrameTrace;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes between this till and its terminals, masked by the drivers before it comes here: the newest in memory for
 * whoever watches, all of it in a file where one is kept.
 */
public final class Frames {

    private static final int MOST = 400;

    private final Deque<FrameFile.Frame> newest = new ArrayDeque<>();
    private final InstantSource clock;
    private final FrameTrace besides;
    private volatile @Nullable FrameFile file;

    /** Passes every frame on to {@code besides}, too. */
    public Frames(InstantSource clock, FrameTrace besides) {
        this.clock = clock;
        this.besides = besides;
    }

    /** Keeps them in this file from now on. */
    public void keepIn(FrameFile kept) {
        file = kept;
    }

    /** Takes the frames of the terminal at this address. */
    public FrameTrace of(String terminal) {
        return (direction, text) -> {
            FrameFile.Frame frame = new FrameFile.Frame(clock.instant(), terminal, direction.name(), text);
            synchronized (newest) {
                newest.addLast(frame);
                if (newest.size() > MOST) {
                    newest.removeFirst();
                }
            }
            besides.frame(direction, text);
            FrameFile kept = file;
            if (kept != null) {
                kept.write(frame);
            }
        };
    }

    /** The newest since the till was started, the oldest of them first; some hundreds. */
    public List<FrameFile.Frame> newest() {
        synchronized (newest) {
            return List.copyOf(newest);
        }
    }
}
