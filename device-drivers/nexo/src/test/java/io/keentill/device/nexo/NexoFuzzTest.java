package io.keentill.device.nexo;

import io.keentill.device.conformance.fuzz.FuzzRun;
import io.keentill.device.conformance.fuzz.Fuzzer;
import io.keentill.device.nexo.emulator.EmulatorFuzzTarget;
import io.keentill.device.nexo.message.Envelope;
import io.keentill.device.nexo.message.Json;
import io.keentill.device.nexo.message.NexoKey;
import io.keentill.device.nexo.message.UntrustedMessage;
import io.keentill.device.terminal.TraceMask;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** Mutated messages, sealed and open, into everything that takes bytes from strangers. */
class NexoFuzzTest {

    private static final NexoKey KEY = new NexoKey("test", "key", 1);
    private static final Instant NOW = Instant.parse("2026-11-24T10:15:30Z");
    private static final Money TEN = Money.of(1000, "GBP");

    static Stream<Fuzzer> targets() {
        Messages messages = new Messages("Till", "V400m-1");
        CardDetails original = CardDetails.builder().uti("KT1").traceNumber("T").build();
        List<ObjectNode> requests = List.of(
                messages.payment("S1", "R1", TEN, false, NOW),
                messages.payment("S2", "R2", TEN, true, NOW),
                messages.reversal("S3", "R3", TEN, original, NOW),
                messages.status("S4", "Payment", "S1"),
                messages.abort("S5", "Payment", "S1"),
                messages.reconciliation("S6"));
        List<byte[]> open = requests.stream().map(Json::bytes).toList();
        List<byte[]> sealed = requests.stream()
                .map(request -> Json.bytes(Envelope.seal(request, KEY, new SplittableRandom(1))))
                .toList();
        List<byte[]> answers = Stream.of(
                        "{\"Response\":{\"Result\":\"Success\"},\"SaleData\":{\"SaleTransactionID\":{\"TransactionID\":\"R\"}},"
                                + "\"PaymentResult\":{\"AmountsResp\":{\"Currency\":\"GBP\",\"AuthorizedAmount\":10.00},"
                                + "\"PaymentInstrumentData\":{\"CardData\":{\"MaskedPan\":\"476173 **** 0042\","
                                + "\"EntryMode\":[\"ICC\"]}},\"AuthenticationMethod\":[\"OnLinePIN\"]}}",
                        "{\"Response\":{\"Result\":\"Failure\",\"ErrorCondition\":\"Refusal\","
                                + "\"AdditionalResponse\":\"refusalReason=05+%3A+No\"}}",
                        "{\"Response\":{\"Result\":\"Partial\"},\"PaymentResult\":{\"AmountsResp\":{\"AuthorizedAmount\":4}},"
                                + "\"PaymentReceipt\":[{\"DocumentQualifier\":\"CashierReceipt\",\"OutputContent\":"
                                + "{\"OutputText\":[{\"Text\":\"name=A&value=B&key=c\"}]}}]}",
                        "{\"Response\":{\"Result\":\"Success\"},\"ReversedAmount\":10}")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        return Stream.of(
                new Fuzzer(
                                "nexo sealed messages",
                                NexoFuzzTest::unseal,
                                Stream.of(sealed, open).flatMap(List::stream).toList())
                        .repairing(NexoFuzzTest::seal),
                new Fuzzer("nexo answers as the driver reads them", NexoFuzzTest::read, answers),
                new Fuzzer("nexo emulator", new EmulatorFuzzTarget(), open));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void nothingBreaksOnNonsense(Fuzzer fuzzer) throws IOException {
        FuzzRun.of("nexo", fuzzer, 25_000);
    }

    /** Sealed as it is: what the other side sends may be nonsense under the right key, too. */
    private static byte[] seal(byte[] input) {
        try {
            ObjectNode message = Json.read(input);
            boolean plain = !Envelope.root(message).isEmpty()
                    && !message.path(Envelope.root(message)).has("NexoBlob");
            return plain ? Json.bytes(Envelope.seal(message, KEY, new SplittableRandom(1))) : input;
        } catch (UntrustedMessage e) {
            return input;
        }
    }

    private static int unseal(byte[] input) {
        try {
            return Envelope.open(Json.read(input), KEY).hashCode() % 64;
        } catch (UntrustedMessage e) {
            return String.valueOf(e.getMessage()).hashCode();
        }
    }

    private static int read(byte[] input) {
        try {
            ObjectNode message = Json.read(input);
            Result result = new Result(message);
            int reaction = TraceMask.of(message.toString()).length() % 3;
            for (PaymentKind kind : PaymentKind.values()) {
                reaction = reaction * 7
                        + new Judge(kind, TEN, "R").of(result).getClass().hashCode() % 7;
            }
            return reaction * 31
                    + result.card().verification().ordinal()
                    + Math.min(9, result.receipts().merchant().size()) * 8;
        } catch (UntrustedMessage e) {
            return -1;
        }
    }
}
