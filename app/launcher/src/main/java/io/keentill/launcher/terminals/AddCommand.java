package io.keentill.launcher.terminals;

import io.keentill.device.terminal.DriverSetting;
import io.keentill.engine.install.DeviceDesk;
import io.keentill.engine.install.NewTerminal;
import io.keentill.engine.install.SetUpForm;
import io.keentill.launcher.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code till terminals add}. */
@Command(name = "add", description = "Sets a terminal up for this till: pairs it where that has to be, and names it.")
final class AddCommand implements Callable<Integer> {

    @Mixin
    private TerminalArguments terminal = new TerminalArguments();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--name", description = "What the shop calls it (default: the name of its family).")
    private String name = "";

    @Option(
            names = "--replaces",
            paramLabel = "ADDRESS",
            description = "The terminal that it takes the place of; that one is unpaired.")
    private @Nullable String replaces;

    @Option(
            names = "--answer",
            paramLabel = "NAME=VALUE",
            description =
                    "Answer to one of the terminal's questions; a secret is NAME=@FILE. What is missing is asked.")
    private Map<String, String> answers = new LinkedHashMap<>();

    @Override
    public Integer call() {
        return OnDesk.run(terminal.options(), spec, (till, console) -> {
            DeviceDesk desk = till.install().terminals();
            return switch (desk.form(terminal.address())) {
                case SetUpForm.Refused no -> throw new Problem(no.message());
                case SetUpForm.Ask ask -> {
                    Map<String, String> settings = new LinkedHashMap<>();
                    for (DriverSetting setting : ask.settings()) {
                        String given = answers.remove(setting.name());
                        settings.put(setting.name(), given == null ? setting.usual() : given);
                    }
                    Map<String, String> paired = new PairingAnswers(answers, System.console()).of(ask.questions());
                    NewTerminal wish = new NewTerminal(terminal.address(), name, settings, paired, replaces);
                    yield OnDesk.tell(console, "Set up", desk.add(wish, DeskWork.OPERATOR));
                }
            };
        });
    }
}
