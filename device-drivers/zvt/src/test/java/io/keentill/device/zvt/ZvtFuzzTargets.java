package io.keentill.device.zvt;

import io.keentill.device.conformance.fuzz.FuzzTarget;
import io.keentill.device.conformance.fuzz.Fuzzer;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.ApduReader;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.Command;
import io.keentill.device.zvt.codec.Fields;
import io.keentill.device.zvt.codec.SerialDecoder;
import io.keentill.device.zvt.codec.SerialFrame;
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
                new Fuzzer("zvt serial frames", ZvtFuzzTargets::frames, frames),
                new Fuzzer("zvt fields and status", ZvtFuzzTargets::fields, data),
                new Fuzzer("zvt receipt lines, texts and trace", ZvtFuzzTargets::texts, messages),
                new Fuzzer("zvt tcp transport", transport("tcp"), messages),
                new Fuzzer("zvt serial transport", transport("serial"), frames));
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

    /** Whole conversations: everything arrives at once, no wait is ever needed. */
    private static FuzzTarget transport(String kind) {
        SerialTimings hasty = new SerialTimings(Duration.ofSeconds(1), Duration.ofSeconds(1), 0);
        return input -> {
            ApduTransport transport = ApduTransport.over(new Given(kind, input), hasty);
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

    /** A link on which these bytes have come and nothing more will. */
    private static final class Given implements Link {

        private final LinkAddress address;
        private final byte[] bytes;
        private int at;

        Given(String kind, byte[] bytes) {
            this.address = new LinkAddress(kind, "given", Map.of());
            this.bytes = bytes;
        }

        @Override
        public void write(byte[] written) {
            // Nobody listens.
        }

        @Override
        public int read(byte[] into, Duration atMost) throws LinkException {
            if (at == bytes.length) {
                throw new LinkException("That was all");
            }
            int count = Math.min(into.length, Math.min(bytes.length - at, 1 + bytes.length % 7));
            System.arraycopy(bytes, at, into, 0, count);
            at += count;
            return count;
        }

        @Override
        public LinkAddress address() {
            return address;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
