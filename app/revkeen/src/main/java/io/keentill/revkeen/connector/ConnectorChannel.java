package io.keentill.revkeen.connector;

/**
 * The till's side of the connector channel. RevKeen publishes none: this one is Keentill's own ({@code
 * docs/connector-channel.md}), behind this interface so that a published one can take its place.
 */
public interface ConnectorChannel extends AutoCloseable {

    /** Connects and stays connected until closed. A second call does nothing. Returns at once. */
    void start();

    /**
     * Hands a message to the open connection; returns at once.
     *
     * @return false when there is no welcomed connection: keep the message and send it after the next {@link
     *     ConnectorState.Online}. True does not mean that it arrived; only {@link FromServer.Settled} says that of an
     *     outcome.
     */
    boolean send(ToServer message);

    /** Where it stands. */
    ConnectorState state();

    /** Says goodbye and stops for good; the listener hears {@link ConnectorState.Closed} and then nothing more. */
    @Override
    void close();
}
