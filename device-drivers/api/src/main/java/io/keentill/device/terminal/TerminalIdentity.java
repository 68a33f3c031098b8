package io.keentill.device.terminal;

import org.jspecify.annotations.Nullable;

/**
 * What a terminal says of itself.
 *
 * @param terminalId TID under which the acquirer knows it
 * @param serialNumber of the hardware
 * @param model maker and model
 * @param software name and version of its payment software
 */
public record TerminalIdentity(
        @Nullable String terminalId,
        @Nullable String serialNumber,
        @Nullable String model,
        @Nullable String software) {

    /** Said nothing. */
    public static final TerminalIdentity NONE = new TerminalIdentity(null, null, null, null);
}
