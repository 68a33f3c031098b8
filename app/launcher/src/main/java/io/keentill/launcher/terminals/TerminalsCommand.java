package io.keentill.launcher.terminals;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code till terminals}: everything an installer does with a payment terminal, one address form for every family. */
@Command(
        name = "terminals",
        description = "Finds, pairs and tries payment terminals.",
        subcommands = {
            PortsCommand.class,
            FindCommand.class,
            AddCommand.class,
            ListCommand.class,
            UseCommand.class,
            RenameCommand.class,
            RemoveCommand.class,
            TestCommand.class,
            HealthCommand.class,
            PairCommand.class,
            UnpairCommand.class,
            StateCommand.class,
            IdentifyCommand.class,
            SaleCommand.class,
            RefundCommand.class,
            VoidCommand.class,
            TotalsCommand.class,
            SettleCommand.class,
            LastCommand.class,
            ReprintCommand.class,
            TraceCommand.class,
        })
public final class TerminalsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
