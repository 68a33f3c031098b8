package io.keentill.device.zvt.emulator;

import io.keentill.device.conformance.fuzz.FuzzTarget;
import io.keentill.device.conformance.fuzz.GivenLink;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.kit.Bench;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whole conversations of a till with a fresh emulator, everything at once: commands, answers to what it says, nonsense. */
public final class EmulatorFuzzTarget implements FuzzTarget {

    private static final LinkAddress PLACE = new LinkAddress("tcp", "given", Map.of());
    private static final String YES = "80 00 00 ";
    private static final String HELLO = "06 00 06 00 00 00 BA 09 78 " + YES;

    private final EmulatorSettings settings = EmulatorSettings.standard(Bench.CLOCK)
            .times(Duration.ZERO, Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO);

    /** What tills say. */
    public static List<byte[]> recorded() {
        String pay = "06 01 0A 04 00 00 00 00 10 00 49 09 78 " + YES.repeat(8);
        return Stream.of(
                        HELLO + pay,
                        HELLO + pay + "06 20 05 00 00 00 03 03 " + YES.repeat(3) + "06 20 03 00 00 00 " + YES.repeat(9),
                        HELLO + pay + "06 30 0D 00 00 00 87 00 01 04 00 00 00 00 10 00 49 09 78 " + YES.repeat(8),
                        HELLO + "06 31 0D 00 00 00 04 00 00 00 00 10 00 49 09 78 " + YES.repeat(8),
                        HELLO + "06 22 0A 04 00 00 00 00 10 00 49 09 78 " + YES.repeat(8)
                                + "06 24 0D 87 00 01 04 00 00 00 00 05 00 49 09 78 " + YES.repeat(8),
                        HELLO + "06 22 0A 04 00 00 00 00 10 00 49 09 78 " + YES.repeat(8)
                                + "06 23 0D 87 00 01 04 00 00 00 00 05 00 49 09 78 " + YES.repeat(8)
                                + "06 23 03 87 FF FF "
                                + YES + "06 25 0D 87 00 01 04 00 00 00 00 10 00 49 09 78 " + YES.repeat(8),
                        HELLO + pay + "06 10 03 00 00 00 " + YES.repeat(4) + "06 50 03 00 00 00 " + YES.repeat(9),
                        HELLO + "06 01 0A 04 00 00 00 00 10 00 49 09 78 " + YES.repeat(4)
                                + "84 9D 07 04 00 00 00 00 05 00 " + YES.repeat(3),
                        "05 01 00 " + YES + "06 70 00 " + YES + "06 93 03 00 00 00 " + YES + "06 B0 00 06 02 00 ",
                        "06 00 14 00 00 00 8A 09 78 06 0C 12 02 00 80 14 01 FE 40 02 B0 B0 " + YES + pay
                                + YES.repeat(60),
                        "06 E0 07 F0 F1 02 48 69 F1 F1 41 " + YES)
                .map(hex -> Bytes.hex(hex).toArray())
                .toList();
    }

    @Override
    public int take(byte[] input) {
        Device device = new Device(settings);
        Session session = new Session(device, new GivenLink(PLACE, input));
        device.connected(session);
        session.run();
        int reaction = device.registered() ? 1 : 0;
        for (LedgerEntry entry : device.ledger().entries()) {
            reaction = reaction * 31 + entry.type().ordinal();
        }
        return reaction * 7 + device.shown().size();
    }
}
