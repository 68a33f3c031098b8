package io.keentill.device.links;

/** A USB call failed; {@link UsbFailure} turns it into words for people. */
final class UsbException extends Exception {

    private static final long serialVersionUID = 1L;

    private final UsbError error;

    /** Says which call failed with which number of the library. */
    UsbException(UsbError error, String call, int code) {
        super(call + " failed with " + code);
        this.error = error;
    }

    /** What failed. */
    UsbError error() {
        return error;
    }
}
