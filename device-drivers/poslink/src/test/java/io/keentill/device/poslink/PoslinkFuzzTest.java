package io.keentill.device.poslink;

import io.keentill.device.conformance.fuzz.FuzzRun;
import io.keentill.device.conformance.fuzz.FuzzTarget;
import io.keentill.device.conformance.fuzz.Fuzzer;
import io.keentill.device.conformance.fuzz.GivenLink;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.link.SecretStore;
import io.keentill.device.poslink.codec.Control;
import io.keentill.device.poslink.codec.Frame;
import io.keentill.device.poslink.codec.FrameDecoder;
import io.keentill.device.poslink.codec.HttpForm;
import io.keentill.device.poslink.codec.HttpHead;
import io.keentill.device.poslink.codec.Message;
import io.keentill.device.poslink.emulator.EmulatorFuzzTarget;
import io.keentill.device.poslink.kit.Bench;
import io.keentill.device.poslink.kit.Recorder;
import io.keentill.device.poslink.transport.Exchange;
import io.keentill.device.poslink.transport.FramedExchange;
import io.keentill.device.poslink.transport.Timings;
import io.keentill.device.poslink.transport.Wire;
import io.keentill.device.terminal.FrameTrace;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.domain.payment.PaymentKind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mutated messages into everything that takes bytes from strangers. */
class PoslinkFuzzTest {

    private static final List<String> RECORDED = List.of(
            "A00|1.35",
            "A14|1.35",
            "T00|1.35|01|1000||R1~~~~~~|||||REPORTSTATUS=1",
            "T00|1.35|16|1000||V1~~~1~~~R1|||||",
            "R02|1.35|00||||||R1|",
            "B00|1.35|20261124101530",
            "0|T01|1.40|100001|TIMEOUT",
            "0|T01|1.54|000000|OK|00~APPROVAL~611532~410813655763~~3|01|15000~0~0~0~0~0|4111~4~1225~~~~02~X/Y~~~0|"
                    + "2~R1~20240417141959|0|||~EDCTYPE=CREDIT~HRef=200069124602~AID=A0000000041010~TVR=0000008000",
            "0|R03|1.44|000000|OK|1|0|00~APPROVAL~145759~206826963337|02|01||11382~0|1725~4~0522~~~~01|7~R1~20220309115113|"
                    + "~|~||AID=A0000000980840~CVM=2",
            "0|R01|1.35|000000|OK|01|3~700~0~0~1~200~0~0~0~0",
            "0|B01|1.35|000000|OK|0~CLOSED~~~~3|2=0=0|500=0=0|20261124101530|87654321|7000");

    private static final TerminalAddress HASTY = TerminalAddress.parse("poslink:tcp:given:1?currency=GBP&connect=0.001"
            + "&payment=1&report=1&busy=0.001&verify=0.001&pause=0.001&quiet=0.001&ack=1&gap=0.001&farewell=0.001");

    private static byte[] body(String text) {
        return text.replace('|', '\u001c').replace('~', '\u001f').getBytes(StandardCharsets.ISO_8859_1);
    }

