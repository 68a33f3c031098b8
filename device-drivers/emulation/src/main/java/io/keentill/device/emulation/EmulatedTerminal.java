package io.keentill.device.emulation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A payment terminal without hardware: one transaction at a time, a customer, a host, an acquirer's ledger. A transaction
 * goes on to its end even when the till is gone. Thread-safe; a protocol stands in front of it.
 */
public final class EmulatedTerminal implements AutoCloseable {

    /** The host's code for a customer, clerk or time-out that stopped a transaction. */
    public static final String STOPPED = "17";

    /** The host's code for what cannot be done to the transaction that it refers to. */
    public static final String IMPOSSIBLE = "12";

    private static final String YES = "00";

    private final Profile profile;
    private final Acquirer acquirer;
    private final Deque<Script> scripts = new ArrayDeque<>();
    private Consumer<Booking> listener = booking -> {};
    private @Nullable Payment running;
    private @Nullable Payment last;
    private @Nullable Thread thread;
    private boolean released;
    private long offlineUntil = System.nanoTime();

    /** One that is on. */
    public EmulatedTerminal(Profile profile) {
        this.profile = profile;
        this.acquirer = new Acquirer(profile.ledgerFile());
    }

    /** What it is like. */
    public Profile profile() {
        return profile;
    }

    /** The acquirer's books. */
    public Acquirer acquirer() {
        return acquirer;
    }

    /** Adds how a coming transaction shall go; those not told of are approved. */
    public synchronized void next(Script script) {
        scripts.add(script);
    }

    /** Lets a held result go. */
    public synchronized void release() {
        released = true;
        notifyAll();
    }

    /** Calls {@code wanted} on the terminal's thread right after the host approved and before any till hears of it. */
    public synchronized void onApproved(Consumer<Booking> wanted) {
        listener = wanted;
    }

    /** Whether a transaction is running. */
    public synchronized boolean busy() {
        return running != null;
    }

    /** Whether it is restarting: a protocol hangs up and answers nothing meanwhile. */
    public synchronized boolean offline() {
        return System.nanoTime() - offlineUntil < 0;
    }

    /** The running transaction. */
    public synchronized Optional<Payment> running() {
        return Optional.ofNullable(running);
    }

    /** The last transaction that was started since it was switched on. */
    public synchronized Optional<Payment> last() {
        return Optional.ofNullable(last);
    }

    /**
     * Starts a transaction.
     *
     * @return empty if it is busy or restarting, or if the script says so
     */
    public synchronized Optional<Payment> begin(Order order) {
        if (running != null || offline() || playsBusy()) {
            return Optional.empty();
        }
        Script next = scripts.poll();
        String id = order.id() == null
                ? new UUID(
                                0x4b54_0000_0000_4000L,
                                Long.MIN_VALUE + acquirer.all().size())
                        .toString()
                : order.id();
        Order named =
                new Order(order.kind(), order.amountMinor(), order.currency(), id, order.reference(), order.original());
        Payment payment = new Payment(named, id, next == null ? new Script.Approve() : next);
        running = payment;
        last = payment;
        released = false;
        thread = Thread.ofVirtual().name("emulated-payment").start(() -> run(payment));
        return Optional.of(payment);
    }

    /** Asks to stop the running transaction; false if there is none or it cannot be stopped any more. */
    public boolean cancel() {
        return running().map(Payment::stop).orElse(false);
    }

    /** Closes the day. */
    public List<Booking> settle() {
        return acquirer.settle();
    }

    /** Ends a running transaction without a word; the books stay readable. */
    @Override
    public void close() {
        Thread now;
        synchronized (this) {
            now = thread;
        }
        if (now != null) {
            now.interrupt();
        }
    }

    private boolean playsBusy() {
        if (!(scripts.peek() instanceof Script.Busy(int times)) || times < 1) {
            return false;
        }
        scripts.poll();
        if (times > 1) {
            scripts.addFirst(new Script.Busy(times - 1));
        }
        return true;
    }

    private void run(Payment payment) {
        try {
            Optional<String> obstacle = acquirer.obstacle(payment.order());
            Booking booking =
                    obstacle.isPresent() ? book(payment, Booking.State.DECLINED, IMPOSSIBLE, 0) : play(payment);
            if (booking != null) {
                tell(payment, booking);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (this) {
                running = null;
                notifyAll();
            }
        }
    }

    /** Customer and host; null if the terminal restarted or forgot before the host was asked. */
    private @Nullable Booking play(Payment payment) throws InterruptedException {
        Script script = payment.script();
        if (!customer(payment, script)) {
            return book(payment, Booking.State.CANCELLED, STOPPED, 0);
        }
        if (script instanceof Script.Reboot(boolean charged) && !charged) {
            reboot();
            return null;
        }
        if (script instanceof Script.Forget) {
            return null;
        }
        if (!payment.commitToHost()) {
            return book(payment, Booking.State.CANCELLED, STOPPED, 0);
        }
        Thread.sleep(profile.hostTime());
        return switch (script) {
            case Script.Decline(String code) -> book(payment, Booking.State.DECLINED, code, 0);
            case Script.Partial(long less) ->
                book(
                        payment,
                        Booking.State.BOOKED,
                        YES,
                        payment.order().kind() == Kind.SALE
                                ? Math.min(less, payment.order().amountMinor())
                                : 0);
            default -> book(payment, Booking.State.BOOKED, YES, 0);
        };
    }

    /** Whether the card was presented; false if the transaction was stopped, by whomever. */
    private boolean customer(Payment payment, Script script) throws InterruptedException {
        payment.enter(Payment.Phase.CARD);
        Duration patience = script instanceof Script.Slow(Duration delay) ? delay : profile.cardTime();
        if (payment.pass(patience) || script instanceof Script.CancelAtTerminal) {
            return false;
        }
        payment.enter(Payment.Phase.PIN);
        if (script instanceof Script.PinRetry) {
            payment.enter(Payment.Phase.PIN_WRONG);
            payment.enter(Payment.Phase.PIN);
        }
        return true;
    }

    private Booking book(Payment payment, Booking.State state, String code, long approvedMinor) {
        Booking booking = acquirer.decide(
                payment.order(), approvedMinor, state, code, profile.clock().instant(), profile.lastFour());
        if (state == Booking.State.BOOKED) {
            Consumer<Booking> now;
            synchronized (this) {
                now = listener;
            }
            now.accept(booking);
        }
        return booking;
    }

    private void tell(Payment payment, Booking booking) throws InterruptedException {
        if (payment.script() instanceof Script.Reboot) {
            reboot();
        }
        if (payment.script() instanceof Script.Hold) {
            synchronized (this) {
                while (!released) {
                    wait();
                }
            }
        }
        payment.decided(booking);
    }

    private synchronized void reboot() {
        offlineUntil = System.nanoTime() + profile.rebootTime().toNanos();
        last = null;
    }
}
