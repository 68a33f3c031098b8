package io.keentill.device.poslink.transport;

import java.time.Duration;

/**
 * Waits of the link layer. The protocol's public descriptions name the signs but no times; these leave room for slow lines.
 *
 * @param interByte the longest gap within a frame
 * @param acknowledge the longest wait for ACK or NAK
 * @param farewell the longest wait for EOT after the last ACK
 * @param repetitions how often a frame is sent, or asked for, again
 */
public record Timings(Duration interByte, Duration acknowledge, Duration farewell, int repetitions) {

    /** The most repetitions of one frame, after which EOT gives up. */
    public static final int REPETITIONS = 3;

    /** What is used unless told otherwise. */
    public static final Timings STANDARD =
            new Timings(Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofMillis(300), REPETITIONS);
}
