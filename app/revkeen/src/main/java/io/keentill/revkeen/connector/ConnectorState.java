package io.keentill.revkeen.connector;

import java.time.Duration;

/** Where a connector channel stands. */
public sealed interface ConnectorState {

    /** Not started. */
    record Idle() implements ConnectorState {}

    /** On its way to a connection or to the server's welcome. */
    record Connecting() implements ConnectorState {}

    /** Welcomed: messages flow. {@code deviceId} is the device RevKeen keeps for this connector. */
    record Online(String deviceId) implements ConnectorState {}

    /** Without connection; tries again after this time. */
    record Waiting(Duration retryIn, String reason) implements ConnectorState {}

    /** The server has no such channel (404). The till works without; asked again after this time. */
    record NotOffered(Duration retryIn) implements ConnectorState {}

    /** The key may not use the channel (401, 403). Asked again after this time. */
    record Refused(int status, Duration retryIn) implements ConnectorState {}

    /** Closed for good. */
    record Closed() implements ConnectorState {}
}
