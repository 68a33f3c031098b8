package io.keentill.engine.care;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import io.keentill.engine.Waits;
import io.keentill.engine.book.JournalText;
import io.keentill.store.Backup;
import io.keentill.store.Backups;
import io.keentill.store.JournalAnchor;
import io.keentill.store.JournalEntry;
import io.keentill.store.JournalHead;
import io.keentill.store.JournalVerdict;
import io.keentill.store.JournalVerifier;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Looks after the data of a running till, on a thread of its own and behind every sale: proves the journal once after the
 * start, takes a backup every few hours, and watches the clock. What somebody has to see to is a warning that stays until
 * it is gone; nothing of it stops a sale.
 */
public final class Caretaker implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Caretaker.class.getName());

    /** The start itself goes first. */
    private static final Duration AFTER_START = Duration.ofSeconds(5);

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);
    private static final Duration BETWEEN_BACKUPS = Duration.ofHours(4);
    /** How long the turn that is under way may take to its end when the till is closed. */
    private static final Duration LAST_TURN = Duration.ofSeconds(5);

    private static final String ACTOR = "till";

    private final TillStore store;
    private final Backups backups;
    private final InstantSource clock;
    private final Waits waits;
    private final TillEvents events;
    private final ClockWatch clockWatch;
    private final Thread thread;
    private volatile Optional<Sentence> journalFault = Optional.empty();
    private volatile Optional<Sentence> backupFault = Optional.empty();
    private volatile Optional<Sentence> clockFault = Optional.empty();
    private final ReentrantLock taking = new ReentrantLock();
    private final Queue<Thread> extra = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    /** Not yet started. */
    public Caretaker(TillStore store, Backups backups, InstantSource clock, Waits waits, TillEvents events)
            throws StoreException {
        this.store = store;
        this.backups = backups;
        this.clock = clock;
        this.waits = waits;
        this.events = events;
        this.clockWatch = new ClockWatch(clock, waits::nanos, store.read(view -> written(view, clock)));
        this.thread = Thread.ofVirtual().name("caretaker").unstarted(this::loop);
    }

    /** Begins. */
    public void start() {
        thread.start();
    }

    /** What somebody has to see to, in sentences; empty on a good day. Looks at the clock, blocks for nothing. */
    public List<Sentence> warnings() {
        watchClock();
        List<Sentence> warnings = new ArrayList<>();
        store.trouble().map(StoreException::said).ifPresent(warnings::add);
        journalFault.ifPresent(warnings::add);
        backupFault.ifPresent(warnings::add);
        clockFault.ifPresent(warnings::add);
        return warnings;
    }

    /** The latest time that the journal's ends know of; the first entry guards against a clock that starts anew each day. */
    private static Instant written(View view, InstantSource clock) {
        JournalHead head = view.journalHead();
        List<JournalEntry> first = view.journal(0, 1);
        List<JournalEntry> last = view.journal(head.seq() - 1, 1);
        if (first.isEmpty() || last.isEmpty()) {
            return clock.instant();
        }
        Instant one = first.getFirst().at();
        Instant other = last.getFirst().at();
        return one.isAfter(other) ? one : other;
    }

    private void loop() {
        try {
            waits.sleep(AFTER_START);
            quietly("The journal could not be verified", this::verify);
            while (!closed) {
                quietly("The backup could not be taken", this::backUp);
                waits.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void verify() throws StoreException {
        List<JournalAnchor> anchors = Anchors.stillValid(
                store, backups.list().stream().map(Backup::anchor).toList());
        if (JournalVerifier.verify(store, anchors) instanceof JournalVerdict.Broken broken) {
            Sentence what = Sentence.of(
                    "care.the-journal-is-broken-at-entry",
                    "The journal is broken at entry {0}: {1} Keep this till's folder as it is and"
                            + " call whoever looks after your books. Sales go on.",
                    broken.seq(),
                    broken.what());
            journalFault = Optional.of(what);
            tell(what);
            store.write(tx -> tx.appendJournal(
                    "journal.fault",
                    ACTOR,
                    Long.toString(broken.seq()),
                    JournalText.none().with("what", broken.what().toString()).json()));
        }
    }

    /** Takes a backup now, on a thread of its own; {@link #close} waits for it. */
    public void backUpSoon() {
        Thread taking =
                Thread.ofVirtual().name("backup").unstarted(() -> quietly("The backup could not be taken", this::take));
        extra.add(taking);
        taking.start();
    }

    private void backUp() throws StoreException {
        if (isDue()) {
            take();
        }
    }

    private void take() throws StoreException {
        taking.lock();
        try {
            Backup taken = backups.take(store);
            backupFault = Optional.empty();
            LOG.log(System.Logger.Level.INFO, "Backup {0}", taken.file());
        } catch (StoreException e) {
            Sentence what = e.said();
            if (!backupFault.equals(Optional.of(what))) {
                tell(what);
            }
            backupFault = Optional.of(what);
            throw e;
        } finally {
            taking.unlock();
        }
    }

    /** Something happened since the latest one, and it is hours old; or seems to be from the future, as after a clock's jump. */
    private boolean isDue() throws StoreException {
        JournalHead head = store.read(View::journalHead);
        // What went further than these data is not theirs: a restore has gone back behind it.
        @Nullable
        Backup latest = backups.list().stream()
                .filter(backup -> backup.journal().seq() <= head.seq())
                .findFirst()
                .orElse(null);
        if (latest == null) {
            return head.seq() > 0;
        }
        Duration age = Duration.between(latest.taken(), clock.instant());
        boolean old = age.isNegative() || age.compareTo(BETWEEN_BACKUPS) >= 0;
        return old && latest.journal().seq() != head.seq();
    }

    private synchronized void watchClock() {
        Optional<Sentence> before = clockFault;
        Optional<Sentence> now = clockWatch.look();
        clockFault = now;
        if (before.isEmpty() && now.isPresent()) {
            tell(now.get());
            noteClock("clock.wrong", now.get());
        } else if (before.isPresent() && now.isEmpty()) {
            noteClock("clock.right_again", Sentence.quoted(""));
        }
    }

    private void noteClock(String type, Sentence what) {
        quietly(
                "The clock's jump could not be journalled",
                () -> store.write(tx -> tx.appendJournal(
                        type,
                        ACTOR,
                        "clock",
                        JournalText.none().with("what", what).json())));
    }

    private void tell(Sentence what) {
        LOG.log(System.Logger.Level.WARNING, what.toString());
        events.publish(new TillEvent.Notice(what));
    }

    private static void quietly(String failure, Chore chore) {
        try {
            chore.run();
        } catch (StoreException | RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, failure, e);
        }
    }

    /** Something that may fail and is done again later. */
    private interface Chore {
        void run() throws StoreException;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            for (Thread backup = extra.poll(); backup != null; backup = extra.poll()) {
                backup.join();
            }
            // A backup that is under way reads the store, which is closed next.
            thread.join(LAST_TURN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
