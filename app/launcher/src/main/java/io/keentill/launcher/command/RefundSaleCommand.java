package io.keentill.launcher.command;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.RefundScope;
import io.keentill.engine.LocalTill;
import io.keentill.engine.TillEvent;
import io.keentill.engine.refund.RefundWish;
import io.keentill.launcher.Console;
import io.keentill.launcher.EarlierRun;
import io.keentill.launcher.LogFile;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Waiting;
import io.keentill.launcher.Wiring;
import io.keentill.store.TillStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code till refund}: gives money back on a sale of this till. What it always needs is not declared so, since its
 * subcommands do not.
 */
@Command(
        name = "refund",
        description = "Gives money back on a sale: whole, by line or by amount. Needs RECEIPT, --reason and --pin.",
        subcommands = {WithoutReceiptCommand.class, RefundRulesCommand.class})
public final class RefundSaleCommand implements Callable<Integer> {

    @Mixin
    private DataOptions options = new DataOptions();

    @Option(
            names = "--pin",
            interactive = true,
            arity = "0..1",
            paramLabel = "PIN",
            description = "A manager's PIN; asked for when no value follows.")
    private @Nullable String pin;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "RECEIPT",
            description = "Receipt number, or the code printed on the receipt.")
    private String receipt = "";

    @Option(
            names = "--line",
            paramLabel = "N[*QTY]",
            description = "Only this line of the receipt, from 1, and how many.")
    private List<String> lines = List.of();

    @Option(names = "--amount", paramLabel = "AMOUNT", description = "Only this much, like 2.50.")
    private @Nullable BigDecimal amount;

    @Option(names = "--to", description = "as_paid (default), card or cash.")
    private MoneyBack back = MoneyBack.AS_PAID;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, in a few words.")
    private String reason = "";

    @Option(names = "--wait", paramLabel = "SECONDS", description = "How long to wait for a lost answer (default 20).")
    private int waitSeconds = 20;

    @Option(names = "--print", description = "Prints its receipt, and the shop's own for a card.")
    private boolean print;

    @Override
    public Integer call() {
        String typed = pin;
        if (receipt.isBlank() || reason.isBlank() || typed == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Say which sale with its receipt number, why with --reason, and who gives it back with --pin.");
        }
        if (amount != null && !lines.isEmpty()) {
            throw new Problem("Choose either --line or --amount.");
        }
        Console console = options.console(spec);
        Path data = options.folder();
        TillStore store = Wiring.store(data);
        LogFile.into(data);
        try (LocalTill till = Wiring.till(store, data, null)) {
            Order sale = SaleLines.sale(till, receipt);
            String operator = ManagerPin.of(typed).login(till).id();
            Waiting.until(Duration.ofSeconds(30), () -> till.openPayments().isEmpty());
            EarlierRun.refunding(store, console).stopIfMoved(till.interrupted());
            till.events().subscribe(event -> {
                switch (event) {
                    case TillEvent.PaymentProgress progress ->
                        console.say("Terminal: " + progress.progress().text());
                    case TillEvent.Notice notice -> console.say(notice.message());
                    default -> {}
                }
            });
            RefundWish wish = new RefundWish(sale.id(), scope(sale), back, reason);
            RefundEnd end = new RefundEnd(console, till, Duration.ofSeconds(waitSeconds), print);
            console.result(end.report(till.refunds().refund(wish, operator)));
            return 0;
        }
    }

    private RefundScope scope(Order sale) {
        if (amount != null) {
            return new RefundScope.Amount(money(sale, amount));
        }
        if (lines.isEmpty()) {
            return new RefundScope.Whole();
        }
        return new RefundScope.Lines(SaleLines.goods(sale, lines));
    }

    private static Money money(Order sale, BigDecimal amount) {
        try {
            int digits = Money.zero(sale.currency()).digits();
            return Money.of(amount.movePointRight(digits).longValueExact(), sale.currency());
        } catch (ArithmeticException e) {
            throw new Problem("\"" + amount + "\" is no amount in " + sale.currency() + ".", e);
        }
    }
}
