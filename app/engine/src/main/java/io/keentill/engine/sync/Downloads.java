package io.keentill.engine.sync;

import io.keentill.engine.Waits;
import io.keentill.store.StoreException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;

/**
 * Follows what RevKeen has, in the background, one request at a time and only with turns that the sync does not need:
 * sales come first. Where sales need every turn, a request is made every half minute all the same.
 */
final class Downloads implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Downloads.class.getName());
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration TROUBLE = Duration.ofSeconds(15);
    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

    private final List<Feed> feeds;
    private final Turns turns;
    private final Waits waits;
    private final Map<String, Long> restUntil = new HashMap<>();
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;
    private long lastRequest;
    /** How often everything was wanted again. */
    private int wanted;

    Downloads(List<Feed> feeds, Turns turns, Waits waits) {
        this.feeds = List.copyOf(feeds);
        this.turns = turns;
        this.waits = waits;
        this.thread = Thread.ofVirtual().name("downloads").unstarted(this::loop);
        this.lastRequest = waits.nanos();
    }

    /** Turns of the sync that it does not need. */
    interface Turns {
        /** One, if it can be spared now; {@code urgent} takes one that sales would have had. */
        OptionalLong spare(boolean urgent);

        /** What came of it. */
        void answered(long token, Answer answer) throws StoreException;
    }

    void start() {
        thread.start();
    }

    /** Reads everything again now. */
    void now() {
        synchronized (restUntil) {
            restUntil.clear();
            wanted++;
        }
        wake.release();
    }

    private void loop() {
        while (!closed) {
            try {
                Duration wait = step();
                if (wait.isPositive() && waits.acquire(wake, wait)) {
                    wake.drainPermits();
                }
            } catch (StoreException | RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "A download could not go on; trying again later", e);
                rest(feeds.getFirst(), TROUBLE);
                if (!pause()) {
                    return;
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private boolean pause() {
        try {
            waits.sleep(TROUBLE);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private Duration step() throws StoreException {
        Optional<Feed> due = feeds.stream().filter(this::isDue).findFirst();
        if (due.isEmpty()) {
            return TROUBLE;
        }
        OptionalLong token = turns.spare(waits.nanos() - lastRequest > PATIENCE);
        if (token.isEmpty()) {
            return LOOK_AGAIN;
        }
        lastRequest = waits.nanos();
        int before = wanted();
        Feed.Step step = due.get().step();
        turns.answered(token.getAsLong(), step.answer());
        if (!(step.answer() instanceof Answer.Accepted)) {
            rest(due.get(), step.finished() ? due.get().every() : TROUBLE);
        } else if (step.finished() && wanted() == before) {
            // What was read to its end while everything was wanted again is read once more.
            rest(due.get(), due.get().every());
        }
        return Duration.ZERO;
    }

    private int wanted() {
        synchronized (restUntil) {
            return wanted;
        }
    }

    private boolean isDue(Feed feed) {
        synchronized (restUntil) {
            Long until = restUntil.get(feed.name());
            return until == null || until - waits.nanos() <= 0;
        }
    }

    private void rest(Feed feed, Duration time) {
        synchronized (restUntil) {
            restUntil.put(feed.name(), waits.nanos() + time.toNanos());
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
