package io.keentill.engine.install;

import io.keentill.device.terminal.TerminalAddress;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.text.Sentence;
import io.keentill.domain.text.Spoken;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.payment.Patience;
import io.keentill.engine.payment.Payments;
import io.keentill.engine.payment.TerminalSession;
import io.keentill.engine.setup.Settings;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which terminal payments go to, changed while the till runs. Only while nothing runs and nothing is open on the one
 * before: a payment in doubt can be asked about at its own terminal alone.
 *
 * @param changed runs when the till looks different because of it
 */
record TerminalSwitch(TillStore store, Payments payments, TerminalRoom room, Runnable changed) {

    private static final Sentence RUNNING = Sentence.of(
            "install.a-payment-is-running-or-the",
            "A payment is running, or the terminal is being asked right now. Try again in a" + " moment.");

    /** The session of this address, if it is the one in use. */
    Optional<TerminalSession> used(String address) {
        String key = TerminalAddress.parse(address).toString();
        return payments.terminal().filter(t -> t.address().equals(key));
    }

    SetUpResult use(String address, String operator, Sentence notes, Patience patience) throws StoreException {
        return patience.run(() -> useNow(address, operator, notes)).orElseGet(() -> new SetUpResult.Refused(RUNNING));
    }

    private SetUpResult useNow(String address, String operator, Sentence notes) throws StoreException {
        Optional<KnownTerminal> wanted = store.read(view -> KnownTerminals.find(view, address));
        if (wanted.isEmpty()) {
            return new SetUpResult.Refused(Sentence.of(
                    "install.this-till-knows-no-terminal-at-set",
                    "This till knows no terminal at {0}. Set it up first.",
                    address));
        }
        KnownTerminal fresh = wanted.get();
        String before = payments.terminal().map(TerminalSession::address).orElse(null);
        if (before != null && !before.equals(fresh.key())) {
            Optional<Sentence> bound = store.read(view -> bound(view, before));
            if (bound.isPresent()) {
                return new SetUpResult.Refused(bound.get());
            }
        }
        TerminalSession session = room.open(fresh.address());
        store.write(tx -> {
            tx.putSetting(Settings.TERMINAL, fresh.address());
            return tx.appendJournal(
                    "terminal.used",
                    operator,
                    fresh.key(),
                    JournalText.none().with("before", before).json());
        });
        exchange(session);
        return new SetUpResult.Done(fresh.used(true), notes);
    }

    private void exchange(@Nullable TerminalSession session) {
        TerminalSession before = payments.use(session);
        if (before != null) {
            before.close();
        }
        if (session != null) {
            session.status();
        }
        changed.run();
    }

    /** Why payments must go on going to this terminal, in words. */
    private static Optional<Sentence> bound(View view, String key) {
        Optional<PaymentAttempt> open = view.openAttemptOn(key);
        if (open.isPresent()) {
            return Optional.of(Sentence.of(
                    "install.payment-on-this-terminal-is-not",
                    "Payment {0} on this terminal is not decided yet, and only this terminal can"
                            + " tell. Wait until it has answered, or decide about it among the tasks.",
                    open.get().reference()));
        }
        return view.liveHolds().stream()
                .filter(h -> h.terminal().equals(key))
                .findFirst()
                .map(h -> Sentence.of(
                        "install.money-of-is-still-held-on",
                        "Money of {0} is still held on a card through this terminal (payment {1}). Take"
                                + " it or let go of it first.",
                        h.approved(),
                        h.reference()));
    }

    Optional<Sentence> unpair(String address, String operator, Patience patience) throws StoreException {
        return patience.run(() -> unpairNow(address, operator)).orElse(Optional.of(RUNNING));
    }

    private Optional<Sentence> unpairNow(String address, String operator) throws StoreException {
        Optional<KnownTerminal> known = store.read(view -> KnownTerminals.find(view, address));
        if (known.isEmpty()) {
            return Optional.of(Sentence.of(
                    "install.this-till-knows-no-terminal-at", "This till knows no terminal at {0}.", address));
        }
        String key = known.get().key();
        Optional<Sentence> bound = store.read(view -> bound(view, key));
        if (bound.isPresent()) {
            return bound;
        }
        Optional<Sentence> refused = forgetPairing(known.get());
        if (refused.isPresent()) {
            return refused;
        }
        boolean inUse = used(key).isPresent();
        store.write(tx -> {
            if (inUse) {
                tx.removeSetting(Settings.TERMINAL);
            }
            KnownTerminals.remove(tx, key);
            return tx.appendJournal(
                    "terminal.unpaired",
                    operator,
                    key,
                    JournalText.none().with("name", known.get().name()).json());
        });
        if (inUse) {
            exchange(null);
        }
        return Optional.empty();
    }

    private Optional<Sentence> forgetPairing(KnownTerminal known) {
        Optional<TerminalSession> used = used(known.key());
        try {
            if (used.isPresent()) {
                forget(used.get());
            } else {
                try (TerminalSession session = room.open(known.address())) {
                    forget(session);
                }
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(Spoken.by(e));
        }
    }

    private static void forget(TerminalSession session) throws IOException {
        if (LocalDevices.isPaired(session)) {
            session.unpair();
        }
    }
}
