package io.keentill.launcher.terminals;

import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.engine.payment.TerminalSession;
import io.keentill.launcher.Console;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code till terminals status}. */
@Command(name = "status", description = "Asks a terminal whether it can take a payment now, and who it is.")
final class StateCommand implements Callable<Integer> {

    @Mixin
    private TerminalArguments terminal = new TerminalArguments();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Console console = terminal.options().console(spec);
        try (TerminalSession session = terminal.session()) {
            return tell(console, spec, terminal.key(), session, session.status());
        }
    }

    /** Prints how a terminal is and who it is; answers the exit status: 0 only if it takes a payment now. */
    static int tell(Console console, CommandSpec spec, String address, TerminalSession session, TerminalStatus status) {
        boolean ready = status.state() == TerminalStatus.State.READY;
        if (ready) {
            console.say("Ready: " + address + who(status));
        } else {
            String message = status.message().isBlank()
                    ? status.state().name().toLowerCase(Locale.ROOT)
                    : status.message().toString();
            spec.commandLine().getErr().println("till: the terminal is not ready: " + message);
        }
        console.result(json(address, session, status));
        return ready ? 0 : 1;
    }

    private static String who(TerminalStatus status) {
        return part(", ", status.identity().model())
                + part(", serial number ", status.identity().serialNumber())
                + part(", terminal id ", status.terminalId())
                + part(", software ", status.software());
    }

    private static String part(String label, @Nullable String value) {
        return value == null || value.isBlank() ? "" : label + value;
    }

    private static Map<String, @Nullable Object> json(String address, TerminalSession session, TerminalStatus status) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("address", address);
        map.put("state", status.state().name().toLowerCase(Locale.ROOT));
        map.put("message", status.message());
        map.put("terminal_id", status.terminalId());
        map.put("serial_number", status.identity().serialNumber());
        map.put("model", status.identity().model());
        map.put("software", status.software());
        map.put(
                "capabilities",
                session.capabilities().stream()
                        .map(Capability::name)
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList());
        return map;
    }
}
