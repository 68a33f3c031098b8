package io.keentill.engine.install;

import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.text.Sentence;
import io.keentill.domain.text.Spoken;
import io.keentill.engine.Waits;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.cloud.CloudDriver;
import io.keentill.engine.install.Candidate.Place;
import io.keentill.engine.install.TerminalSetUp.Contact;
import io.keentill.engine.payment.Patience;
import io.keentill.engine.payment.Payments;
import io.keentill.engine.payment.TerminalSession;
import io.keentill.engine.payment.TestPayment;
import io.keentill.engine.payment.TestPaymentResult;
import io.keentill.store.RemoteObject;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The terminals of the running till. */
final class LocalDevices implements DeviceDesk {

    private static final System.Logger LOG = System.getLogger(LocalDevices.class.getName());
    private static final int MOST_DEVICES = 500;
    private static final int MOST_ATTEMPTS = 2_000;
    private static final int LONGEST_NAME = 40;

    private final TillStore store;
    private final Payments payments;
    private final TerminalRoom room;
    private final TerminalSetUp setUp;
    private final TerminalSwitch line;
    private final TestPayment tests;
    private final TerminalSearch search;
    private final InstantSource clock;
    private final Waits waits;
    private final Patience patience;

    LocalDevices(
            TillStore store,
            Payments payments,
            TerminalRoom room,
            TerminalSetUp setUp,
            TestPayment tests,
            TerminalSearch search,
            InstantSource clock,
            Waits waits,
            Runnable changed) {
        this.store = store;
        this.payments = payments;
        this.room = room;
        this.setUp = setUp;
        this.tests = tests;
        this.search = search;
        this.clock = clock;
        this.waits = waits;
        this.patience = new Patience(payments, waits);
        this.line = new TerminalSwitch(store, payments, room, changed);
    }

    @Override
    public List<KnownTerminal> known() {
        return reading(() -> store.read(KnownTerminals::in));
    }

