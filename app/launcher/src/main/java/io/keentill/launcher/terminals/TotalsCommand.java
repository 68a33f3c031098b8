package io.keentill.launcher.terminals;

import io.keentill.device.terminal.TotalsAnswer;
import io.keentill.engine.payment.TerminalSession;
import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code till terminals totals}. */
@Command(name = "totals", description = "Tells the totals of the terminal's day without closing it (X report).")
final class TotalsCommand implements Callable<Integer> {

    @Mixin
    private TerminalArguments terminal = new TerminalArguments();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--currency", paramLabel = "CODE", description = "ISO 4217 (default GBP).")
    private String currency = "GBP";

    @Override
    public Integer call() {
        Console console = terminal.options().console(spec);
        try (TerminalSession session = terminal.session()) {
            return switch (session.totals(MoneyOptions.currency(currency))) {
                case TotalsAnswer.NotTold no -> throw new Problem(no.message());
                case TotalsAnswer.Told told -> {
                    console.say("So far: " + TotalsText.sum(told.totals()));
                    TotalsText.say(console, told.totals());
                    console.result(TotalsText.json(terminal.key(), told.totals()));
                    yield 0;
                }
            };
        }
    }
}
