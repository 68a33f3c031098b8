package io.keentill.launcher.command;

import io.keentill.domain.order.Order;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.engine.LocalTill;
import io.keentill.engine.payment.LinkAddress;
import io.keentill.launcher.Console;
import io.keentill.launcher.ExitStatus;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Waiting;
import java.time.Duration;
import java.util.List;

/**
 * Links of a run that died with its sale on the counter: nobody shows them to a customer any more. One whose sale was set
 * aside is left alone, since that customer was told that it stays good.
 */
final class LeftLinks {

    /** How long RevKeen has to say that one is over. */
    private static final Duration ENDING = Duration.ofSeconds(30);

    private final Console console;
    private final LocalTill till;

    LeftLinks(Console console, LocalTill till) {
        this.console = console;
        this.till = till;
    }

    /**
     * Has RevKeen end them. What was paid at the last moment counts.
     *
     * @throws Problem if RevKeen does not tell what became of one
     */
    void end() {
        for (PaymentAttempt link : onCounter()) {
            console.say("The link of payment " + link.reference() + " for " + link.amount()
                    + " is left over from an earlier run; ending it.");
            till.online().links().end(link.id());
            if (!Waiting.until(ENDING, () -> !isOpen(link))) {
                throw new Problem(
                        ExitStatus.NOT_KNOWN,
                        "RevKeen does not tell whether payment " + link.reference()
                                + " was paid by its link. Nothing was charged now. When RevKeen can be reached again, run the"
                                + " same command once more: it asks first.");
            }
        }
    }

    private List<PaymentAttempt> onCounter() {
        String sale = till.openOrder().map(Order::id).orElse("");
        return till.openPayments().stream()
                .filter(a -> LinkAddress.is(a.terminal()) && sale.equals(a.orderId()))
                .toList();
    }

    private boolean isOpen(PaymentAttempt link) {
        return till.openPayments().stream().anyMatch(a -> a.id().equals(link.id()));
    }
}
