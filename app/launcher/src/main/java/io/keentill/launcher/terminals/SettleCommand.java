package io.keentill.launcher.terminals;

import io.keentill.device.terminal.Settlement;
import io.keentill.device.terminal.Totals;
import io.keentill.engine.payment.TerminalSession;
import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Wiring;
import io.keentill.store.Backup;
import io.keentill.store.Backups;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.util.Currency;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code till terminals settle}. */
@Command(name = "settle", description = "Closes the terminal's day (end of day, batch close, Z report).")
final class SettleCommand implements Callable<Integer> {

    @Mixin
    private TerminalArguments terminal = new TerminalArguments();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--currency", paramLabel = "CODE", description = "ISO 4217 (default GBP).")
    private String currency = "GBP";

    @Override
    public Integer call() throws StoreException {
        Console console = terminal.options().console(spec);
        Currency money = MoneyOptions.currency(currency);
        try (TillStore store = Wiring.create(terminal.folder())) {
            store.read(view -> view.openAttemptOn(terminal.key())).ifPresent(open -> {
                throw new Problem(
                        "Payment " + open.reference() + " on this terminal is not decided yet: a day is closed"
                                + " when all its payments are known. Run till terminals sale or the till to have it asked.");
            });
            try (TerminalSession session = terminal.session()) {
                return switch (session.settle(money)) {
                    case Settlement.Closed closed -> closed(console, store, closed.totals());
                    case Settlement.NotClosed no -> throw new Problem(no.message());
                    case Settlement.NotKnown doubt -> throw new Problem(doubt.message());
                };
            }
        }
    }

    private int closed(Console console, TillStore store, Totals totals) throws StoreException {
        Map<String, Object> map = TotalsText.json(terminal.key(), totals);
        store.write(tx -> tx.appendJournal("terminal.settled", DeskWork.OPERATOR, terminal.key(), Console.text(map)));
        console.say("Closed: " + TotalsText.sum(totals));
        TotalsText.say(console, totals);
        backUp(console, store);
        console.result(map);
        return 0;
    }

    /** The day is closed whatever becomes of its backup. */
    private void backUp(Console console, TillStore store) {
        try {
            Backup taken = new Backups(Wiring.backups(terminal.folder())).take(store);
            console.say("Backed up to " + taken.file() + ".");
        } catch (StoreException e) {
            spec.commandLine()
                    .getErr()
                    .println("till: the day is closed, but there is no backup of it: " + e.getMessage());
        }
    }
}
