package io.keentill.launcher;

import io.keentill.launcher.command.BackupCommand;
import io.keentill.launcher.command.DoctorCommand;
import io.keentill.launcher.command.EmulateCommand;
import io.keentill.launcher.command.ExchangeCommand;
import io.keentill.launcher.command.ImportCommand;
import io.keentill.launcher.command.InitCommand;
import io.keentill.launcher.command.JournalCommand;
import io.keentill.launcher.command.LabelsCommand;
import io.keentill.launcher.command.OverrideCommand;
import io.keentill.launcher.command.ReceiptCommand;
import io.keentill.launcher.command.RefundSaleCommand;
import io.keentill.launcher.command.RestoreCommand;
import io.keentill.launcher.command.SandboxCommand;
import io.keentill.launcher.command.SellCommand;
import io.keentill.launcher.command.StatusCommand;
import io.keentill.launcher.command.StorefrontCommand;
import io.keentill.launcher.command.SyncCommand;
import io.keentill.launcher.command.TasksCommand;
import io.keentill.launcher.counter.CounterCommand;
import io.keentill.launcher.demo.DemoCommand;
import io.keentill.launcher.demo.MorningCommand;
import io.keentill.launcher.demo.RehearseCommand;
import io.keentill.launcher.install.ConnectorCommand;
import io.keentill.launcher.install.PrinterCommand;
import io.keentill.launcher.install.SupportCommand;
import io.keentill.launcher.shift.ShiftCommand;
import io.keentill.launcher.terminals.TerminalsCommand;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code till}: the storefront, and everything of it that can be done from a script. */
@Command(
        name = "till",
        description = "Keentill, the point of sale on RevKeen. Without a command it opens the storefront.",
        version = "Keentill " + Wiring.VERSION,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:done",
            "1:not done; of a payment: certainly not made as asked",
            "2:wrongly called",
            "3:nobody knows yet whether money moved; run again, it asks about that first",
            "4:money of an earlier run had moved, so nothing new was begun; run again, it goes on",
            "5:another process works with this till's data; nothing was begun"
        })
public final class Main extends StorefrontCommand {

    private static final List<Class<?>> COMMANDS = List.of(
            DemoCommand.class,
            DoctorCommand.class,
            StatusCommand.class,
            SyncCommand.class,
            JournalCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ImportCommand.class,
            LabelsCommand.class,
            InitCommand.class,
            SellCommand.class,
            CounterCommand.class,
            RefundSaleCommand.class,
            ExchangeCommand.class,
            ShiftCommand.class,
            ReceiptCommand.class,
            OverrideCommand.class,
            TasksCommand.class,
            TerminalsCommand.class,
            PrinterCommand.class,
            ConnectorCommand.class,
            SupportCommand.class,
            SandboxCommand.class,
            EmulateCommand.class,
            MorningCommand.class,
            RehearseCommand.class);

    private Main() {}

    /** Runs a command and exits with its {@link ExitStatus}. */
    public static void main(String[] args) {
        LogFile.quietConsole();
        System.exit(run(args));
    }

    /** Runs a command and answers its exit status. */
    static int run(String... args) {
        return commandLine(wanted(args)).execute(args);
    }

    /**
     * The commands that these arguments can mean: the one they begin with, or none where they only open the storefront. The
     * start of a till does not wait until every other command has been looked through; for help and mistakes they all count.
     */
    private static List<Class<?>> wanted(String... args) {
        if (args.length == 0 || (args.length == 2 && args[0].equals("--data"))) {
            return List.of();
        }
        List<Class<?>> named = COMMANDS.stream()
                .filter(command -> name(command).equals(args[0]))
                .toList();
        return named.isEmpty() ? COMMANDS : named;
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    /** The whole command line, ready to execute. */
    static CommandLine commandLine() {
        return commandLine(COMMANDS);
    }

    private static CommandLine commandLine(List<Class<?>> commands) {
        CommandLine line = new CommandLine(new Main());
        commands.forEach(line::addSubcommand);
        return line.setExecutionExceptionHandler(Main::report).setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static int report(Exception problem, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (problem instanceof Problem said) {
            command.getErr().println("till: " + problem.getMessage());
            return said.status().code();
        }
        throw problem;
    }
}
