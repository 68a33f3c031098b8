package io.keentill.sandbox.terminal;

import io.keentill.sandbox.api.Group;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.data.Work;
import java.util.List;

/** Terminal devices and payments, and the time that a payment may take (API reference B.2, B.3, D). */
public record TerminalGroup(CommandChannel channel) implements Group {
    @Override
    public List<Resource> resources() {
        return List.of(Devices.devices(), TerminalPayments.payments(channel));
    }

    @Override
    public void tick(Work work) {
        TerminalPayments.timeOut(work);
    }
}
