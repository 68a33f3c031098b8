package io.keentill.launcher.command;

import io.keentill.domain.order.Order;
import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.receipt.ReceiptText;
import io.keentill.domain.refund.Refund;
import io.keentill.engine.LocalTill;
import io.keentill.engine.TillEvent;
import io.keentill.launcher.Console;
import io.keentill.launcher.LogFile;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Wiring;
import io.keentill.store.TillStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code till receipt}: shows or prints the receipt of a sale or a refund again, marked as a copy. */
@Command(name = "receipt", description = "Shows the receipt of a sale or a refund again, marked as a copy.")
public final class ReceiptCommand implements Callable<Integer> {

    private static final int REFUNDS = 10_000;

    @Mixin
    private DataOptions options = new DataOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NUMBER", description = "Its number, or the code printed at its foot.")
    private String number = "";

    @Option(names = "--refund", description = "The number is a refund's.")
    private boolean refund;

    @Option(names = "--print", description = "Prints it, too.")
    private boolean print;

    @Override
    public Integer call() {
        Console console = options.console(spec);
        Path data = options.folder();
        TillStore store = Wiring.store(data);
        LogFile.into(data);
        try (LocalTill till = Wiring.till(store, data, null)) {
            till.events().subscribe(event -> {
                if (event instanceof TillEvent.Notice notice) {
                    console.say(notice.message());
                }
            });
            List<Receipt> papers = refund ? ofRefund(till) : ofSale(till);
            List<String> texts =
                    papers.stream().map(paper -> new ReceiptText().text(paper)).toList();
            texts.forEach(console::say);
            console.result(Map.of("receipts", texts, "printed", print));
            return 0;
        }
    }

    private List<Receipt> ofSale(LocalTill till) {
        Order sale = till.refunds().find(number, 2).stream()
                .filter(o -> isIt(o.receiptNumber(), o.reference()))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        "This till has no receipt " + number + ". Type its number, or the code at its foot."));
        if (print) {
            till.print(sale.id(), true);
        }
        return till.receipt(sale.id(), true).stream().toList();
    }

    private List<Receipt> ofRefund(LocalTill till) {
        Optional<Refund> found = till.refunds().recent(REFUNDS).stream()
                .filter(r -> isIt(r.number(), r.reference()))
                .findFirst();
        Refund given = found.orElseThrow(
                () -> new Problem("This till has no refund " + number + ". Type its number, or the code at its foot."));
        List<Receipt> papers = till.refundPapers().of(given.id(), true);
        if (papers.isEmpty()) {
            throw new Problem("Refund " + number + " is not finished, so it has no receipt yet. See till tasks.");
        }
        if (print) {
            till.refundPapers().print(given.id(), true);
        }
        return papers;
    }

    private boolean isIt(@Nullable Long stored, String reference) {
        String typed = number.strip();
        return typed.equalsIgnoreCase(reference) || typed.replace("#", "").equals(String.valueOf(stored));
    }
}
