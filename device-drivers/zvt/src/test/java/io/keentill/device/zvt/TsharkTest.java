package io.keentill.device.zvt;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.terminal.Original;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Settlement;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.device.terminal.TotalsAnswer;
import io.keentill.device.zvt.codec.Command;
import io.keentill.device.zvt.emulator.NextOutcome;
import io.keentill.device.zvt.kit.Bench;
import io.keentill.device.zvt.kit.Recorder;
import io.keentill.device.zvt.kit.Tshark;
import io.keentill.domain.money.Money;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An independent decoder reads what driver and emulator say to each other. */
class TsharkTest {

    @Test
    void ourMessagesDecodeWithoutComplaint(@TempDir Path dir) throws Exception {
        Tshark.assumeInstalled();
        Capture capture = new Capture();
        try (Bench bench = Bench.tcp(Bench.settings())) {
            bench.wrap = link -> new Tap(link, capture);
            everything(bench);
        }
        check(dir, capture);
    }

    @ParameterizedTest
    @ValueSource(strings = {"receipts=till&admin=till", "receipts=till&charset=utf8&completion=rest", "receipts=own"})
    void soDoThoseOfEveryReceiptMode(String options, @TempDir Path dir) throws Exception {
        Tshark.assumeInstalled();
        Capture capture = new Capture();
        try (Bench bench = Bench.tcp(Bench.settings(), options)) {
            bench.wrap = link -> new Tap(link, capture);
            everything(bench);
        }
        check(dir, capture);
    }

    /** Every kind of message that the driver sends. */
    static void everything(Bench bench) {
        Outcome paid = bench.pay(1000, new Recorder());
        assertThat(paid).isInstanceOf(Outcome.Approved.class);
        bench.emulator.next(new NextOutcome.Decline(0x05));
        assertThat(bench.pay(1000, new Recorder())).isInstanceOf(Outcome.Declined.class);
        bench.emulator.next(new NextOutcome.Say("Bitte wählen"));
        assertThat(bench.pay(300, new Recorder())).isInstanceOf(Outcome.Approved.class);
        approved(bench, new TerminalRequest.Reversal("V", Money.of(1000, "EUR"), original((Outcome.Approved) paid)));
        approved(bench, new TerminalRequest.Refund("G", Money.of(100, "EUR")));
        Outcome.Approved held = approved(bench, new TerminalRequest.PreAuthorisation("P", Money.of(500, "EUR")));
        approved(bench, new TerminalRequest.Completion("C", Money.of(400, "EUR"), original(held)));
        Outcome.Approved again = approved(bench, new TerminalRequest.PreAuthorisation("Q", Money.of(500, "EUR")));
        approved(bench, new TerminalRequest.Release("L", Money.of(500, "EUR"), original(again)));
        assertThat(bench.terminal.identify().state()).isEqualTo(TerminalStatus.State.READY);
        bench.terminal.reprintLast();
        assertThat(bench.terminal.totals(Currency.getInstance("EUR"))).isInstanceOf(TotalsAnswer.Told.class);
        assertThat(bench.terminal.settle(Currency.getInstance("EUR"))).isInstanceOf(Settlement.Closed.class);
    }

    private static Outcome.Approved approved(Bench bench, TerminalRequest request) {
        Outcome outcome = bench.terminal.perform(request, new Recorder());
        assertThat(outcome).as(request.toString()).isInstanceOf(Outcome.Approved.class);
        return (Outcome.Approved) outcome;
    }

    private static Original original(Outcome.Approved approved) {
        return new Original("R", approved.amount(), approved.card(), Bench.CLOCK.instant(), "");
    }

    private static void check(Path dir, Capture capture) throws IOException, InterruptedException {
        byte[] file = capture.bytes();
        assertThat(Tshark.read(dir, file, "zvt"))
                .as("packets read as ZVT")
                .hasSize(capture.packets - capture.unknownToTshark);
        assertThat(Tshark.read(dir, file, "_ws.malformed || _ws.expert.group == \"Malformed\""))
                .isEmpty();
        assertThat(Tshark.read(dir, file, "zvt.control_field == 0x0601")).hasSize(3);
        assertThat(Tshark.read(dir, file, "zvt.control_field == 0x0631")).hasSize(1);
        assertThat(Tshark.read(dir, file, "zvt.control_field == 0x0630")).hasSize(1);
        assertThat(Tshark.read(dir, file, "zvt.control_field == 0x040f")).hasSizeGreaterThan(1);
    }

    /** A capture file of bare IPv4 packets with one TCP connection, port 20007 being the terminal's. */
    private static final class Capture {

        private final ByteBuffer file = ByteBuffer.allocate(100_000).order(ByteOrder.LITTLE_ENDIAN);
        private int packets;
        /** Its dissector has entries for these alone, and leaves all others unread. */
        private static final Set<Integer> KNOWN_TO_TSHARK = Set.of(
                Command.STATUS_INFO,
                Command.INTERMEDIATE,
                Command.REGISTER,
                Command.AUTHORISE,
                Command.COMPLETION,
                Command.ABORTED,
                Command.REVERSE,
                Command.REFUND,
                Command.END_OF_DAY,
                Command.PRINT_LINE,
                Command.PRINT_BLOCK,
                Command.POSITIVE,
                Command.NOT_KNOWN);

        private int unknownToTshark;

        private int outSequence = 1;
        private int inSequence = 1;

        Capture() {
            file.putInt(0xA1B2C3D4)
                    .putShort((short) 2)
                    .putShort((short) 4)
                    .putInt(0)
                    .putInt(0);
            file.putInt(65_535).putInt(228);
        }

        synchronized void add(boolean out, byte[] data) {
            int command = (data[0] & 0xFF) << 8 | data[1] & 0xFF;
            unknownToTshark += KNOWN_TO_TSHARK.contains(command) ? 0 : 1;
            int length = 40 + data.length;
            file.putInt(packets++).putInt(0).putInt(length).putInt(length);
            file.order(ByteOrder.BIG_ENDIAN);
            file.putShort((short) 0x4500).putShort((short) length).putInt(0).putInt(0x40060000);
            file.putInt(0x7F000001).putInt(0x7F000001);
            file.putShort((short) (out ? 40_000 : 20_007)).putShort((short) (out ? 20_007 : 40_000));
            file.putInt(out ? outSequence : inSequence).putInt(out ? inSequence : outSequence);
            file.putInt(0x50181000).putInt(0).put(data).order(ByteOrder.LITTLE_ENDIAN);
            if (out) {
                outSequence += data.length;
            } else {
                inSequence += data.length;
            }
        }

        byte[] bytes() {
            return Arrays.copyOf(file.array(), file.position());
        }
    }

    private record Tap(Link link, Capture capture) implements Link {

        @Override
        public void write(byte[] bytes) throws LinkException {
            capture.add(true, bytes);
            link.write(bytes);
        }

        @Override
        public int read(byte[] into, Duration atMost) throws LinkException {
            int count = link.read(into, atMost);
            if (count > 0) {
                capture.add(false, Arrays.copyOf(into, count));
            }
            return count;
        }

        @Override
        public LinkAddress address() {
            return link.address();
        }

        @Override
        public void close() {
            link.close();
        }
    }
}
