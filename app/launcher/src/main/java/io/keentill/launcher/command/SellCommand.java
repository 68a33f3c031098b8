package io.keentill.launcher.command;

import io.keentill.domain.order.Order;
import io.keentill.domain.receipt.ReceiptText;
import io.keentill.engine.LocalTill;
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
@Command(
        name = "sell",
        description = {
            "Sells from the command line.",
            "A run that was killed or gave no answer may be run again: it says first what became of the one before, and"
                    + " stops where that took money (exit status 4, see till --help)."
        })
public final class SellCommand implements Callable<Integer> {

    private static final String OPERATOR = "command line";

    @Mixin
    private DataOptions options = new DataOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--item", required = true, paramLabel = "CODE[*N]", description = "Barcode or SKU, and how many.")
    private List<String> items = List.of();

    @Option(names = "--tender", required = true, description = "card, cash or link.")
    private CounterSale.TenderName tender = CounterSale.TenderName.CASH;

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
            CounterSale counter = new CounterSale(
                    console, spec.commandLine().getErr(), till, OPERATOR, EarlierRun.selling(store, console));
            counter.clearCounter();
            Order order = counter.ring(items);
            ExitStatus end = counter.pay(
                    order,
                    new CounterSale.Payment(
                            tender, handed, Duration.ofSeconds(linkSeconds), Duration.ofSeconds(waitSeconds)));
            if (end == ExitStatus.DONE) {
                till.receipt(order.id(), false).ifPresent(r -> console.say(new ReceiptText().text(r)));
                boolean synced = Waiting.synced(store, till, order.id(), Duration.ofSeconds(waitSeconds));
                console.say(
                        synced ? "Synced with RevKeen." : "Saved on this till; it syncs when RevKeen is reachable.");
            }
            Map<String, Object> report = store.read(
                    view -> SaleReport.of(view, view.order(order.id()).orElseThrow()));
            report.put("outcome", end.word());
            report.put("earlier", counter.earlier());
            console.result(report);
            counter.told(order);
            return end.code();
        }
    }
}
