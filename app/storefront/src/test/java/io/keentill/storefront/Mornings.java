package io.keentill.storefront;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.TillTask;

/** What lies behind a till when a manager looks at it. */
final class Mornings {

    private Mornings() {}

    /** Two sales for cash, one by card, one half in cash and half by card; two tasks. */
    static FakeTill busy() {
        FakeTill till = new FakeTill();
        cash(till, Sample.MILK, 3, 5_00);
        card(till, Sample.SOAP, 2);
        cash(till, Sample.SOAP, 1, 10_00);
        mixed(till);
        till.tasks.add(new TillTask(
                "41",
                TillTask.Kind.SYNC_REFUSED,
                RealWords.said(
                        "revkeen.answered",
                        409,
                        " invoice_already_paid",
                        Sentence.quoted("This invoice is paid already."),
                        Sentence.quoted("")),
                FakeTill.NOW));
        return till;
    }

    private static void fill(FakeTill till, String code, int pieces) {
        till.scan(code, Quantity.of(pieces), "s1");
    }

    static Order cash(FakeTill till, String code, int pieces, long handed) {
        fill(till, code, pieces);
        till.payCash(Money.of(handed, Sample.GBP), "s1");
        return till.closed().getLast();
    }

    static Order card(FakeTill till, String code, int pieces) {
        fill(till, code, pieces);
        return pay(till);
    }

    private static Order mixed(FakeTill till) {
        fill(till, Sample.SOAP, 3);
        till.payCash(Money.of(4_00, Sample.GBP), "s1");
        return pay(till);
    }

    private static Order pay(FakeTill till) {
        Order order = till.openOrder().orElseThrow();
        till.terminalSays(AttemptState.APPROVED);
        till.payCard(order.id(), order.due(), "s1");
        return till.closed().getLast();
    }

    /** A card payment of which nobody knows what became of it, with its task. */
    static void unknownPayment(FakeTill till) {
        fill(till, Sample.MILK, 2);
        Order order = till.openOrder().orElseThrow();
        till.terminalSays(AttemptState.UNKNOWN);
        till.payCard(order.id(), order.due(), "s1");
        var attempt = till.openPayments().getFirst();
        till.tasks.add(new TillTask(
                attempt.id(),
                TillTask.Kind.PAYMENT_UNKNOWN,
                Sentence.of(
                        "till.payment-of-nobody-knows-whether-money",
                        "Payment {0} of {1}: nobody knows whether money moved ({2}). {3}",
                        attempt.reference(),
                        attempt.amount(),
                        Sentence.of("till.its-answer-is-missing", "Its answer is missing"),
                        Sentence.of("till.the-till-keeps-asking-the-terminal", "The till keeps asking the terminal.")),
                FakeTill.NOW));
    }
}
