package io.keentill.device.terminal;

/** How pairing went. */
public sealed interface Pairing {

    /** Paired, and what is needed from now on is kept in the {@link io.keentill.device.link.SecretStore}. */
    record Paired(TerminalIdentity identity) implements Pairing {}

    /** Not paired; {@code message} says why and what to do. Whatever was paired before still is. */
    record NotPaired(String message) implements Pairing {}
}
