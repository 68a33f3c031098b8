package io.keentill.device.poslink.emulator;

import io.keentill.device.conformance.fuzz.FuzzTarget;
import io.keentill.device.emulation.EmulatedTerminal;
import io.keentill.device.poslink.codec.Message;
import io.keentill.device.poslink.kit.Bench;
import java.util.Optional;

/** What the emulated terminal answers to any message but a payment, and what it checks in a payment. */
public final class EmulatorFuzzTarget implements FuzzTarget {

    private final Desk desk = new Desk(new EmulatedTerminal(Bench.profile()), Bench.traits());

    @Override
    public int take(byte[] input) {
        Optional<Message> message = Message.parse(input);
        if (message.isEmpty()) {
            return -1;
        }
        String checked = Checks.command(message.get())
                .or(() -> Checks.payment(message.get()))
                .orElse("");
        String answered =
                desk.answer(message.get()).map(it -> it.text(1) + it.text(3)).orElse("");
        return checked.hashCode() * 31 + answered.hashCode();
    }
}
