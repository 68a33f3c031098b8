package io.keentill.launcher.terminals;

import io.keentill.engine.install.KnownTerminal;
import io.keentill.launcher.command.DataOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code till terminals list}. */
@Command(name = "list", description = "Lists the terminals that this till was set up with.")
final class ListCommand implements Callable<Integer> {

    @Mixin
    private DataOptions options = new DataOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return OnDesk.run(options, spec, (till, console) -> {
            List<KnownTerminal> known = till.install().terminals().known();
            known.forEach(t -> console.say((t.inUse() ? "* " : "  ") + t.name() + "  " + t.key()
                    + (t.serial() == null ? "" : "  serial number " + t.serial())));
            if (known.isEmpty()) {
                console.say("No terminal is set up. Find one with till terminals find and set it up with add.");
            }
            console.result(Map.of("terminals", known.stream().map(OnDesk::json).toList()));
            return 0;
        });
    }
}
