package io.keentill.device.zvt;

import io.keentill.device.conformance.fuzz.FuzzTarget;
import io.keentill.device.conformance.fuzz.Fuzzer;
import io.keentill.device.conformance.fuzz.GivenLink;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.link.SecretStore;
import io.keentill.device.terminal.FrameTrace;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.ApduReader;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.Command;
import io.keentill.device.zvt.codec.Fields;
import io.keentill.device.zvt.codec.SerialDecoder;
import io.keentill.device.zvt.codec.SerialFrame;
import io.keentill.device.zvt.emulator.EmulatorFuzzTarget;
import io.keentill.device.zvt.kit.Bench;
import io.keentill.device.zvt.kit.Recorder;
import io.keentill.device.zvt.transport.ApduTransport;
import io.keentill.device.zvt.transport.SerialTimings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything in the ZVT module that takes bytes from strangers, each as a target for the fuzzer. */
final class ZvtFuzzTargets {

    /** Messages as they are on the line: what a terminal says in a payment, and what a till says. */
    private static final List<String> RECORDED = List.of(
            "80 00 00",
            "84 9C 00",
            "06 00 06 00 00 00 18 09 78",
            "06 0F 0B 19 00 29 68 00 12 34 49 09 78 00",
            "05 01 00",
            "06 20 05 00 00 00 03 03",
            "06 01 0A 04 00 00 00 00 10 00 49 09 78",
            "06 30 10 00 00 00 87 00 01 04 00 00 00 00 10 00 49 09 78",
            "06 31 0D 00 00 00 04 00 00 00 00 10 00 49 09 78",
            "04 FF 01 0A",
            "04 FF 0D 0A 01 06 09 24 07 07 05 48 65 6C 6C 6F",
            "04 0F 5A 27 00 04 00 00 00 00 10 00 49 09 78 0B 00 00 02 0C 10 15 30 0D 11 24 87 00 02 29 68 00 12 34"
                    + " 22 F0 F8 67 27 99 EE EE EE 00 42 8A 05 8B F0 F9 67 69 72 6F 63 61 72 64 00 3B 30 30 30 30 30 30"
                    + " 30 32 06 0A 2F 08 1F 10 01 02 1F 12 01 01",
            "06 0F 00",
            "06 1E 01 6C",
            "06 D1 06 00 48 65 6C 6C 6F",
            "06 D3 10 06 0E 25 0C 09 01 00 07 03 41 42 43 07 02 44 45",
            "06 50 03 00 00 00",
            "06 B0 00");

    /** What a terminal says from the first question to the end of a payment. */
    private static final byte[] PAYMENT = Bytes.hex(
                    "80 00 00 06 1E 01 64 80 00 00 04 FF 01 0A 04 FF 01 04 04 0F 1E 27 00"
                            + " 04 00 00 00 00 10 00 49 09 78 0B 00 00 02 0C 10 15 30 0D 11 24 87 00 02 29 68 00 12 34 06 0F 00")
            .toArray();

    private static final TerminalAddress HASTY = TerminalAddress.parse("zvt:tcp:given:1?connect=0.001&t3=0.001&t4=0.001"
            + "&done=0.001&busy=0.001&pause=0.001&verify=0.001&quiet=0.001");

    private ZvtFuzzTargets() {}

    static List<Fuzzer> all() {
        List<byte[]> messages =
                RECORDED.stream().map(hex -> Bytes.hex(hex).toArray()).toList();
        List<byte[]> frames = RECORDED.stream()
                .map(hex -> SerialFrame.wrap(Bytes.hex(hex)).toArray())
                .toList();
        List<byte[]> data = new ArrayList<>();
        messages.forEach(message -> data.add(java.util.Arrays.copyOfRange(message, 3, message.length)));
        return List.of(
                new Fuzzer("zvt messages", ZvtFuzzTargets::messages, messages),
                new Fuzzer("zvt serial frames", ZvtFuzzTargets::frames, frames).repairing(Repair::frames),
                new Fuzzer("zvt fields and status", ZvtFuzzTargets::fields, data),
                new Fuzzer("zvt receipt lines, texts and trace", ZvtFuzzTargets::texts, messages),
                new Fuzzer("zvt tcp transport", transport("tcp"), messages),
                new Fuzzer("zvt serial transport", transport("serial"), frames).repairing(Repair::frames),
                new Fuzzer("zvt driver in a payment", ZvtFuzzTargets::pay, List.of(PAYMENT)).costing(5),
                new Fuzzer("zvt emulator", new EmulatorFuzzTarget(), EmulatorFuzzTarget.recorded()).costing(5));
    }

