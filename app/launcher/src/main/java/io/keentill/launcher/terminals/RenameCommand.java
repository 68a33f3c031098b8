package io.keentill.launcher.terminals;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code till terminals rename}. */
@Command(name = "rename", description = "Gives a terminal another name.")
final class RenameCommand implements Callable<Integer> {

    @Mixin
    private TerminalArguments terminal = new TerminalArguments();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--name", required = true, description = "1 to 40 characters.")
    private String name = "";

    @Override
    public Integer call() {
        return OnDesk.run(
                terminal.options(),
                spec,
                (till, console) -> OnDesk.tell(
                        console,
                        "Renamed",
                        till.install().terminals().rename(terminal.address(), name, DeskWork.OPERATOR)));
    }
}
