package io.keentill.bench;

import io.keentill.device.link.Link;

/** Terminals that take no time, for measurements above the driver. */
public final class InstantTerminal {

    private InstantTerminal() {}

    /** A link to one that speaks ZVT and approves 10.00 euro. */
    public static Link zvt() {
        return new InstantZvt();
    }
}
