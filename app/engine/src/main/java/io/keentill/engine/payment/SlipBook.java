package io.keentill.engine.payment;

import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.TraceMask;
import io.keentill.domain.payment.TerminalSlip;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.util.List;

/** Keeps what a terminal has the till print, whose lines may hold anything: card numbers in them are masked first. */
final class SlipBook {

    private final TillStore store;

    SlipBook(TillStore store) {
        this.store = store;
    }

    /** Stores the slip of an outcome, if it has one that is not stored yet. */
    void keep(String attemptId, Outcome outcome) throws StoreException {
        TerminalSlip slip = of(outcome);
        if (!slip.isEmpty() && !slip(attemptId).equals(slip)) {
            store.write(tx -> {
                tx.saveSlip(attemptId, slip);
                return slip;
            });
        }
    }

    /** What is stored for an attempt; empty if the terminal wanted nothing printed. */
    TerminalSlip slip(String attemptId) throws StoreException {
        return store.read(view -> view.slip(attemptId)).orElse(TerminalSlip.NONE);
    }

    private static TerminalSlip of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Approved ok -> masked(ok.receipts());
            case Outcome.PartiallyApproved part -> masked(part.receipts());
            case Outcome.Declined no -> masked(no.receipts());
            case Outcome.Cancelled _, Outcome.Failed _, Outcome.Unknown _ -> TerminalSlip.NONE;
        };
    }

    private static TerminalSlip masked(Outcome.TerminalReceipts receipts) {
        return new TerminalSlip(masked(receipts.merchant()), masked(receipts.customer()));
    }

    /** Lines as they may be stored and shown. */
    static List<String> masked(List<String> lines) {
        return lines.stream().map(TraceMask::of).toList();
    }
}
