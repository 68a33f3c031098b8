package io.keentill.engine.install;

import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.engine.TillParts;
import io.keentill.engine.payment.TerminalSession;
import io.keentill.engine.payment.Terminals;
import io.keentill.engine.setup.Secrets;
import io.keentill.engine.setup.TerminalSecrets;

/** Opens terminals for this till, each with the frames kept under its own address. */
public final class TerminalRoom {

    private final TillParts parts;
    private final TerminalSecrets secrets;
    private final Frames frames;

    /** With the drivers and links of {@code parts}; what pairing agrees on is kept in {@code secrets}. */
    public TerminalRoom(TillParts parts, Secrets secrets) {
        this.parts = parts;
        this.secrets = new TerminalSecrets(secrets);
        this.frames = new Frames(parts.clock(), parts.trace());
    }

    /**
     * A session with the terminal at {@code address}; nothing is opened yet.
     *
     * @throws IllegalArgumentException if no driver knows the family or the address is wrong; the message is for people
     */
    public TerminalSession open(String address) {
        String key = TerminalAddress.parse(address).toString();
        TerminalDriver.Context context =
                new TerminalDriver.Context(parts.links(), parts.clock(), frames.of(key), secrets);
        return new Terminals(parts.drivers(), context).open(address);
    }

    /** What goes over their lines. */
    public Frames frames() {
        return frames;
    }
}
