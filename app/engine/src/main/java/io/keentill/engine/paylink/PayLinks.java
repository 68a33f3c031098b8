package io.keentill.engine.paylink;

import io.keentill.device.terminal.Outcome;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.engine.TillEvents;
import io.keentill.engine.Waits;
import io.keentill.engine.payment.LinkBook;
import io.keentill.engine.payment.LinkBook.Begun;
import io.keentill.engine.payment.LinkBook.Kept;
import io.keentill.revkeen.RevKeen;
import io.keentill.store.StoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * Makes links and watches them, on one thread of its own, from the intent to the outcome and a day beyond. It asks RevKeen
 * instead of waiting to be told, since a till can be reached by no webhook. After a start it goes on with whatever is stored.
 */
public final class PayLinks implements LinkDesk, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(PayLinks.class.getName());
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);
    private static final Duration LAST_ANSWER = Duration.ofSeconds(2);

    private final LinkBook book;
    private final LinkCalls calls;
    private final LinkSteps steps;
    private final LinkBoard board;
    private final LinkLooks looks = new LinkLooks();
    private final Waits waits;
    private final Semaphore wake = new Semaphore(0);
    private final Set<String> leftOver;
    private final Thread thread;
    private volatile boolean closed;

    /** Watches once started. */
    public PayLinks(LinkBook book, RevKeen api, IdSource ids, InstantSource clock, Waits waits, TillEvents events)
            throws StoreException {
        this.book = book;
        this.calls = new LinkCalls(api, ids);
        this.board = new LinkBoard(events);
        this.steps = new LinkSteps(book, calls, board, clock);
        this.waits = waits;
        // Whoever asked for these is gone, and nothing was sent for them.
        this.leftOver = new HashSet<>(book.watched().stream()
                .filter(kept -> kept.attempt().state() == AttemptState.INTENDED)
                .map(kept -> kept.attempt().id())
                .toList());
        this.thread = Thread.ofVirtual().name("pay-links").unstarted(this::loop);
    }

    /** Begins to watch. */
    public void start() {
        thread.start();
    }

    @Override
    public boolean isOffered() {
        return true;
    }

    @Override
    public LinkResult show(String orderId, Money amount, String operator) {
        try {
            Begun begun = book.begin(orderId, amount, operator, reference -> calls.request(amount));
            return switch (begun) {
                case Begun.Refused no -> new LinkResult.Refused(no.message());
                case Begun.Stored ok -> {
                    PayLink link = board.begun(ok.attempt());
                    wake.release();
                    yield new LinkResult.Begun(link);
                }
            };
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "A payment by link could not be stored", e);
            return new LinkResult.Refused(Sentence.of("paylink.no-link-was-made", "{0} No link was made.", e.said()));
        }
    }

    @Override
    public Optional<PayLink> of(String attemptId) {
        return board.of(attemptId);
    }

    @Override
    public void end(String attemptId) {
        try {
            book.ending(attemptId).ifPresent(kept -> {
                board.ending(kept.attempt());
                looks.now(attemptId);
                wake.release();
            });
        } catch (StoreException e) {
            // Nothing is lost: the link goes on, and whoever wanted it to end sees that it does.
            LOG.log(System.Logger.Level.ERROR, "That a link is to end could not be stored", e);
        }
    }

    @Override
    public boolean setAside(String attemptId) {
        try {
            Optional<Kept> kept = book.of(attemptId);
            if (kept.isEmpty() || kept.get().attempt().state() == AttemptState.INTENDED) {
                return false;
            }
            if (kept.get().attempt().state() == AttemptState.SENT) {
                book.settle(
                        kept.get().attempt(),
                        new Outcome.Unknown(Sentence.of(
                                "paylink.the-sale-was-set-aside-while",
                                "The sale was set aside while the customer can still pay by the link")));
            }
            return book.of(attemptId).orElseThrow().attempt().state() == AttemptState.UNKNOWN;
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "A link could not be set aside", e);
            return false;
        }
    }

    private void loop() {
        while (!closed) {
            Optional<Duration> wait;
            try {
                giveUpLeftOvers();
                wait = lookAll();
            } catch (StoreException | RuntimeException e) {
                if (closed) {
                    return;
                }
                LOG.log(System.Logger.Level.ERROR, "Payments by link could not be looked at; trying again", e);
                wait = Optional.of(AFTER_TROUBLE);
            }
            try {
                if (wait.isEmpty()) {
                    wake.acquire();
                } else if (!waits.acquire(wake, wait.get())) {
                    continue;
                }
                wake.drainPermits();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void giveUpLeftOvers() throws StoreException {
        for (String id : List.copyOf(leftOver)) {
            Optional<Kept> kept = book.of(id);
            if (kept.isPresent() && kept.get().attempt().state() == AttemptState.INTENDED) {
                book.settle(
                        kept.get().attempt(),
                        new Outcome.Failed(Sentence.of(
                                "paylink.the-till-stopped-before-revkeen-was",
                                "The till stopped before RevKeen was asked for the link. Nothing was paid.")));
            }
            leftOver.remove(id);
        }
    }

    /** Looks at what is due; answers how long nothing more is, or empty if nothing is watched. */
    private Optional<Duration> lookAll() throws StoreException {
        Optional<Duration> next = Optional.empty();
        for (Kept kept : book.watched()) {
            String id = kept.attempt().id();
            if (looks.untilDue(id, waits.nanos()).isZero() && !closed) {
                looks.begin(id);
                // Read after that, so that nothing that somebody wants of it meanwhile is missed.
                note(id, steps.look(book.of(id).orElse(kept)));
            }
            Duration wait = looks.untilDue(id, waits.nanos());
            next = Optional.of(next.filter(n -> n.compareTo(wait) <= 0).orElse(wait));
        }
        return next.map(wait -> wait.isPositive() ? wait : Duration.ofMillis(1));
    }

    private void note(String id, LinkSteps.Look look) {
        switch (look) {
            case LinkSteps.Look.Answered() -> looks.answered(id, waits.nanos());
            case LinkSteps.Look.Trouble(Duration atLeast) -> looks.troubled(id, waits.nanos(), atLeast);
            case LinkSteps.Look.Rest(Duration time) -> looks.later(id, waits.nanos(), time);
            case LinkSteps.Look.Over() -> looks.forget(id);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            // What it hears is stored before the store is closed; a look that is cut short is taken again at the next
            // start.
            if (!thread.join(LAST_ANSWER)) {
                LOG.log(System.Logger.Level.INFO, "The watch on payments by link did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
