package io.keentill.launcher.terminals;

import io.keentill.device.terminal.Capability;
import io.keentill.engine.payment.TerminalSession;
import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Wiring;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code till terminals unpair}. */
@Command(name = "unpair", description = "Forgets what a terminal and this till agreed on in pairing.")
final class UnpairCommand implements Callable<Integer> {

    @Mixin
    private TerminalArguments terminal = new TerminalArguments();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws StoreException {
        Console console = terminal.options().console(spec);
        try (TillStore store = Wiring.store(terminal.folder())) {
            store.read(view -> view.openAttemptOn(terminal.key())).ifPresent(open -> {
                throw new Problem("Payment " + open.reference() + " on this terminal is not decided yet, and only a"
                        + " paired till can ask for it. Run till terminals sale or the till to have it asked first.");
            });
            try (TerminalSession session = terminal.session()) {
                if (!session.capabilities().contains(Capability.PAIRING)) {
                    throw new Problem("This kind of terminal is not paired: there is nothing to forget");
                }
                session.unpair();
            } catch (IOException e) {
                throw Problem.because(e);
            }
            Map<String, String> map = Map.of("address", terminal.key());
            store.write(
                    tx -> tx.appendJournal("terminal.unpaired", DeskWork.OPERATOR, terminal.key(), Console.text(map)));
            console.say("Unpaired: " + terminal.key());
            console.result(map);
            return 0;
        }
    }
}
