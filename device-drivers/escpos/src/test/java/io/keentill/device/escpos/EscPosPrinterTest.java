package io.keentill.device.escpos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.device.escpos.paper.EscPosEmulator;
import io.keentill.device.escpos.paper.EscPosEmulator.Mood;
import io.keentill.device.link.LinkException;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.printer.PrintResult;
import io.keentill.device.printer.PrintResult.NotPrinted;
import io.keentill.device.printer.PrintResult.Printed;
import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.receipt.ReceiptElement.Align;
import io.keentill.domain.receipt.ReceiptElement.Text;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscPosPrinterTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final PrinterModel MODEL = PrinterModel.EPSON_80;
    private static final PrinterDeadlines SHORT = new PrinterDeadlines(
            Duration.ofMillis(500), Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofMillis(300));
    /** For printers that do their part, however busy their machine is: nothing is waited for but an answer of a silent one. */
    private static final PrinterDeadlines PATIENT =
            new PrinterDeadlines(SOON, Duration.ofMillis(100), SOON, Duration.ofSeconds(30));

    /** For one whose answer counts: it would be printed to if that came too late. */
    private static final PrinterDeadlines CURIOUS = new PrinterDeadlines(SOON, SOON, SOON, Duration.ofSeconds(30));

    /** For one that is there and then takes nothing. */
    private static final PrinterDeadlines REACHED =
            new PrinterDeadlines(SOON, Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofMillis(300));

    private static final Receipt RECEIPT =
            new Receipt("t", List.of(new Text("Hello, it is £1", Align.LEFT, false, false)));
    private static final byte[] JOB = new EscPosEncoder(MODEL).encode(RECEIPT);

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"READY", "SILENT", "CHATTY"})
    void everyWorkingPrinterGetsTheWholeJob(Mood mood) throws InterruptedException {
        try (EscPosEmulator emulator = EscPosEmulator.start(mood);
                EscPosPrinter printer = EscPosPrinter.at(emulator.address(), MODEL, PATIENT)) {
            assertThat(printer.print(RECEIPT)).isEqualTo(new Printed());
            assertThat(emulator.takeJob(SOON)).isEqualTo(JOB);
            assertThat(printer.openDrawer()).isEqualTo(new Printed());
            assertThat(emulator.takeJob(SOON)).containsExactly(0x1B, 0x70, 0x00, 0x19, 0xFA);
        }
    }

    private static EscPosPrinter overALink(LinkOpener links) {
        return EscPosPrinter.at("usb:04b8:0202?interface=0", MODEL, SHORT, links);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"READY", "SILENT", "CHATTY"})
    void aPrinterBehindALinkGetsTheWholeJobAndTheLinkBack(Mood mood) {
        PaperLink link = new PaperLink(mood);
        try (EscPosPrinter printer = overALink(link)) {
            assertThat(printer.print(RECEIPT)).isEqualTo(new Printed());
            assertThat(link.job()).isEqualTo(JOB);
            assertThat(link.opened.getLast().toString()).isEqualTo("usb:04b8:0202");
            assertThat(printer.openDrawer()).isEqualTo(new Printed());
            assertThat(link.opened).hasSize(2);
            assertThat(link.open).isZero();
        }
    }

    @Test
    void aPrinterBehindALinkSaysWhatIsWrongInWords() {
        PaperLink link = new PaperLink(Mood.COVER_OPEN);
        try (EscPosPrinter printer = overALink(link)) {
            assertThat(message(printer.print(RECEIPT))).contains("cover is open");
            assertThat(link.job()).isEmpty();
            link.breaks = true;
            assertThat(message(printer.print(RECEIPT)))
                    .contains("did not take the whole job")
                    .contains("paper");
            assertThat(link.open).isZero();
        }
        try (EscPosPrinter printer = overALink((address, within) -> {
            throw new LinkException("The USB device 04b8:0202 is not plugged in. Check its cable and its power");
        })) {
            assertThat(message(printer.print(RECEIPT)))
                    .contains("not plugged in")
                    .contains("print again");
        }
    }

    /** Lingering for no time sends at once the reset that the system sends for unread bytes a moment after the close. */
    @Test
    void aClientThatLeavesStatusBytesUnreadLosesItsJob() throws Exception {
        try (EscPosEmulator emulator = EscPosEmulator.start(Mood.CHATTY)) {
            Socket careless = new Socket(InetAddress.getLoopbackAddress(), port(emulator.address()));
            careless.setSoLinger(true, 0);
            careless.getOutputStream().write(JOB);
            awaitUnread(careless.getInputStream());
            careless.close();
            assertThat(emulator.takeJob(Duration.ofMillis(300))).isNull();
        }
    }

    @Test
    void anOpenCoverAndMissingPaperAreSaidInWordsAndNothingIsSent() throws InterruptedException {
        try (EscPosEmulator emulator = EscPosEmulator.start(Mood.COVER_OPEN);
                EscPosPrinter printer = EscPosPrinter.at(emulator.address(), MODEL, CURIOUS)) {
            assertThat(message(printer.print(RECEIPT))).contains("cover is open");
            emulator.become(Mood.NO_PAPER);
            assertThat(message(printer.print(RECEIPT))).contains("out of paper").contains("new roll");
            assertThat(emulator.jobs()).isEmpty();
            emulator.become(Mood.READY);
            assertThat(printer.print(RECEIPT)).isEqualTo(new Printed());
            assertThat(emulator.takeJob(SOON)).isEqualTo(JOB);
        }
    }

    @Test
    void anUnreachablePrinterIsSaidInWords() throws IOException {
        // Held all the time, so that nobody else begins to listen there.
        try (Socket held = bound();
                EscPosPrinter printer = EscPosPrinter.at("tcp:127.0.0.1:" + held.getLocalPort(), MODEL, SHORT)) {
            assertThat(message(printer.print(RECEIPT)))
                    .contains("cannot be reached")
                    .contains("switched on");
        }
        try (EscPosPrinter printer = EscPosPrinter.at("tcp:no-such-printer.invalid", MODEL, SHORT)) {
            assertThat(message(printer.print(RECEIPT))).contains("no printer called");
        }
    }

    private static Socket bound() throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return socket;
    }

    @Test
    void aPrinterThatTakesNothingDoesNotHoldTheTillForEver() throws IOException {
        Receipt endless =
                new Receipt("t", Collections.nCopies(300_000, new Text("x".repeat(48), Align.LEFT, false, false)));
        try (ServerSocket stuck = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                EscPosPrinter printer = EscPosPrinter.at("tcp:127.0.0.1:" + stuck.getLocalPort(), MODEL, REACHED)) {
            assertThat(message(printer.print(endless))).contains("did not take the whole job");
        }
    }

    @Test
    void aFileIsAppendedToOrReplaced(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("paper.bin");
        try (EscPosPrinter printer = EscPosPrinter.at("file:" + file, MODEL)) {
            assertThat(printer.print(RECEIPT)).isEqualTo(new Printed());
            assertThat(printer.print(RECEIPT)).isEqualTo(new Printed());
        }
        assertThat(file).hasSize(2L * JOB.length);
        try (EscPosPrinter printer = EscPosPrinter.at("file:" + file + "?mode=replace", MODEL)) {
            assertThat(printer.print(RECEIPT)).isEqualTo(new Printed());
        }
        assertThat(file).hasBinaryContent(JOB);
    }

    @Test
    void aMissingFolderOrDeviceIsSaidInWords(@TempDir Path folder) {
        try (EscPosPrinter printer = EscPosPrinter.at("file:" + folder.resolve("no/paper.bin"), MODEL)) {
            assertThat(message(printer.print(RECEIPT))).contains("no folder");
        }
        try (EscPosPrinter printer = EscPosPrinter.at("file:/dev/keentill-no-such-printer", MODEL)) {
            assertThat(message(printer.print(RECEIPT))).contains("no printer at");
        }
    }

    @Test
    void aDeviceThatBlocksIsGivenUp(@TempDir Path folder) throws Exception {
        Path pipe = folder.resolve("pipe");
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "mkfifo makes the blocking device");
        assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString())
                        .start()
                        .waitFor())
                .isZero();
        try (EscPosPrinter printer = EscPosPrinter.at("file:" + pipe, MODEL, SHORT)) {
            assertThat(message(printer.print(RECEIPT))).contains("takes no data");
        }
        try (InputStream late = Files.newInputStream(pipe)) {
            assertThat(late.readAllBytes()).isEmpty();
        }
    }

    @Test
    void aClosedPrinterRefuses(@TempDir Path folder) {
        EscPosPrinter printer = EscPosPrinter.at("file:" + folder.resolve("p"), MODEL);
        printer.close();
        assertThat(message(printer.print(RECEIPT))).contains("no longer in use");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tcp:", "usb:1", "tcp:host:0", "tcp:host:70000", "tcp:host:x", "file:/p?mode=odd"})
    void aBadAddressIsRefusedWithAHint(String address) {
        assertThatThrownBy(() -> EscPosPrinter.at(address, MODEL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s).*(write |append or replace).*");
    }

    private static String message(PrintResult result) {
        assertThat(result).isInstanceOf(NotPrinted.class);
        return ((NotPrinted) result).message().toString();
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private static void awaitUnread(InputStream in) throws IOException {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (in.available() == 0) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
