package io.keentill.launcher.command;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.receipt.ReceiptText;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.LocalTill;
import io.keentill.engine.TillEvent;
import io.keentill.engine.office.RefundOffer;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.launcher.Console;
import io.keentill.launcher.EarlierRun;
import io.keentill.launcher.ExitStatus;
import io.keentill.launcher.LogFile;
import io.keentill.launcher.SaleReport;
import io.keentill.launcher.Waiting;
import io.keentill.launcher.Wiring;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code till exchange}: goods of an earlier sale come back for new ones, in one basket. */
@Command(
        name = "exchange",
        description = {
            "Takes goods of an earlier sale back for new ones. What they are worth pays for the new ones; what is missing is"
                    + " paid with --tender, and what is over goes back.",
            "Nothing moves where it cannot be done as a whole, or the difference is not said how to be paid."
        })
public final class ExchangeCommand implements Callable<Integer> {

    @Mixin
    private DataOptions options = new DataOptions();

    @Mixin
    private ManagerPin pin = new ManagerPin();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "RECEIPT", description = "Receipt number, or the code printed on the receipt.")
    private String receipt = "";

    @Option(
            names = "--line",
            required = true,
            paramLabel = "N[*QTY]",
            description = "What comes back: a line of the receipt, from 1, and how many.")
    private List<String> lines = List.of();

    @Option(
            names = "--item",
            required = true,
            paramLabel = "CODE[*N]",
            description = "What is new: barcode or SKU, and how many.")
    private List<String> items = List.of();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, in a few words.")
    private String reason = "";

    @Option(names = "--tender", description = "How a difference is paid: card, cash or link.")
    private CounterSale.@Nullable TenderName tender;

    @Option(names = "--cash", paramLabel = "AMOUNT", description = "Cash handed over, like 20.00 (default: exact).")
    private @Nullable BigDecimal handed;

    @Option(names = "--to", description = "Where what is over goes: as_paid (default), card or cash.")
    private MoneyBack back = MoneyBack.AS_PAID;

    @Option(
            names = "--link-wait",
            paramLabel = "SECONDS",
            description = "How long a customer has to pay by link (default 300).")
    private int linkSeconds = 300;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to wait for a lost answer and for the sync" + " (default 20).")
    private int waitSeconds = 20;

    @Option(names = "--print", description = "Prints both receipts.")
    private boolean print;

    @Override
    public Integer call() throws StoreException {
        Console console = options.console(spec);
        Path data = options.folder();
        TillStore store = Wiring.store(data);
        LogFile.into(data);
        try (LocalTill till = Wiring.till(store, data, null)) {
            Order sale = SaleLines.sale(till, receipt);
            List<RefundScope.Goods> goods = SaleLines.goods(sale, lines);
            handed(Money.zero(till.shop().currency()));
            String operator = pin.login(till).id();
            till.events().subscribe(event -> {
                if (event instanceof TillEvent.Notice notice) {
                    console.say(notice.message());
                }
            });
            CounterSale counter = new CounterSale(
                    console, spec.commandLine().getErr(), till, operator, EarlierRun.selling(store, console));
            counter.clearCounter();
            Order basket = counter.ring(items);
            CharSequence no = problem(till, sale, goods, basket);
            if (no != null) {
                throw counter.abandoned(no);
            }
            RefundWish wish = new RefundWish(sale.id(), new RefundScope.Lines(goods), back, reason);
            RefundResult result = till.refunds().exchange(wish, basket.id(), operator);
            if (result instanceof RefundResult.Refused(Sentence why)) {
                throw counter.abandoned(why);
            }
            return done(console, store, till, counter, basket, result);
        }
    }

    /** Before anything is booked: why it cannot be done, or that nobody says how what is missing is paid; null if it can. */
    private @Nullable CharSequence problem(LocalTill till, Order sale, List<RefundScope.Goods> goods, Order basket) {
        RefundOffer offer = till.office()
                .sales()
                .offerExchange(sale.id(), goods, back, basket.id())
                .orElseThrow();
        return switch (offer) {
            case RefundOffer.NotPossible(Sentence why) -> why;
            case RefundOffer.Possible possible -> notPaid(till, basket.due().minus(exchanged(possible, basket)));
        };
    }

    private static Money exchanged(RefundOffer.Possible possible, Order basket) {
        return possible.shares().stream()
                .filter(share -> share.type() == TenderType.EXCHANGE)
                .map(RefundOffer.Share::amount)
                .reduce(Money.zero(basket.currency()), Money::plus);
    }

    private @Nullable String notPaid(LocalTill till, Money missing) {
        if (!missing.isPositive()) {
            return null;
        }
        if (tender == null) {
            return "The new goods cost " + missing + " more. Say how that is paid with --tender card, cash or link.";
        }
        Money asked = till.cashDue(missing);
        Money given = handed(asked);
        return tender == CounterSale.TenderName.CASH && given.compareTo(asked) < 0
                ? given + " is not enough: the new goods cost " + asked + " more."
                : null;
    }

    private Money handed(Money asked) {
        return payment().cash(asked);
    }

    private CounterSale.Payment payment() {
        return new CounterSale.Payment(
                tender == null ? CounterSale.TenderName.CASH : tender,
                handed,
                Duration.ofSeconds(linkSeconds),
                Duration.ofSeconds(waitSeconds));
    }

    private int done(
            Console console, TillStore store, LocalTill till, CounterSale counter, Order basket, RefundResult result)
            throws StoreException {
        Order now = till.order(basket.id()).orElseThrow();
        ExitStatus end = now.state() == OrderState.PAID ? ExitStatus.DONE : counter.pay(now, payment());
        boolean paid = end == ExitStatus.DONE;
        if (paid) {
            till.receipt(basket.id(), false).ifPresent(r -> console.say(new ReceiptText().text(r)));
            if (print) {
                till.print(basket.id(), false);
            }
        } else {
            console.say("The goods are taken back, and "
                    + till.order(basket.id()).orElse(now).due()
                    + " is still due on the new ones. The sale stays on the counter.");
        }
        Duration patience = Duration.ofSeconds(waitSeconds);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("refund", new RefundEnd(console, till, patience, print).report(result));
        if (paid) {
            boolean synced = Waiting.synced(store, till, basket.id(), patience);
            console.say(synced ? "Synced with RevKeen." : "Saved on this till; it syncs when RevKeen is reachable.");
        }
        report.put(
                "sale",
                store.read(view -> SaleReport.of(view, view.order(basket.id()).orElseThrow())));
        report.put("outcome", end.word());
        report.put("earlier", counter.earlier());
        console.result(report);
        counter.told(basket);
        return end.code();
    }
}
