package io.keentill.launcher.terminals;

import io.keentill.launcher.OnTill;
import io.keentill.launcher.Problem;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code till terminals remove}. */
@Command(name = "remove", description = "Takes a terminal off the list, and forgets what was agreed on in pairing.")
final class RemoveCommand implements Callable<Integer> {

    @Mixin
    private TerminalArguments terminal = new TerminalArguments();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        String key = terminal.key();
        return OnTill.run(terminal.options(), spec, (till, console) -> {
            till.install()
                    .terminals()
                    .unpair(terminal.address(), DeskWork.OPERATOR)
                    .ifPresent(why -> {
                        throw new Problem(why);
                    });
            console.say("Removed: " + key);
            console.result(Map.of("address", key));
            return 0;
        });
    }
}
