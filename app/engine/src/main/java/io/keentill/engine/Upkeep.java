package io.keentill.engine;

import io.keentill.device.terminal.TerminalStatus;
import io.keentill.domain.order.OrderState;
import io.keentill.engine.care.Caretaker;
import io.keentill.engine.payment.Payments;
import io.keentill.engine.payment.Recovery;
import io.keentill.engine.receipts.Paper;
import io.keentill.engine.status.StatusWatch;
import io.keentill.store.Backups;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What goes on by itself while a till is open, whoever works at it: the idle terminal is asked how it is, payments in doubt
 * are asked about, what happens is printed, told and shown, and the data are looked after.
 */
final class Upkeep implements AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(5);

    private final TillStore store;
    private final TillParts parts;
    private final TillEvents events;
    private final Payments payments;
    private final Paper paper;
    private final StatusWatch watch;
    private final Recovery recovery;
    private volatile @Nullable Caretaker caretaker;

    /**
     * Asks about payments in doubt at once; everything else begins with {@link #begin}.
     *
     * @param look takes in how the till is
     */
    Upkeep(TillStore store, TillParts parts, TillEvents events, Payments payments, Paper paper, Runnable look) {
        this.store = store;
        this.parts = parts;
        this.events = events;
        this.payments = payments;
        this.paper = paper;
        this.watch = new StatusWatch(this::askTerminal, look, LOOK, parts.waits());
        this.recovery = new Recovery(payments, Recovery.PAUSE, parts.waits());
    }

    /** Begins, once the till is whole. */
    void begin() {
        events.subscribe(this::onEvent);
        watch.start();
    }

    private void onEvent(TillEvent event) {
        paper.on(event);
        switch (event) {
            case TillEvent.OrderChanged changed when changed.order().state() == OrderState.PAID -> refreshSoon();
            case TillEvent.PaymentResolved resolved -> {
                refreshSoon();
                resolved.commandWords().ifPresent(words -> events.publish(new TillEvent.Notice(words)));
            }
            case TillEvent.RefundChanged changed -> refreshSoon();
            case TillEvent.ShiftChanged changed when !changed.shift().isOpen() -> backUpSoon();
            case TillEvent.PaymentCommanded asked -> events.publish(new TillEvent.Notice(asked.words()));
            default -> {}
        }
    }

    private void askTerminal() {
        payments.terminal().ifPresent(terminal -> {
            boolean away = terminal.lastStatus().state() == TerminalStatus.State.UNREACHABLE;
            TerminalStatus now = terminal.status();
            if (away && now.state() != TerminalStatus.State.UNREACHABLE) {
                recovery.wake();
            }
        });
    }

    /** Has the till looked at soon, without asking devices. */
    void refreshSoon() {
        watch.soon();
    }

    /** Has the till's data looked after from now on: journal, clock, and backups into this folder. */
    void lookAfterData(Path backups) throws StoreException {
        Caretaker looking = new Caretaker(store, new Backups(backups), parts.clock(), parts.waits(), events);
        caretaker = looking;
        looking.start();
    }

    /** Whoever looks after the till's data; null before that begins. */
    @Nullable
    Caretaker caretaker() {
        return caretaker;
    }

    /** The day is closed: its data are copied before anything else happens to them. */
    private void backUpSoon() {
        Caretaker looking = caretaker;
        if (looking != null) {
            looking.backUpSoon();
        }
    }

    @Override
    public void close() {
        watch.close();
        recovery.close();
        Caretaker looking = caretaker;
        if (looking != null) {
            looking.close();
        }
    }
}
