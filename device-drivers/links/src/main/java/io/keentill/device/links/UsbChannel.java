package io.keentill.device.links;

/** A claimed interface of an open device. One thread reads and then closes, another may write or end the reading. */
interface UsbChannel {

    /** What {@link #read} returns after {@link #endReading}. */
    int ENDED = -1;

    /**
     * Waits, without a bound, for one transfer from the device.
     *
     * @param into takes the transfer; its length is a multiple of the endpoint's packet size
     * @return how many bytes came, 0 for an empty transfer, or {@link #ENDED}
     * @throws UsbException {@link UsbError#GONE} at once when the device is unplugged
     */
    int read(byte[] into) throws UsbException;

    /** Ends a read that waits, and all later ones. From any thread, also after closing. */
    void endReading();

    /** Makes the device's refused IN endpoint usable again. */
    void clearStall() throws UsbException;

    /**
     * Sends all of {@code bytes} from {@code from} on, {@code count} of them.
     *
     * @param millis how long the device may take, above 0
     * @throws UsbException {@link UsbError#TIMEOUT} if it did not take all in time; some may have left
     */
    void write(byte[] bytes, int from, int count, int millis) throws UsbException;

    /** Gives the interface back, after a write in progress has ended. By the thread that reads. */
    void close();
}
