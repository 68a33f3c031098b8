package io.keentill.launcher.terminals;

import io.keentill.store.StoreException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code till terminals void}. */
@Command(name = "void", description = "Undoes a payment that has not settled, as a whole.")
final class VoidCommand implements Callable<Integer> {

    @Mixin
    private TerminalArguments terminal = new TerminalArguments();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--reference", required = true, description = "The payment to undo, as the till stored it.")
    private String reference = "";

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to ask about an answer that was lost (default 60).")
    private int waitSeconds = 60;

    @Override
    public Integer call() throws StoreException {
        return DeskWork.run(terminal, spec, waitSeconds, desk -> desk.undo(reference, DeskWork.OPERATOR));
    }
}
