package io.keentill.launcher.command;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.LocalTill;
import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import io.keentill.engine.paylink.LinkResult;
import io.keentill.engine.paylink.PayLink;
import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Waiting;
import java.time.Duration;
import java.util.Optional;

/** A sale whose customer pays by link: tells the page and waits until it is paid or over. */
final class LinkSale {

    /** How long RevKeen has to say that a link is over. */
    private static final Duration ENDING = Duration.ofSeconds(30);

    private final Console console;
    private final LocalTill till;
    private final String operator;

    LinkSale(Console console, LocalTill till, String operator) {
        this.console = console;
        this.till = till;
        this.operator = operator;
    }

    /**
     * Whether all of it was paid within {@code atMost}. A link that is still good then is ended; should it be paid at the last
     * moment, that counts.
     */
    boolean pay(Order order, Duration atMost) {
        TillEvents.Subscription told = till.events().subscribe(this::tell);
        try {
            PayLink link = switch (till.online().links().show(order.id(), order.due(), operator)) {
                case LinkResult.Refused(Sentence message) -> throw new Problem(message);
                case LinkResult.Begun(PayLink begun) -> begun;
            };
            if (!Waiting.until(atMost, () -> isOver(link))) {
                console.say("Nobody has paid within " + atMost.toSeconds() + " s; ending the link.");
                till.online().links().end(link.attemptId());
                if (!Waiting.until(ENDING, () -> isOver(link))) {
                    console.say("RevKeen does not tell whether it was paid. The till keeps asking when it runs again.");
                }
            }
        } finally {
            told.close();
        }
        boolean paid =
                till.order(order.id()).filter(o -> o.state() == OrderState.PAID).isPresent();
        if (!paid && till.openPayments().isEmpty()) {
            till.cancelOrder(operator);
        }
        return paid;
    }

    private boolean isOver(PayLink link) {
        return till.openPayments().stream().noneMatch(a -> a.id().equals(link.attemptId()));
    }

    private void tell(TillEvent event) {
        switch (event) {
            case TillEvent.LinkChanged(PayLink link)
            when link.stage() == PayLink.Stage.DISPUTED ->
                Optional.ofNullable(link.trouble()).ifPresent(console::say);
            case TillEvent.LinkChanged(PayLink link)
            when link.trouble() != null -> console.say("RevKeen cannot be asked right now: " + link.trouble());
            case TillEvent.LinkChanged(PayLink link)
            when link.stage() == PayLink.Stage.WAITING ->
                console.say("The customer pays " + link.amount() + " at " + link.url());
            case TillEvent.LinkChanged(PayLink link)
            when link.stage() == PayLink.Stage.PAYING -> console.say("The customer is paying.");
            case TillEvent.PaymentResolved(var attempt) ->
                Optional.ofNullable(attempt.message()).ifPresent(console::say);
            default -> {}
        }
    }
}
