package io.keentill.device.escpos;

import java.time.Duration;

/**
 * How long a printer may take.
 *
 * @param connect to accept a connection, or a device to open
 * @param status to answer a status question; printers that stay silent are printed to all the same
 * @param job to take all bytes of a job
 * @param farewell to end the connection after the last byte
 */
public record PrinterDeadlines(Duration connect, Duration status, Duration job, Duration farewell) {

    /** Patient enough for a slow printer, short enough for a clerk. */
    public static final PrinterDeadlines USUAL = new PrinterDeadlines(
            Duration.ofSeconds(3), Duration.ofMillis(300), Duration.ofSeconds(15), Duration.ofSeconds(1));
}
