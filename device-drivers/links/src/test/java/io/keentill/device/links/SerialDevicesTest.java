package io.keentill.device.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.device.link.LinkException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SerialDevicesTest {

    private final SerialDevices devices = new SerialDevices(() -> List.of(
            port("/dev/ttyS0", OptionalInt.empty(), OptionalInt.empty(), null),
            port("/dev/ttyUSB0", OptionalInt.of(0x0403), OptionalInt.of(0x6001), "A1"),
            port("/dev/ttyUSB1", OptionalInt.of(0x0403), OptionalInt.of(0x6001), "B2"),
            port("/dev/ttyACM0", OptionalInt.of(0x1A86), OptionalInt.of(0x7523), null)));

    private static SerialPortInfo port(String path, OptionalInt vendor, OptionalInt product, String serial) {
        return new SerialPortInfo(path, "a port", vendor, product, Optional.ofNullable(serial), Optional.empty());
    }

    @Test
    void findsADeviceByWhatItIs() throws LinkException {
        assertThat(devices.path("usb:1a86:7523")).isEqualTo("/dev/ttyACM0");
        assertThat(devices.path("usb:0403:6001:B2")).isEqualTo("/dev/ttyUSB1");
        assertThat(devices.path("/dev/ttyS0")).isEqualTo("/dev/ttyS0");
        assertThat(devices.path("COM3")).isEqualTo("COM3");
    }

    @Test
    void saysWhatIsMissingOrUnclear() {
        assertThatThrownBy(() -> devices.path("usb:dead:beef")).hasMessageContaining("not plugged in");
        assertThatThrownBy(() -> devices.path("usb:0403:6001:C3")).hasMessageContaining("not plugged in");
        assertThatThrownBy(() -> devices.path("usb:0403:6001"))
                .hasMessageContaining("several")
                .hasMessageContaining("serial A1");
        assertThatThrownBy(() -> devices.path("usb:403")).hasMessageContaining("usb:vendor:product");
    }
}
