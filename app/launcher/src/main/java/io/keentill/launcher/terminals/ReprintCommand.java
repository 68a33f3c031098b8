package io.keentill.launcher.terminals;

import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Reprint;
import io.keentill.engine.payment.TerminalSession;
import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code till terminals reprint}: on the terminal's own paper, or as text for the till's. */
@Command(name = "reprint", description = "Gives the receipt of the terminal's last payment again, marked as a copy.")
final class ReprintCommand implements Callable<Integer> {

    private static final String COPY = "*** COPY ***";

    @Mixin
    private TerminalArguments terminal = new TerminalArguments();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Console console = terminal.options().console(spec);
        try (TerminalSession session = terminal.session()) {
            return switch (session.reprintLast()) {
                case Reprint.NotPrinted no -> throw new Problem(no.message());
                case Reprint.AtTerminal at -> {
                    console.say("The terminal prints it.");
                    yield told(console, "terminal", Outcome.TerminalReceipts.NONE);
                }
                case Reprint.Text text -> {
                    say(console, "Merchant", text.receipts().merchant());
                    say(console, "Customer", text.receipts().customer());
                    yield told(console, "till", text.receipts());
                }
            };
        }
    }

    private static void say(Console console, String whose, List<String> lines) {
        if (!lines.isEmpty()) {
            console.say(COPY + "  " + whose);
            lines.forEach(console::say);
        }
    }

    private int told(Console console, String printed, Outcome.TerminalReceipts receipts) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("address", terminal.key());
        map.put("copy", true);
        map.put("printed_by", printed);
        map.put("merchant", receipts.merchant());
        map.put("customer", receipts.customer());
        console.result(map);
        return 0;
    }
}
