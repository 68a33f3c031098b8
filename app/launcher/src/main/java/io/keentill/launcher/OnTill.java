package io.keentill.launcher;

import io.keentill.engine.LocalTill;
import io.keentill.engine.install.ConnectorDesk;
import io.keentill.engine.payment.TerminalSession;
import io.keentill.engine.status.TillStatus.ConnectorState;
import io.keentill.launcher.command.DataOptions;
import io.keentill.store.TillStore;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;

/** Commands that work on the till itself, as its screen does. */
public final class OnTill {

    private static final System.Logger LOG = System.getLogger(OnTill.class.getName());
    private static final Duration CHANNEL = Duration.ofSeconds(20);

    private OnTill() {}

    /** Does something with the till of a data folder. */
    @FunctionalInterface
    public interface Work {
        /** Does it; answers the exit status. */
        int on(LocalTill till, Console console);
    }

    /** Asks the terminal and gives the connector's channel a few seconds, so that what is told of them is of now. */
    public static void look(LocalTill till) {
        till.terminal().ifPresent(TerminalSession::status);
        ConnectorDesk connector = till.install().connector();
        if (connector.standing().offered()) {
            boolean told = Waiting.forRevKeen(
                    till, CHANNEL, () -> connector.standing().state() != ConnectorState.DISCONNECTED);
            LOG.log(System.Logger.Level.DEBUG, "The channel has a state: {0}", told);
        }
        till.freshStatus();
    }

    /** Opens the till of the data folder, does it, and closes the till. */
    public static int run(DataOptions options, CommandSpec spec, Work work) {
        Console console = options.console(spec);
        Path data = options.folder();
        TillStore store = Wiring.store(data);
        LogFile.into(data);
        try (LocalTill till = Wiring.till(store, data, null)) {
            return work.on(till, console);
        }
    }
}
