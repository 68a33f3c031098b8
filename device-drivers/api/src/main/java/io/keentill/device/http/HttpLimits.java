package io.keentill.device.http;

import java.time.Duration;

/**
 * How much an answer may bring and how long reaching the device may take.
 *
 * @param connect for opening a link
 * @param headBytes status line and headers together, and trailers again
 * @param bodyBytes the body, chunks put together
 */
public record HttpLimits(Duration connect, int headBytes, int bodyBytes) {

    /** Five seconds, 16 KiB, 1 MiB. */
    public static final HttpLimits STANDARD = new HttpLimits(Duration.ofSeconds(5), 16 * 1024, 1024 * 1024);
}
