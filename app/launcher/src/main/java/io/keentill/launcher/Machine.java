package io.keentill.launcher;

import io.keentill.device.link.LinkException;
import io.keentill.device.links.SerialPortInfo;
import io.keentill.device.links.SerialPorts;
import io.keentill.device.links.UsbDeviceInfo;
import io.keentill.device.links.UsbDevices;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.install.FoundPort;
import io.keentill.engine.install.NetworkRange;
import io.keentill.engine.install.Surroundings;
import java.net.Inet4Address;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** This machine's plugs and networks. */
public final class Machine implements Surroundings {

    private static final System.Logger LOG = System.getLogger(Machine.class.getName());
    private static final int USUAL_PREFIX = 24;

    @Override
    public Ports serialPorts() {
        try {
            return new Ports(SerialPorts.list().stream().map(Machine::port).toList(), List.of());
        } catch (LinkException e) {
            return new Ports(List.of(), List.of(e.said()));
        }
    }

    private static FoundPort port(SerialPortInfo port) {
        String maker = port.manufacturer().map(m -> ", " + m).orElse("");
        return new FoundPort(
                "serial:" + port.path(),
                Sentence.quoted(port.path() + ", " + port.description() + maker),
                Optional.empty());
    }

    @Override
    public Ports usbDevices() {
        try {
            return new Ports(UsbDevices.list().stream().map(Machine::device).toList(), List.of());
        } catch (LinkException e) {
            return new Ports(List.of(), List.of(e.said()));
        }
    }

    private static FoundPort device(UsbDeviceInfo device) {
        return new FoundPort(
                device.link(),
                Sentence.of(
                        "text.listed",
                        "{0}, {1}",
                        device.name()
                                .map(Sentence::quoted)
                                .orElseGet(() -> Sentence.of("install.usb-device", "USB device")),
                        device.place()),
                device.hindrance());
    }

    @Override
    public List<String> networkHosts() {
        Set<String> hosts = new LinkedHashSet<>();
        try {
            for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
                if (card.isUp() && !card.isLoopback() && !card.isPointToPoint()) {
                    for (InterfaceAddress address : card.getInterfaceAddresses()) {
                        if (address.getAddress() instanceof Inet4Address four && four.isSiteLocalAddress()) {
                            hosts.addAll(NetworkRange.of(four.getHostAddress() + "/" + USUAL_PREFIX));
                        }
                    }
                }
            }
        } catch (SocketException e) {
            // The plugs can be searched all the same, and a network can be named by hand.
            LOG.log(System.Logger.Level.WARNING, "This machine's networks cannot be read: " + e.getMessage());
        }
        return List.copyOf(hosts);
    }
}