    private static int messages(byte[] input) {
        ApduReader reader = new ApduReader();
        int reaction = 0;
        for (byte one : input) {
            Apdu apdu = reader.accept(one & 0xFF);
            if (apdu != null) {
                reaction = reaction * 31 + apdu.command();
            }
        }
        return reaction * 2 + (reader.midMessage() ? 1 : 0);
    }

    private static int frames(byte[] input) {
        SerialDecoder decoder = new SerialDecoder();
        int reaction = 0;
        for (byte one : input) {
            SerialDecoder.Event event = decoder.accept(one & 0xFF);
            if (event != null) {
                reaction = reaction * 31 + event.getClass().hashCode();
                reaction += event instanceof SerialDecoder.Event.Message(Apdu apdu) ? apdu.command() : 0;
            }
        }
        return reaction * 2 + (decoder.midFrame() ? 1 : 0);
    }

    private static int fields(byte[] input) {
        Bytes data = Bytes.copyOf(input);
        Fields fields = Fields.read(data);
        int reaction = 0;
        for (Fields.Field field : fields.list()) {
            reaction = reaction * 31 + field.number();
        }
        StatusInfo status = StatusInfo.read(new Apdu(Command.STATUS_INFO, data));
        reaction = reaction * 31 + (status.approved() ? 1 : 0);
        return reaction * 31 + StatusAnswer.read(data).code();
    }

    private static int texts(byte[] input) {
        Apdu apdu = ApduReader.whole(Bytes.copyOf(input));
        if (apdu == null) {
            return -1;
        }
        ReceiptLines lines = new ReceiptLines(io.keentill.device.zvt.codec.CharacterSet.STANDARD);
        lines.add(apdu);
        String masked = FrameMask.text(apdu);
        int code = apdu.data().isEmpty() ? 0 : apdu.data().at(0);
        return lines.receipts().hashCode() * 31
                + masked.replaceAll("[0-9A-F]+", "").hashCode()
                + IntermediateTexts.of(code).stage().ordinal()
                + FailureTexts.of(code).length();
    }

    /** The driver in a sale, with the answers of a terminal that then hangs up for good. */
    private static int pay(byte[] input) {
        GivenLink link = GivenLink.answering(LinkAddress.parse("tcp:given:1"), input);
        TerminalDriver.Context context = new TerminalDriver.Context(
                (address, within) -> link, Bench.CLOCK, FrameTrace.OFF, SecretStore.inMemory());
        try (PaymentTerminal terminal = new ZvtDriver().open(HASTY, context)) {
            Recorder monitor = new Recorder();
            Outcome outcome = terminal.perform(Bench.sale(1000), monitor);
            return outcome.toString().replaceAll("[0-9]+", "").hashCode() * 31 + monitor.progress.size();
        }
    }

    /** Whole conversations: everything arrives at once, no wait is ever needed. */
    private static FuzzTarget transport(String kind) {
        SerialTimings hasty = new SerialTimings(Duration.ofSeconds(1), Duration.ofSeconds(1), 0);
        LinkAddress place = new LinkAddress(kind, "given", Map.of());
        return input -> {
            ApduTransport transport = ApduTransport.over(new GivenLink(place, input), hasty);
            int reaction = 0;
            try {
                for (Apdu next = transport.receive(Duration.ofSeconds(1));
                        next != null;
                        next = transport.receive(Duration.ofSeconds(1))) {
                    reaction = reaction * 31 + next.command();
                }
                return reaction;
            } catch (LinkException refused) {
                return reaction * 31 + 1;
            }
        };
    }
}
