package io.keentill.engine.sync;

/** Under which device RevKeen knows this till's terminal, as told by the connector channel. */
interface DeviceIdentity {

    /** Where the device id is kept. */
    String SETTING = "revkeen.device_id";

    /** Whether the channel is up: a command for this terminal would arrive here. */
    boolean linked();

    /** Whether this RevKeen has no such channel at all. */
    boolean notOffered();

    /**
     * Sends again what came of the command for this terminal payment.
     *
     * @return false if no such command is in hand: it never came, or came to a till that has died since
     */
    boolean answerAgain(String paymentId);
}
