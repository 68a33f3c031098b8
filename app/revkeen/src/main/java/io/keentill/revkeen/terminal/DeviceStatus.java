package io.keentill.revkeen.terminal;

/** Whether a connector is there (section D.3). */
public enum DeviceStatus {
    ONLINE,
    OFFLINE,
    PAIRING
}
