package io.keentill.launcher.terminals;

import io.keentill.device.link.LinkException;
import io.keentill.device.links.SerialPortInfo;
import io.keentill.device.links.SerialPorts;
import io.keentill.device.links.UsbDeviceInfo;
import io.keentill.device.links.UsbDevices;
import io.keentill.domain.text.Sentence;
import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import io.keentill.launcher.command.DataOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code till terminals ports}. */
@Command(
        name = "ports",
        description = "Lists the serial ports of this machine and the USB devices that a raw link can be had with.")
final class PortsCommand implements Callable<Integer> {

    @Mixin
    private DataOptions options = new DataOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Console console = options.console(spec);
        List<SerialPortInfo> ports;
        try {
            ports = SerialPorts.list();
        } catch (LinkException e) {
            throw Problem.because(e);
        }
        if (ports.isEmpty()) {
            console.say("No serial ports. Plug the terminal's cable in; on Linux look at dmesg for what it became.");
        }
        for (SerialPortInfo port : ports) {
            console.say("serial:" + port.path() + "  " + port.description()
                    + (port.vendorId().isEmpty() ? "" : "  USB " + usb(port)));
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ports", ports.stream().map(PortsCommand::json).toList());
        rawUsb(console, result);
        console.result(result);
        return 0;
    }

    /** Where raw USB cannot be used, the serial ports are told all the same. */
    private static void rawUsb(Console console, Map<String, Object> result) {
        try {
            List<UsbDeviceInfo> devices = UsbDevices.list();
            for (UsbDeviceInfo device : devices) {
                console.say(device.link() + "  " + device.name().orElse("USB device") + "  " + device.place()
                        + device.hindrance().map(why -> "  " + why).orElse(""));
            }
            result.put("usb", devices.stream().map(PortsCommand::json).toList());
        } catch (LinkException e) {
            console.say(String.valueOf(e.getMessage()));
            result.put("usb", List.of());
            result.put("usb_message", String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, @Nullable Object> json(UsbDeviceInfo device) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("link", device.link());
        map.put("name", device.name().orElse(null));
        map.put("place", device.place().toString());
        map.put("endpoints", device.pipes());
        map.put("message", device.hindrance().map(Sentence::toString).orElse(null));
        return map;
    }

    private static Map<String, @Nullable Object> json(SerialPortInfo port) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("link", "serial:" + port.path());
        map.put("description", port.description());
        map.put("usb", port.vendorId().isEmpty() ? null : usb(port));
        map.put("serial_number", port.serialNumber().orElse(null));
        map.put("manufacturer", port.manufacturer().orElse(null));
        return map;
    }

    private static String usb(SerialPortInfo port) {
        return hex(port.vendorId()) + ":" + hex(port.productId())
                + port.serialNumber().map(n -> ":" + n).orElse("");
    }

    private static String hex(OptionalInt id) {
        return "%04x".formatted(id.orElse(0));
    }
}
