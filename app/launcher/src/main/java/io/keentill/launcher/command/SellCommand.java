package io.keentill.launcher.command;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.receipt.ReceiptText;
import io.keentill.engine.LocalTill;
import io.keentill.engine.TillEvent;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.selling.SaleChange;
import io.keentill.launcher.Console;
import io.keentill.launcher.LogFile;
import io.keentill.launcher.Problem;
import io.keentill.launcher.SaleReport;
import io.keentill.launcher.Waiting;
import io.keentill.launcher.Wiring;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code till sell}: one whole sale from a script, through the same engine as the storefront. */
@Command(name = "sell", description = "Sells from the command line.")
public final class SellCommand implements Callable<Integer> {

    private static final String OPERATOR = "command line";

    enum TenderName {
        CARD,
        CASH,
        LINK
    }

    @Mixin
    private DataOptions options = new DataOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--item", required = true, paramLabel = "CODE[*N]", description = "Barcode or SKU, and how many.")
    private List<String> items = List.of();

    @Option(names = "--tender", required = true, description = "card, cash or link.")
    private TenderName tender = TenderName.CASH;

    @Option(names = "--terminal", description = "Terminal address for this sale alone.")
    private @Nullable String terminal;

    @Option(names = "--cash", paramLabel = "AMOUNT", description = "Cash handed over, like 20.00 (default: exact).")
    private @Nullable BigDecimal handed;

    @Option(
            names = "--link-wait",
            paramLabel = "SECONDS",
            description = "How long a customer has to pay by link (default 300).")
    private int linkSeconds = 300;

    @Option(names = "--wait", paramLabel = "SECONDS", description = "How long to wait for the sync (default 20).")
    private int waitSeconds = 20;

    @Override
    public Integer call() throws StoreException {
        Console console = options.console(spec);
        Path data = options.folder();
        TillStore store = Wiring.store(data);
        LogFile.into(data);
        try (LocalTill till = Wiring.till(store, data, terminal)) {
            clearCounter(console, till);
            Order order = ring(till);
            boolean paid = pay(console, till, order);
            if (paid) {
                till.receipt(order.id(), false).ifPresent(r -> console.say(new ReceiptText().text(r)));
                boolean synced = Waiting.synced(store, till, order.id(), Duration.ofSeconds(waitSeconds));
                console.say(
                        synced ? "Synced with RevKeen." : "Saved on this till; it syncs when RevKeen is reachable.");
            }
            Map<String, Object> report = store.read(
                    view -> SaleReport.of(view, view.order(order.id()).orElseThrow()));
            console.result(report);
            return paid ? 0 : 1;
        }
    }

    /** Whatever an interrupted sale left on the counter is settled or set aside first, never mixed into this one. */
    private static void clearCounter(Console console, LocalTill till) {
        Waiting.until(Duration.ofSeconds(30), () -> till.openPayments().isEmpty());
        if (!till.openPayments().isEmpty()) {
            throw new Problem("An earlier card payment is not decided yet, and the terminal cannot be asked. Switch the"
                    + " terminal on and run till status; nothing was charged now.");
        }
        till.openOrder().ifPresent(left -> {
            boolean empty = left.lines().isEmpty();
            SaleChange done = empty ? till.cancelOrder(OPERATOR) : till.park("Interrupted sale " + left.reference());
            if (done instanceof SaleChange.Refused no) {
                throw new Problem("The sale " + left.reference() + " is still on the counter: " + no.message());
            }
            if (!empty) {
                console.say("The sale " + left.reference() + " that was on the counter is parked.");
            }
        });
    }

    private Order ring(LocalTill till) {
        for (String item : items) {
            int star = item.lastIndexOf('*');
            String code = star < 0 ? item : item.substring(0, star);
            SaleChange change = till.scan(code, quantity(item, star), OPERATOR);
            switch (change) {
                case SaleChange.UnknownCode no -> abandon(till, no.message());
                case SaleChange.Refused no -> abandon(till, no.message());
                case SaleChange.NeedsManager no -> abandon(till, no.message());
                case SaleChange.AskPrice ask -> abandon(till, ask.message() + " The window asks for it.");
                case SaleChange.AskChoice ask -> abandon(till, ask.message() + " The window asks for it.");
                case SaleChange.Changed ok -> {}
                case SaleChange.PartPaid ok -> {}
                case SaleChange.Closed ok -> {}
            }
        }
        return till.openOrder().orElseThrow(() -> new Problem("Nothing was rung up."));
    }

    private static void abandon(LocalTill till, CharSequence why) {
        till.openOrder().ifPresent(open -> till.cancelOrder(OPERATOR));
        throw new Problem(why);
    }

    private static Quantity quantity(String item, int star) {
        try {
            return star < 0 ? Quantity.ONE : Quantity.of(Long.parseLong(item.substring(star + 1)));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Problem("\"" + item + "\" is no item: write CODE or CODE*N with N from 1 to 1000000.", e);
        }
    }

    private boolean pay(Console console, LocalTill till, Order order) {
        if (tender == TenderName.CASH) {
            Money given = handed == null ? till.cashDue(order.due()) : money(order);
            return switch (till.payCash(given, OPERATOR)) {
                case SaleChange.Closed closed -> true;
                case SaleChange.PartPaid part ->
                    throw new Problem(given + " is not enough; " + part.order().due()
                            + " is still due. The sale stays on the counter.");
                case SaleChange.Refused no -> throw new Problem(no.message());
                case SaleChange.Changed _,
                        SaleChange.UnknownCode _,
                        SaleChange.NeedsManager _,
                        SaleChange.AskPrice _,
                        SaleChange.AskChoice _ -> throw new IllegalStateException("Paid without closing");
            };
        }
        if (tender == TenderName.LINK) {
            return new LinkSale(console, till, OPERATOR).pay(order, Duration.ofSeconds(linkSeconds));
        }
        till.events().subscribe(event -> {
            if (event instanceof TillEvent.PaymentProgress progress) {
                console.say("Terminal: " + progress.progress().text());
            }
        });
        return switch (till.payCard(order.id(), order.due(), OPERATOR)) {
            case CardResult.Paid paid when paid.order().state() == OrderState.PAID -> true;
            case CardResult.Paid part -> {
                console.say("Only " + part.attempt().approved() + " was approved; "
                        + part.order().due() + " is still due. The sale stays on the counter.");
                yield false;
            }
            case CardResult.NotPaid no -> {
                spec.commandLine()
                        .getErr()
                        .println("till: not paid: " + no.attempt().message());
                till.cancelOrder(OPERATOR);
                yield false;
            }
            case CardResult.NotKnown doubt -> {
                spec.commandLine()
                        .getErr()
                        .println("till: the terminal's answer was lost ("
                                + doubt.attempt().message()
                                + "). Do not charge again: the till asks the terminal until it knows.");
                yield resolved(till, order);
            }
            case CardResult.Refused no -> throw new Problem(no.message());
        };
    }

    private boolean resolved(LocalTill till, Order order) {
        Waiting.until(Duration.ofSeconds(waitSeconds), () -> till.openPayments().isEmpty());
        return till.order(order.id()).filter(o -> o.state() == OrderState.PAID).isPresent();
    }

    private Money money(Order order) {
        try {
            BigDecimal amount = java.util.Objects.requireNonNull(handed);
            return Money.of(amount.movePointRight(order.due().digits()).longValueExact(), order.currency());
        } catch (ArithmeticException e) {
            throw new Problem("\"" + handed + "\" is no amount in " + order.currency() + ".", e);
        }
    }
}
