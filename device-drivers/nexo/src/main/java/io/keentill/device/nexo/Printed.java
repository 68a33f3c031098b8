package io.keentill.device.nexo;

import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Outcome.TerminalReceipts;
import java.util.ArrayList;
import java.util.List;

/** Lines that the terminal had printed on the till while a payment ran: they go onto the shop's copy. */
final class Printed {

    private static final int MOST = 500;

    private final List<String> lines = new ArrayList<>();

    synchronized void add(List<String> more) {
        if (lines.size() < MOST) {
            lines.addAll(more);
        }
    }

    /** The outcome with the lines before those of its own merchant receipt. */
    synchronized Outcome on(Outcome outcome) {
        if (lines.isEmpty()) {
            return outcome;
        }
        return switch (outcome) {
            case Outcome.Approved(var amount, var card, var receipts) ->
                new Outcome.Approved(amount, card, with(receipts));
            case Outcome.PartiallyApproved(var amount, var asked, var card, var receipts) ->
                new Outcome.PartiallyApproved(amount, asked, card, with(receipts));
            case Outcome.Declined(var code, var message, var card, var receipts) ->
                new Outcome.Declined(code, message, card, with(receipts));
            case Outcome.Cancelled _, Outcome.Failed _, Outcome.Unknown _ -> outcome;
        };
    }

    private TerminalReceipts with(TerminalReceipts receipts) {
        List<String> merchant = new ArrayList<>(lines);
        merchant.addAll(receipts.merchant());
        return new TerminalReceipts(merchant, receipts.customer());
    }
}
