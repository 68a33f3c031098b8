package io.keentill.revkeen.connector;

/** Hears the channel, one call at a time and in order, on a thread of the channel's own. May block, which delays what follows. */
public interface ConnectorListener {

    /** The state changed. On {@link ConnectorState.Online} send again what is not settled. */
    void stateChanged(ConnectorState state);

    /** A message came. */
    void received(FromServer message);

    /** A frame came that is no message of this channel; it was dropped. {@code why} never holds its content. */
    default void ignored(String why) {}
}
