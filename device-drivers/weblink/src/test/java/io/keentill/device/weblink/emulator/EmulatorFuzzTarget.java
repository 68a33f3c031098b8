package io.keentill.device.weblink.emulator;

import io.keentill.device.conformance.fuzz.FuzzTarget;
import io.keentill.device.emulation.EmulatedTerminal;
import io.keentill.device.emulation.Order;
import io.keentill.device.emulation.Profile;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Bodies and parameters of calls into an emulator that is busy for ever, so that nothing is started and nothing grows. */
public final class EmulatorFuzzTarget implements FuzzTarget {

    private final Desk desk;

    /** One of its own. */
    public EmulatorFuzzTarget() {
        Duration never = Duration.ofDays(1);
        EmulatedTerminal terminal = new EmulatedTerminal(
                Profile.standard(Clock.fixed(Instant.parse("2026-11-24T10:15:30Z"), ZoneOffset.UTC))
                        .times(never, never, never));
        terminal.begin(Order.of(io.keentill.device.emulation.Kind.SALE, 100, "GBP", "U", "R"));
        desk = new Desk(terminal, Behaviour.DOCUMENTED);
    }

    /** Calls as tills make them. */
    public static List<byte[]> recorded() {
        return List.of(
                "{\"transType\":\"SALE\",\"amountTrans\":1000,\"transCurrencyCode\":\"GBP\",\"reference\":\"R\",\"uti\":\"V\"}"
                        .getBytes(StandardCharsets.UTF_8),
                "{\"transType\":\"REVERSAL\",\"amountTrans\":0,\"uti\":\"U\",\"retrievalReferenceNumber\":\"1\"}"
                        .getBytes(StandardCharsets.UTF_8),
                "{\"transType\":\"COMPLETION\",\"amountTrans\":5}".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int take(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        Answer start = desk.start(Map.of("disablePrinting", "true"), text);
        Answer poll = desk.poll(Map.of("uti", text.length() % 5 == 0 ? "U" : text));
        Answer report = desk.report(text);
        return start.status() * 31
                + start.text().hashCode()
                + poll.status() * 7
                + report.text().hashCode() * 3;
    }
}
