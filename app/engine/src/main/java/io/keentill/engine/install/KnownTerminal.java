package io.keentill.engine.install;

import io.keentill.device.terminal.TerminalAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A terminal that this till was set up with.
 *
 * @param address with its options, as it is opened
 * @param name what the shop calls it
 * @param inUse whether payments go to it
 * @param serial of its hardware, if it said
 * @param model maker and model, if it said
 * @param lastSeen when it answered last; null for never
 */
public record KnownTerminal(
        String address,
        String name,
        boolean inUse,
        @Nullable String serial,
        @Nullable String model,
        @Nullable Instant lastSeen) {

    /** The key under which payments on it are stored: its address without options. */
    public String key() {
        return TerminalAddress.parse(address).toString();
    }

    KnownTerminal named(String other) {
        return new KnownTerminal(address, other, inUse, serial, model, lastSeen);
    }

    KnownTerminal used(boolean now) {
        return new KnownTerminal(address, name, now, serial, model, lastSeen);
    }
}
