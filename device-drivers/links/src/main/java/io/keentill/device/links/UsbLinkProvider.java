package io.keentill.device.links;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.link.LinkProvider;
import io.keentill.domain.text.Sentence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Opens {@code usb:vendor:product[:serial]} links over the bulk endpoints of a USB device, named by what it is, so that it
 * is found in whichever socket it is plugged. Options: {@code interface}, {@code out} and {@code in}; without them the
 * first interface with bulk endpoints in both directions is used. The system library libusb-1.0 is loaded when the first
 * such link is opened, and not before.
 */
public final class UsbLinkProvider implements LinkProvider {

    private final UsbBus.Source system;
    private final String osName;

    /** For {@link java.util.ServiceLoader}. */
    public UsbLinkProvider() {
        this(LibUsbBus::start, System.getProperty("os.name", ""));
    }

    UsbLinkProvider(UsbBus.Source system, String osName) {
        this.system = system;
        this.osName = osName;
    }

    @Override
    public String kind() {
        return "usb";
    }

    /**
     * {@inheritDoc} A driver of the system that holds the interface, such as usblp, is put aside and comes back after.
     *
     * @throws LinkException if an option is wrong, libusb-1.0 is missing, the device is not plugged in, is in use, may not
     *     be used, or does not open within {@code within}
     */
    @Override
    public Link open(LinkAddress address, Duration within) throws LinkException {
        UsbAddress wanted = UsbAddress.of(address);
        Deadline deadline = Deadline.in(within);
        CompletableFuture<Link> opening = new CompletableFuture<>();
        // On a thread of its own, because the calls to the system have no bound of ours.
        Thread.ofPlatform().daemon().name("usb open " + address.where()).start(() -> {
            try {
                Link link = openNow(address, wanted);
                if (!opening.complete(link)) {
                    link.close();
                }
            } catch (LinkException | RuntimeException | Error e) {
                opening.completeExceptionally(e);
            }
        });
        return await(opening, address, Math.max(1, deadline.millisLeft()));
    }

    private Link await(CompletableFuture<Link> opening, LinkAddress address, long millis) throws LinkException {
        try {
            return opening.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            opening.cancel(false);
            throw new LinkException(
                    Sentence.of(
                            "link.the-usb-device-does-not-open",
                            "The USB device {0} does not open since {1} ms. Unplug it, plug it in again, and check its"
                                    + " power",
                            address.where(),
                            millis),
                    e);
        } catch (InterruptedException e) {
            opening.cancel(false);
            Thread.currentThread().interrupt();
            throw new LinkException(
                    Sentence.of(
                            "link.opening-the-usb-device-was",
                            "Opening the USB device {0} was interrupted",
                            address.where()),
                    e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LinkException link) {
                throw link;
            }
            throw new IllegalStateException("The USB library failed on " + address.where(), e.getCause());
        }
    }

    private Link openNow(LinkAddress address, UsbAddress wanted) throws LinkException {
        UsbBus bus = system.open();
        Link link = null;
        try {
            UsbDevice device = find(bus, wanted, address.where());
            UsbPipes pipes = UsbPipes.choose(wanted, address.where(), device.pipes());
            link = UsbLink.start(address, bus, bus.open(device, pipes));
            return link;
        } catch (UsbException e) {
            throw UsbFailure.opening(address.where(), e.error(), osName, e);
        } finally {
            if (link == null) {
                bus.close();
            }
        }
    }

    private UsbDevice find(UsbBus bus, UsbAddress wanted, String name) throws LinkException, UsbException {
        List<UsbDevice> alike = bus.devices(wanted.vendor(), wanted.product());
        List<UsbDevice> meant = alike.stream()
                .filter(device -> wanted.serial().isEmpty() || wanted.serial().equals(device.serial()))
                .toList();
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        if (meant.size() > 1) {
            throw UsbFailure.several(name, meant);
        }
        // One that may not be asked for its serial number may be the one that is meant.
        Optional<UsbError> barred =
                alike.stream().flatMap(device -> device.barred().stream()).findFirst();
        throw barred.isPresent()
                ? new LinkException(UsbFailure.openingWords(name, barred.get(), osName))
                : UsbFailure.notPlugged(name);
    }
}
