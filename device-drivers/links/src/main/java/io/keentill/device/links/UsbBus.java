package io.keentill.device.links;

import io.keentill.device.link.LinkException;
import java.util.List;

/** The USB devices of this computer, for one link: what lies between the link and the system. */
interface UsbBus extends AutoCloseable {

    /**
     * The devices of this kind that are plugged in now.
     *
     * @param vendor 0 to 0xFFFF
     * @param product 0 to 0xFFFF
     */
    List<UsbDevice> devices(int vendor, int product) throws UsbException;

    /** All devices that are plugged in now. */
    List<UsbDevice> devices() throws UsbException;

    /** Opens {@code device}, one of those this bus told of last, and claims the interface of {@code pipes}. */
    UsbChannel open(UsbDevice device, UsbPipes pipes) throws UsbException;

    /** Lets go of the system; channels must be closed before. */
    @Override
    void close();

    /** Reaches the system. */
    @FunctionalInterface
    interface Source {
        /**
         * A bus of the caller's own.
         *
         * @throws LinkException if USB cannot be used on this computer, with what to install or do
         */
        UsbBus open() throws LinkException;
    }
}
