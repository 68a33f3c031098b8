package io.keentill.device.links;

/** What USB calls can fail with, as far as it changes what is said or done. */
enum UsbError {
    /** The user may not use the device. */
    ACCESS,
    /** It is not plugged in any more. */
    GONE,
    /** Another program, or another link of ours, has claimed the interface. */
    BUSY,
    /** It took or gave nothing in time. */
    TIMEOUT,
    /** It refuses the endpoint until that is cleared. */
    STALL,
    /** The system's own driver does not let it go. */
    NOT_SUPPORTED,
    /** Anything else. */
    OTHER
}
