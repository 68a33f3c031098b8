package io.keentill.bench;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A terminal that has always answered already: what is measured in front of it is the driver alone. It speaks the messages
 * of one sale as a ZVT terminal on TCP does, and answers the same to every sale.
 */
final class InstantZvt implements Link {

    static final byte[] YES = hex("800000");
    private static final byte[] BEFORE = status("000001", "0001");
    private static final byte[] APPROVED = status("000002", "0002");
    private static final byte[] COMPLETION = hex("060F00");
    private static final List<byte[]> SALE =
            List.of(hex("04FF010A"), hex("04FF0101"), hex("04FF010E"), hex("04FF0104"), APPROVED, COMPLETION);

    private final Deque<byte[]> ready = new ArrayDeque<>();
    private final Deque<byte[]> later = new ArrayDeque<>();

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] status(String trace, String receipt) {
        String data = "2700" + "04000000001000" + "490978" + "0B" + trace + "0C101530" + "0D1124" + "87" + receipt
                + "2968001234" + "22F0F8672799EEEEEE0042" + "8A05" + "3B3030303030303032"
                + "060A2F081F1001021F120101";
        return hex("040F%02X".formatted(data.length() / 2) + data);
    }

    @Override
    public void write(byte[] bytes) {
        if ((bytes[0] & 0xFF) == 0x80) {
            byte[] next = later.poll();
            if (next != null) {
                ready.add(next);
            }
            return;
        }
        later.clear();
        ready.add(YES);
        switch (bytes[1]) {
            case 0x01 -> later.addAll(SALE);
            case 0x20 -> later.addAll(List.of(BEFORE, COMPLETION));
            default -> later.add(COMPLETION);
        }
        ready.add(later.remove());
    }

    @Override
    public int read(byte[] into, Duration atMost) {
        byte[] next = ready.poll();
        if (next == null) {
            return 0;
        }
        System.arraycopy(next, 0, into, 0, next.length);
        return next.length;
    }

    @Override
    public LinkAddress address() {
        return new LinkAddress("tcp", "instant", Map.of());
    }

    @Override
    public void close() {
        ready.clear();
        later.clear();
    }
}
