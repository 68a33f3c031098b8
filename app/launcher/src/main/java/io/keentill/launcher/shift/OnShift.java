package io.keentill.launcher.shift;

import io.keentill.domain.money.Money;
import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.receipt.ReceiptText;
import io.keentill.engine.LocalTill;
import io.keentill.launcher.Console;
import io.keentill.launcher.LogFile;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Wiring;
import io.keentill.launcher.command.DataOptions;
import io.keentill.store.TillStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Currency;
import picocli.CommandLine.Model.CommandSpec;

/** What the commands on shifts have in common. */
final class OnShift {

    private OnShift() {}

    /** Does something with the till of a data folder. */
    @FunctionalInterface
    interface Work {
        int on(LocalTill till, Console console);
    }

    static int run(DataOptions options, CommandSpec spec, Work work) {
        Console console = options.console(spec);
        Path data = options.folder();
        TillStore store = Wiring.store(data);
        LogFile.into(data);
        try (LocalTill till = Wiring.till(store, data, null)) {
            return work.on(till, console);
        }
    }

    /** An amount as typed, like 2.50, in the shop's currency. */
    static Money money(LocalTill till, BigDecimal amount) {
        Currency currency = till.shop().currency();
        try {
            int digits = Money.zero(currency).digits();
            return Money.of(amount.movePointRight(digits).longValueExact(), currency);
        } catch (ArithmeticException e) {
            throw new Problem("\"" + amount + "\" is no amount in " + currency + ".", e);
        }
    }

    /** A report as it stands on paper. */
    static void show(Console console, Receipt report) {
        new ReceiptText().lines(report).forEach(console::say);
    }
}
