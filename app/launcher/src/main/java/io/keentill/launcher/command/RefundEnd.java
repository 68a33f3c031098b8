package io.keentill.launcher.command;

import io.keentill.domain.payment.TenderType;
import io.keentill.domain.receipt.ReceiptText;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.engine.LocalTill;
import io.keentill.engine.refund.RefundResult;
import io.keentill.launcher.Console;
import io.keentill.launcher.ExitStatus;
import io.keentill.launcher.Problem;
import io.keentill.launcher.RefundReport;
import io.keentill.launcher.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How giving money back ended, for people and for scripts. */
final class RefundEnd {

    private final Console console;
    private final LocalTill till;
    private final Duration patience;
    private final boolean print;

    /**
     * Tells it on {@code console}.
     *
     * @param patience how long to wait for a terminal's answer that got lost
     * @param print whether its receipt is printed, and the shop's own for a card
     */
    RefundEnd(Console console, LocalTill till, Duration patience, boolean print) {
        this.console = console;
        this.till = till;
        this.patience = patience;
        this.print = print;
    }

    /**
     * What went back, as scripts read it.
     *
     * @throws Problem if not all of it did
     */
    Map<String, Object> report(RefundResult result) {
        return switch (result) {
            case RefundResult.Given given -> done(given.refund());
            case RefundResult.PartGiven part ->
                throw new Problem(
                        part.refund().returned() + " of " + part.refund().amount() + " went back; the rest did not: "
                                + part.message() + " It waits in till tasks.");
            case RefundResult.NotGiven no ->
                throw new Problem("Nothing more went back: " + no.attempt().message());
            case RefundResult.Abandoned none -> throw new Problem("The refund was given up; nothing went back.");
            case RefundResult.Refused no -> throw new Problem(no.message());
            case RefundResult.NotKnown doubt -> {
                Waiting.until(patience, () -> till.openPayments().isEmpty());
                Refund now = till.refunds().find(doubt.refund().id()).orElse(doubt.refund());
                if (now.number() == null) {
                    Map<String, Object> open = RefundReport.of(now);
                    open.put("outcome", ExitStatus.NOT_KNOWN.word());
                    console.result(open);
                    throw new Problem(
                            ExitStatus.NOT_KNOWN,
                            "The terminal's answer was lost, or part is still to go back. Do not give it back"
                                    + " again: refund " + now.reference() + " waits in till tasks.");
                }
                yield done(now);
            }
        };
    }

    private Map<String, Object> done(Refund refund) {
        console.say("Refund " + refund.number() + " of " + refund.returned() + " on receipt " + refund.orderReceipt()
                + ".");
        refund.parts().stream()
                .filter(p -> p.type() == TenderType.CASH && p.state() == RefundPart.State.RETURNED)
                .forEach(p -> console.say("Hand over " + p.handed() + " in cash."));
        List<String> receipts = till.refundPapers().of(refund.id(), false).stream()
                .map(new ReceiptText()::text)
                .toList();
        receipts.stream().limit(1).forEach(console::say);
        if (print) {
            till.refundPapers().print(refund.id(), false);
        }
        till.syncNow();
        Map<String, Object> report = RefundReport.of(refund);
        report.put("receipts", receipts);
        return report;
    }
}
