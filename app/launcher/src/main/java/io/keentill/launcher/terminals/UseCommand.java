package io.keentill.launcher.terminals;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code till terminals use}. */
@Command(name = "use", description = "Sends payments to another terminal that is set up.")
final class UseCommand implements Callable<Integer> {

    @Mixin
    private TerminalArguments terminal = new TerminalArguments();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return OnDesk.run(
                terminal.options(),
                spec,
                (till, console) -> OnDesk.tell(
                        console,
                        "Payments go to",
                        till.install().terminals().use(terminal.address(), DeskWork.OPERATOR)));
    }
}
