package io.keentill.sandbox.terminal;

import tools.jackson.databind.node.ObjectNode;

/** The way to a device's connector. */
@FunctionalInterface
public interface CommandChannel {
    /** Sends a frame if the connector is there; if not, it hears of it when it comes back. */
    void send(String deviceId, ObjectNode frame);
}