    static Stream<Fuzzer> targets() {
        List<byte[]> bodies = RECORDED.stream().map(PoslinkFuzzTest::body).toList();
        List<byte[]> frames = new ArrayList<>();
        List<byte[]> requests = new ArrayList<>();
        for (byte[] body : bodies) {
            Message message = Message.parse(body).orElseThrow();
            frames.add(Frame.wrap(message));
            requests.add(("GET " + HttpForm.target(message) + " HTTP/1.1\r\nHost: t\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        }
        return Stream.of(
                new Fuzzer("poslink frames", PoslinkFuzzTest::frames, frames).repairing(Repair::frames),
                new Fuzzer("poslink messages as the driver reads them", PoslinkFuzzTest::messages, bodies),
                new Fuzzer("poslink http", PoslinkFuzzTest::http, requests).repairing(Repair::request),
                new Fuzzer("poslink exchange", PoslinkFuzzTest::exchange, frames).repairing(Repair::frames),
                new Fuzzer("poslink driver in a payment", PoslinkFuzzTest::pay, payment())
                        .repairing(Repair::frames)
                        .costing(5),
                new Fuzzer("poslink emulator", (FuzzTarget) new EmulatorFuzzTarget(), bodies));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void nothingBreaksOnNonsense(Fuzzer fuzzer) throws Exception {
        FuzzRun.of("poslink", fuzzer, 25_000);
    }

    private static int frames(byte[] input) {
        FrameDecoder decoder = new FrameDecoder();
        int reaction = 0;
        for (byte one : input) {
            FrameDecoder.Event event = decoder.accept(one & 0xFF);
            if (event != null) {
                reaction = reaction * 31 + event.getClass().hashCode();
                reaction += event instanceof FrameDecoder.Event.Whole(Message m)
                        ? m.groups().size()
                        : 0;
            }
        }
        return reaction * 2
                + (decoder.midFrame() ? 1 : 0)
                + (Frame.fromHttpBody(input).isPresent() ? 7 : 0);
    }

    private static int messages(byte[] input) {
        Optional<Message> parsed = Message.parse(input);
        if (parsed.isEmpty()) {
            return -1;
        }
        Message message = parsed.get();
        Transaction answer = Transaction.inAnswer(message);
        Transaction report = Transaction.inReport(message);
        String masked = FrameMask.text(message);
        int reaction =
                message.groups().size() * 31 + masked.replaceAll("[^<>|]", "").hashCode();
        for (PaymentKind kind : PaymentKind.values()) {
            reaction = reaction * 3 + (answer.isOf(kind) ? 1 : 0) + (report.isOf(kind) ? 1 : 0);
        }
        Optional<RecoveryHint> hint = RecoveryHint.parse(new String(input, StandardCharsets.ISO_8859_1));
        return reaction
                + (answer.amount().isPresent() ? 1 : 0)
                + (hint.isPresent() ? 1 : 0)
                + ResultCode.message(message.text(3), FrameMask.shown(message.text(4)))
                        .length();
    }

    private static int http(byte[] input) {
        HttpHead head = new HttpHead();
        Optional<String> line = head.accept(input, input.length);
        Optional<Message> message = line.flatMap(HttpForm::inRequestLine);
        return line.map(it -> it.length() / 8).orElse(-1) * 2 + (message.isPresent() ? 1 : 0);
    }

    /** What a terminal says in a payment: nothing is in its batch, two signs of life, approved; the same with a decline. */
    private static List<byte[]> payment() {
        String reference = EcrReference.of("R1000");
        String approved = "0|T01|1.54|000000|OK|00~APPROVAL~611532~410813655763~~3|01|1000~0|0042~4~1225~~~~02|2~"
                + reference + "~20240417141959|||";
        return Stream.of(
                        List.of("0|R03|1.35|100023|NOT FOUND", approved),
                        List.of(RECORDED.get(8), "0|A36|1.35|000000|OK|2", approved),
                        List.of(RECORDED.get(8), "0|T01|1.35|000100|DECLINE|05~NO||||2~" + reference, RECORDED.get(8)))
                .map(answers -> {
                    ByteArrayOutputStream all = new ByteArrayOutputStream();
                    for (String answer : answers) {
                        all.write(Control.ACK);
                        all.writeBytes(Frame.wrap(Message.parse(body(answer)).orElseThrow()));
                        all.write(Control.EOT);
                    }
                    return all.toByteArray();
                })
                .toList();
    }

    /** The driver in a sale, with the answers of a terminal that then hangs up for good. */
    private static int pay(byte[] input) {
        GivenLink link = GivenLink.answering(LinkAddress.parse("tcp:given:1"), input);
        TerminalDriver.Context context = new TerminalDriver.Context(
                (address, within) -> link, Bench.CLOCK, FrameTrace.OFF, SecretStore.inMemory());
        try (PaymentTerminal terminal = new PoslinkDriver().open(HASTY, context)) {
            Recorder monitor = new Recorder();
            Outcome outcome = terminal.perform(Bench.sale(1000), monitor);
            return outcome.toString().replaceAll("[0-9]+", "").hashCode() * 31 + monitor.progress.size();
        }
    }

    /** A whole exchange: everything arrives at once, no wait is ever needed. */
    private static int exchange(byte[] input) {
        Timings hasty = new Timings(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), 1);
        Exchange exchange = new FramedExchange(
                new Wire(new GivenLink(LinkAddress.parse("tcp:given:1"), input), Duration.ofSeconds(1)), hasty);
        int reaction = 0;
        try {
            reaction = exchange.send(Message.request("A00", "1.35", List.of())).ordinal();
            for (Message next = exchange.receive(Duration.ofSeconds(1));
                    next != null;
                    next = exchange.receive(Duration.ofSeconds(1))) {
                reaction = reaction * 31 + next.text(1).hashCode();
                exchange.confirmAndGoOn();
            }
        } catch (LinkException refused) {
            reaction = reaction * 31 + String.valueOf(refused.getMessage()).length();
        }
        return reaction;
    }
}
