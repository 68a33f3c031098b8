package io.keentill.device.example;

import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import java.util.Set;

/** Terminals that speak lines of text: {@code example:tcp:HOST:PORT} or {@code example:serial:PATH}. */
public final class ExampleDriver implements TerminalDriver {

    @Override
    public int contractVersion() {
        return 1;
    }

    @Override
    public String family() {
        return "example";
    }

    @Override
    public String displayName() {
        return "Example (lines of text)";
    }

    @Override
    public Set<String> links() {
        return Set.of("tcp", "serial");
    }

    @Override
    public PaymentTerminal open(TerminalAddress address, Context context) {
        return new ExampleTerminal(address.link(), context.links());
    }
}
