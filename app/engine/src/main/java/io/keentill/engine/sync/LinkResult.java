package io.keentill.engine.sync;

import io.keentill.domain.text.Sentence;

/** How linking this till to RevKeen as a connector went. */
public sealed interface LinkResult {

    /** Linked; RevKeen keeps it as this device. */
    record Linked(String deviceId) implements LinkResult {}

    /** Not linked, and connected as before; the message says why and what to do. */
    record NotLinked(Sentence message) implements LinkResult {}
}
