package io.keentill.device.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.link.LinkProvider;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class UsbLinkProviderTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final FakeUsb usb = new FakeUsb();
    private final UsbLinkProvider provider = new UsbLinkProvider(usb, "Linux");

    @Test
    void isFoundAsAService() {
        assertThat(UsbLinkProvider.class.getModule().getDescriptor().provides()).anySatisfy(provided -> {
            assertThat(provided.service()).isEqualTo(LinkProvider.class.getName());
            assertThat(provided.providers()).contains(UsbLinkProvider.class.getName());
        });
        assertThat(new UsbLinkProvider().kind()).isEqualTo("usb");
    }

    @Test
    void findsTheOneOfSeveralByItsSerialNumberWhereverItIs() throws Exception {
        usb.plugged.add(FakeUsb.device("bus 1 device 2", "A1"));
        usb.plugged.add(FakeUsb.device("bus 1 device 9", "B2"));
        refuses("usb:04b8:0202", "several", "bus 1 device 2 (serial A1), bus 1 device 9 (serial B2)", "serial number");
        refuses("usb:04b8:0202:C3", "04b8:0202:C3 is not plugged in");
        refuses("usb:04B8:0203", "04B8:0203 is not plugged in");
        open("usb:04b8:0202:B2").close();
        usb.plugged.removeLast();
        refuses("usb:04b8:0202:B2", "not plugged in");
        usb.plugged.add(FakeUsb.device("bus 3 device 1", "B2"));
        open("usb:04b8:0202:B2").close();
        assertThat(usb.busesOpen).hasValue(0);
    }

    @Test
    void saysThatADeviceMayNotBeAskedInsteadOfThatItIsMissing() {
        usb.plugged.add(FakeUsb.device(
                "bus 1 device 2", Optional.empty(), Optional.of(UsbError.ACCESS), List.of(FakeUsb.PIPES)));
        refuses("usb:04b8:0202:A1", "may not use", "udev");
    }

    @Test
    void takesTheInterfaceAndEndpointsThatAreAskedFor() throws Exception {
        UsbPipes second = new UsbPipes(1, 0, 0x03, 0x84);
        usb.plugged.add(
                FakeUsb.device("bus 1 device 2", Optional.empty(), Optional.empty(), List.of(FakeUsb.PIPES, second)));
        open("usb:04b8:0202").close();
        assertThat(usb.channel.pipes).isEqualTo(FakeUsb.PIPES);
        open("usb:04b8:0202?interface=1").close();
        assertThat(usb.channel.pipes).isEqualTo(second);
        open("usb:04b8:0202?out=03&in=0x84").close();
        assertThat(usb.channel.pipes).isEqualTo(second);
        refuses("usb:04b8:0202?out=01&in=84", "It offers interface=0&out=01&in=82, interface=1&out=03&in=84");
    }

    @Test
    void saysThatADeviceHasNoBulkEndpoints() {
        usb.plugged.add(FakeUsb.device("bus 1 device 2", Optional.empty(), Optional.empty(), List.of()));
        refuses("usb:04b8:0202", "has no bulk endpoints in both directions");
    }

    @ParameterizedTest
    @CsvSource({
        "usb:4b8:0202, names no USB device",
        "usb:04b8, names no USB device",
        "usb:04b8:0202:, names no USB device",
        "usb:04b8:0202?baud=9600, knows only in",
        "usb:04b8:0202?interface=x, write its number",
        "usb:04b8:0202?out=81, from 01 to 0f",
        "usb:04b8:0202?in=02, from 81 to 8f"
    })
    void refusesAnAddressThatIsWrong(String address, String words) {
        refuses(address, words);
        assertThat(usb.busesOpen).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource(UsbError.class)
    void aFailureToOpenNamesTheDeviceAndGivesEverythingBack(UsbError error) {
        usb.plugged.add(FakeUsb.device("bus 1 device 2", "A1"));
        usb.openingFails = error;
        refuses("usb:04b8:0202", "04b8:0202");
        assertThat(usb.busesOpen).hasValue(0);
    }

    @Test
    void anOpeningThatHangsEndsInTimeAndWhatComesLateIsClosed() throws Exception {
        usb.plugged.add(FakeUsb.device("bus 1 device 2", "A1"));
        CountDownLatch hang = new CountDownLatch(1);
        usb.openingWaits = hang;
        assertThatThrownBy(() -> provider.open(LinkAddress.parse("usb:04b8:0202"), Duration.ofMillis(100)))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("does not open");
        hang.countDown();
        long end = System.nanoTime() + SOON.toNanos();
        // It may not even have begun when its caller gave it up.
        while ((usb.channel == null || usb.busesOpen.get() != 0) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(usb.busesOpen).hasValue(0);
        assertThat(usb.channel.closedSoon()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Linux, sudo apt install libusb-1.0-0", "Mac OS X, brew install libusb", "Windows 11, libusb-1.0.dll"})
    void aMissingLibrarySaysWhatToInstall(String os, String words) {
        assertThatThrownBy(() -> LibUsb.find(List.of("libkeentill-no-such-library.so"), os))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("not on this computer")
                .hasMessageContaining(words);
        assertThat(LibUsb.names(os)).isNotEmpty();
    }

    @Test
    void aLibraryWithoutItsFunctionsIsNotTakenForOurs() {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                System.getProperty("os.name").startsWith("Linux"), "looks for a library of Linux");
        assertThatThrownBy(() -> LibUsb.find(List.of("libc.so.6"), "Linux"))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("too old");
    }

    @Test
    void theSystemIsAskedOrItsAbsenceSaid() {
        // No such product exists; the message depends on what this computer has, an exception of another kind is a
        // fault.
        ThrowingCallable opening = () -> new UsbLinkProvider().open(LinkAddress.parse("usb:fffe:fffd"), SOON);
        assertThatThrownBy(opening)
                .isInstanceOf(LinkException.class)
                .message()
                .containsAnyOf("not plugged in", "not on this computer", "no access to USB");
    }

    private Link open(String address) throws LinkException {
        return provider.open(LinkAddress.parse(address), SOON);
    }

    private void refuses(String address, String... words) {
        assertThatThrownBy(() -> open(address).close())
                .isInstanceOf(LinkException.class)
                .hasMessageContainingAll(words);
    }
}
