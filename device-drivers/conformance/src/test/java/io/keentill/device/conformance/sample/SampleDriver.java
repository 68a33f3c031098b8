package io.keentill.device.conformance.sample;

import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import java.util.Set;

/** The example of docs/drivers.md: terminals that speak one line of text at a time. */
final class SampleDriver implements TerminalDriver {

    @Override
    public int contractVersion() {
        return 1;
    }

    @Override
    public String family() {
        return "sample";
    }

    @Override
    public String displayName() {
        return "Sample (lines of text)";
    }

    @Override
    public Set<String> links() {
        return Set.of("memory");
    }

    @Override
    public PaymentTerminal open(TerminalAddress address, Context context) {
        return new SampleTerminal(address.link(), context);
    }
}
