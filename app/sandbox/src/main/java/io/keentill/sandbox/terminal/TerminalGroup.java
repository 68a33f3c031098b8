package io.keentill.sandbox.terminal;

import io.keentill.sandbox.api.Controls;
import io.keentill.sandbox.api.Endpoint;
import io.keentill.sandbox.api.Group;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Work;
import java.util.List;

/** Terminal devices and payments, and the time that a payment may take (API reference B.2, B.3, D). */
public record TerminalGroup(CommandChannel channel) implements Group {
    @Override
    public List<Resource> resources() {
        return List.of(Devices.devices(), TerminalPayments.payments(channel));
    }

    @Override
    public List<Endpoint> controls() {
        return List.of(
                Controls.control("POST", "/linking-codes", Shape.EMPTY, Linking::make),
                Controls.control("POST", "/devices", Simulated.input(), Simulated::make),
                Controls.control("POST", "/devices/{id}", Simulated.otherWay(), Simulated::change));
    }

    @Override
    public void tick(Work work) {
        Simulated.tick(work, TerminalPayments::open);
        TerminalPayments.timeOut(work);
    }
}