    @Override
    public void search(String where, SearchWatch watch) {
        String wanted = where.strip();
        Optional<Candidate> whole = wholeAddress(wanted);
        if (whole.isPresent()) {
            watch.found(whole.get());
            return;
        }
        try {
            List<String> hosts = wanted.isEmpty() ? search.surroundings().networkHosts() : NetworkRange.of(wanted);
            if (wanted.isEmpty()) {
                search.plugs(watch);
                behindRevKeen().forEach(watch::found);
            }
            search.network(hosts, Map.of(), watch);
        } catch (IllegalArgumentException e) {
            watch.trouble(Spoken.by(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Candidate> wholeAddress(String text) {
        try {
            String family = TerminalAddress.parse(text).family();
            return search.drivers().stream()
                    .filter(d -> d.family().equals(family))
                    .findFirst()
                    .map(d -> new Candidate(text, d.displayName(), Place.NETWORK, Sentence.quoted(text)));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private List<Candidate> behindRevKeen() {
        return reading(() -> store.read(view -> view.remotes("device", MOST_DEVICES))).stream()
                .map(LocalDevices::behindRevKeen)
                .toList();
    }

    private static Candidate behindRevKeen(RemoteObject device) {
        return new Candidate(
                CloudDriver.address(device.id()), "RevKeen", Place.REVKEEN, Sentence.quoted(device.words()));
    }

    @Override
    public SetUpForm form(String address) {
        try (TerminalSession session = room.open(address)) {
            return setUp.form(address, session);
        } catch (IllegalArgumentException e) {
            return new SetUpForm.Refused(Spoken.by(e));
        }
    }

    @Override
    public SetUpResult add(NewTerminal wish, String operator) {
        try {
            String address = setUp.address(wish);
            Contact contact = contact(address, wish.answers());
            return switch (contact) {
                case Contact.None no -> new SetUpResult.Refused(no.message());
                case Contact.Made made -> keep(wish, address, made, operator);
            };
        } catch (IllegalArgumentException e) {
            return new SetUpResult.Refused(Spoken.by(e));
        } catch (StoreException e) {
            return broken(e);
        }
    }

    private Contact contact(String address, Map<String, String> answers) {
        Optional<TerminalSession> used = line.used(address);
        if (used.isPresent()) {
            return setUp.contact(used.get(), answers);
        }
        try (TerminalSession session = room.open(address)) {
            return setUp.contact(session, answers);
        }
    }

    private SetUpResult keep(NewTerminal wish, String address, Contact.Made made, String operator)
            throws StoreException {
        String name = wish.name().isBlank()
                ? setUp.driver(address).orElseThrow().displayName()
                : wish.name().strip();
        if (name.length() > LONGEST_NAME && !wish.name().isBlank()) {
            return new SetUpResult.Refused(Sentence.of(
                    "install.a-terminals-name-has-at-most",
                    "A terminal's name has at most {0} characters.",
                    LONGEST_NAME));
        }
        KnownTerminal fresh = new KnownTerminal(
                address,
                name,
                false,
                made.identity().serialNumber(),
                made.identity().model(),
                clock.instant());
        store.write(tx -> {
            KnownTerminals.put(tx, fresh);
            return tx.appendJournal(
                    "terminal.set_up",
                    operator,
                    fresh.key(),
                    JournalText.of("name", name, "serial_number", fresh.serial(), "model", fresh.model())
                            .json());
        });
        Sentence notes = made.status().message();
        String replaced = wish.replaces();
        if (replaced != null) {
            return replace(replaced, fresh, notes, operator);
        }
        boolean first = payments.terminal().isEmpty();
        return first || line.used(address).isPresent()
                ? line.use(fresh.key(), operator, notes, patience)
                : new SetUpResult.Done(fresh, notes);
    }

    private SetUpResult replace(String old, KnownTerminal fresh, Sentence notes, String operator)
            throws StoreException {
        Optional<KnownTerminal> before = store.read(view -> KnownTerminals.find(view, old));
        if (before.isEmpty() || before.get().key().equals(fresh.key())) {
            return new SetUpResult.Done(fresh, notes);
        }
        if (before.get().inUse()) {
            SetUpResult used = line.use(fresh.key(), operator, notes, patience);
            if (used instanceof SetUpResult.Refused) {
                return used;
            }
        }
        Optional<Sentence> kept = unpair(old, operator);
        return new SetUpResult.Done(
                fresh,
                notes.then(kept.map(why -> Sentence.of(
                                "install.the-one-before-stays-on-the", "The one before stays on the list: {0}", why))
                        .orElse(Sentence.quoted(""))));
    }

    @Override
    public SetUpResult use(String address, String operator) {
        try {
            return line.use(address, operator, Sentence.quoted(""), patience);
        } catch (StoreException e) {
            return broken(e);
        }
    }

    @Override
    public SetUpResult rename(String address, String name, String operator) {
        String wanted = name.strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST_NAME) {
            return new SetUpResult.Refused(Sentence.of(
                    "install.write-a-name-of-to-characters", "Write a name of 1 to {0} characters.", LONGEST_NAME));
        }
        try {
            return store.write(tx -> {
                KnownTerminals.change(tx, address, t -> t.named(wanted));
                Optional<KnownTerminal> now = KnownTerminals.find(tx, address);
                if (now.isEmpty()) {
                    return new SetUpResult.Refused(Sentence.of(
                            "install.this-till-knows-no-terminal-at", "This till knows no terminal at {0}.", address));
                }
                tx.appendJournal(
                        "terminal.renamed",
                        operator,
                        now.get().key(),
                        JournalText.none().with("name", wanted).json());
                return new SetUpResult.Done(now.get(), Sentence.quoted(""));
            });
        } catch (StoreException e) {
            return broken(e);
        }
    }

    @Override
    public Optional<Sentence> unpair(String address, String operator) {
        try {
            return line.unpair(address, operator, patience);
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "A terminal could not be unpaired", e);
            return Optional.of(e.said());
        }
    }

    @Override
    public TerminalHealth health(String address) {
        Optional<TerminalSession> used = line.used(address);
        if (used.isPresent()) {
            return health(address, used.get());
        }
        try (TerminalSession session = room.open(address)) {
            return health(address, session);
        }
    }

    private TerminalHealth health(String address, TerminalSession session) {
        long before = waits.nanos();
        TerminalStatus status = session.status();
        Duration took = Duration.ofNanos(waits.nanos() - before);
        boolean there = status.state() != TerminalStatus.State.UNREACHABLE;
        Instant now = clock.instant();
        if (there) {
            keepSeen(address, status, now);
        }
        String key = session.address();
        List<PaymentAttempt> attempts = reading(() -> store.read(view -> view.recentAttempts(MOST_ATTEMPTS))).stream()
                .filter(a -> a.terminal().equals(key))
                .toList();
        Instant seen = there
                ? now
                : known().stream()
                        .filter(t -> t.key().equals(key))
                        .findFirst()
                        .map(KnownTerminal::lastSeen)
                        .orElse(null);
        return new TerminalHealth(status, took, seen, TerminalHealth.Record.of(attempts));
    }

    private void keepSeen(String address, TerminalStatus status, Instant now) {
        try {
            store.write(tx -> {
                KnownTerminals.seen(tx, address, status.identity(), now);
                return now;
            });
        } catch (StoreException e) {
            // How it is can be told all the same.
            LOG.log(System.Logger.Level.WARNING, "When a terminal was seen last could not be stored", e);
        }
    }

    @Override
    public TestPaymentResult test(Money amount, String operator) {
        return tests.run(amount, operator);
    }

    @Override
    public void cancelTest() {
        payments.requestCancel();
    }

    @Override
    public List<PaymentAttempt> unfinishedTests() {
        return tests.unfinished();
    }

    @Override
    public TestPaymentResult finishTest(String attemptId, String operator) {
        return tests.giveBack(attemptId, operator);
    }

    @Override
    public List<FrameFile.Frame> frames() {
        return room.frames().newest();
    }

    private static SetUpResult broken(StoreException e) {
        LOG.log(System.Logger.Level.ERROR, "The set-up of a terminal could not be stored", e);
        return new SetUpResult.Refused(e.said());
    }

    /** Reads, where a store that cannot be read is told by whoever runs the work. */
    private static <T> T reading(StoredRead<T> read) {
        try {
            return read.run();
        } catch (StoreException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private interface StoredRead<T> {
        T run() throws StoreException;
    }

    /** Whether a kind of terminal is paired at all. */
    static boolean isPaired(TerminalSession session) {
        return session.capabilities().contains(Capability.PAIRING);
    }
}
