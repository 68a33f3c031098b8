package io.keentill.launcher.terminals;

import io.keentill.engine.payment.TerminalSession;
import io.keentill.launcher.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code till terminals identify}. */
@Command(name = "identify", description = "Makes a terminal show which one it is, where it can, and tells who it is.")
final class IdentifyCommand implements Callable<Integer> {

    @Mixin
    private TerminalArguments terminal = new TerminalArguments();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Console console = terminal.options().console(spec);
        try (TerminalSession session = terminal.session()) {
            return StateCommand.tell(console, spec, terminal.key(), session, session.identify());
        }
    }
}
