package io.keentill.device.zvt.transport;

import java.time.Duration;

/**
 * Waits of the serial link (PA00P016).
 *
 * @param interByte T1: the longest gap within a frame
 * @param acknowledge T2: the longest wait for ACK or NAK
 * @param retransmissions how often a frame is sent again
 */
public record SerialTimings(Duration interByte, Duration acknowledge, int retransmissions) {

    /** What the specification says. */
    public static final SerialTimings STANDARD = new SerialTimings(Duration.ofMillis(200), Duration.ofSeconds(5), 2);
}
