package io.keentill.sandbox.terminal;

/** What a connector's connection was let in with. */
public sealed interface Admission {
    /** A merchant's key with the terminal scopes: it speaks for any connector of the merchant. */
    record Merchant() implements Admission {}

    /** A connector's own token: it speaks for its device only. */
    record Linked(String deviceId) implements Admission {}

    /** A linking code, which its hello uses up. */
    record Code(String text) implements Admission {}
}
