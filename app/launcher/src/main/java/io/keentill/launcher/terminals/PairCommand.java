package io.keentill.launcher.terminals;

import io.keentill.device.terminal.Pairing;
import io.keentill.device.terminal.PairingQuestion;
import io.keentill.device.terminal.TerminalIdentity;
import io.keentill.engine.payment.TerminalSession;
import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Wiring;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code till terminals pair}. Secrets are kept in files for the till's user alone, never in its journal or a log. */
@Command(name = "pair", description = "Makes a terminal and this till known to each other.")
final class PairCommand implements Callable<Integer> {

    @Mixin
    private TerminalArguments terminal = new TerminalArguments();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--answer",
            paramLabel = "NAME=VALUE",
            description =
                    "Answer to one of the terminal's questions; a secret is NAME=@FILE. What is missing is asked.")
    private Map<String, String> answers = new LinkedHashMap<>();

    @Override
    public Integer call() throws StoreException {
        Console console = terminal.options().console(spec);
        try (TillStore store = Wiring.create(terminal.folder());
                TerminalSession session = terminal.session()) {
            List<PairingQuestion> questions = session.pairingQuestions();
            return switch (session.pair(new PairingAnswers(answers, System.console()).of(questions))) {
                case Pairing.NotPaired no -> throw new Problem(no.message());
                case Pairing.Paired paired -> paired(console, store, paired.identity());
            };
        }
    }

    private int paired(Console console, TillStore store, TerminalIdentity identity) throws StoreException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("address", terminal.key());
        map.put("serial_number", identity.serialNumber());
        map.put("model", identity.model());
        store.write(tx -> tx.appendJournal("terminal.paired", DeskWork.OPERATOR, terminal.key(), Console.text(map)));
        console.say("Paired: " + terminal.key()
                + (identity.serialNumber() == null ? "" : ", serial number " + identity.serialNumber()));
        console.result(map);
        return 0;
    }
}
