package io.keentill.launcher.terminals;

import io.keentill.domain.money.Money;
import io.keentill.store.StoreException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code till terminals sale}. */
@Command(name = "sale", description = "Takes a payment without a sale on the counter; as durable as any other.")
final class SaleCommand implements Callable<Integer> {

    @Mixin
    private TerminalArguments terminal = new TerminalArguments();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--amount", required = true, paramLabel = "MINOR", description = "Minor units: 1250 is 12.50.")
    private long amount;

    @Option(names = "--currency", required = true, paramLabel = "CODE", description = "ISO 4217.")
    private String currency = "";

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to ask about an answer that was lost (default 60).")
    private int waitSeconds = 60;

    @Override
    public Integer call() throws StoreException {
        Money money = MoneyOptions.money(amount, currency);
        return DeskWork.run(terminal, spec, waitSeconds, desk -> desk.take(money, DeskWork.OPERATOR));
    }
}
