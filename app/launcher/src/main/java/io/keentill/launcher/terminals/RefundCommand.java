package io.keentill.launcher.terminals;

import io.keentill.domain.money.Money;
import io.keentill.launcher.Problem;
import io.keentill.store.StoreException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code till terminals refund}. */
@Command(name = "refund", description = "Gives money back, on an earlier payment or to a card presented now.")
final class RefundCommand implements Callable<Integer> {

    @Mixin
    private TerminalArguments terminal = new TerminalArguments();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--reference", description = "The payment to refund, as the till stored it.")
    private @Nullable String reference;

    @Option(names = "--amount", paramLabel = "MINOR", description = "Minor units (default: all of the payment).")
    private @Nullable Long amount;

    @Option(names = "--currency", paramLabel = "CODE", description = "ISO 4217 (default GBP).")
    private String currency = "GBP";

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to ask about an answer that was lost (default 60).")
    private int waitSeconds = 60;

    @Override
    public Integer call() throws StoreException {
        if (reference == null && amount == null) {
            throw new Problem("Name the payment with --reference, or an amount with --amount MINOR --currency CODE.");
        }
        Money money = amount == null ? null : MoneyOptions.money(amount, currency);
        return DeskWork.run(terminal, spec, waitSeconds, desk -> desk.refund(reference, money, DeskWork.OPERATOR));
    }
}
