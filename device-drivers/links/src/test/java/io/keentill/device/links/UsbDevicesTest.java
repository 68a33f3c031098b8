package io.keentill.device.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.device.link.LinkException;
import io.keentill.domain.text.Sentence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is listed of the USB devices of a computer, in memory. */
class UsbDevicesTest {

    private final FakeUsb usb = new FakeUsb();

    @Test
    void listsWhatALinkCanBeHadWithUnderItsAddress() throws Exception {
        usb.plugged.add(FakeUsb.device("bus 1 device 9", "B2"));
        usb.plugged.add(FakeUsb.device("bus 1 device 2", "A1"));
        usb.plugged.add(new UsbDevice(
                0x046d,
                0xc31c,
                Optional.of("Keyboard"),
                Sentence.quoted("bus 1 device 3"),
                Optional.empty(),
                Optional.empty(),
                List.of()));
        usb.plugged.add(FakeUsb.device(
                "bus 2 device 1", Optional.empty(), Optional.of(UsbError.ACCESS), List.of(FakeUsb.PIPES)));
        List<UsbDeviceInfo> listed = UsbDevices.list(usb, "Linux");
        assertThat(listed)
                .extracting(UsbDeviceInfo::link)
                .containsExactly("usb:04b8:0202", "usb:04b8:0202:A1", "usb:04b8:0202:B2");
        assertThat(listed.getFirst().hindrance())
                .hasValueSatisfying(why -> assertThat(why).contains("04b8:0202").contains("udev"));
        assertThat(listed.getLast().name()).contains("EPSON TM-T20");
        assertThat(listed.getLast().pipes()).containsExactly("interface=0&out=01&in=82");
        assertThat(listed.getLast().hindrance()).isEmpty();
        assertThat(usb.busesOpen).hasValue(0);
    }

    @Test
    void saysWhatToInstallWhereTheLibraryIsMissing() {
        UsbBus.Source none = () -> {
            throw new LinkException(UsbFailure.noLibrary("Linux"));
        };
        assertThatThrownBy(() -> UsbDevices.list(none, "Linux"))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("libusb");
    }
}
