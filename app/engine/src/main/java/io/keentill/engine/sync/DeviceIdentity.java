package io.keentill.engine.sync;

/** Under which device RevKeen knows this till's terminal, as told by the connector channel. */
interface DeviceIdentity {

    /** Where the device id is kept. */
    String SETTING = "revkeen.device_id";

    /** Whether the channel is up: a command for this terminal would arrive here. */
    boolean linked();

    /** Whether this RevKeen has no such channel at all. */
    boolean notOffered();
}
