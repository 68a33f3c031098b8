package io.keentill.device.nexo;

import io.keentill.device.link.LinkAddress;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * What an address says beyond where the terminal is.
 *
 * @param saleId how the till calls itself
 * @param connect how long opening the link may take
 * @param answer how long an answer to a question may take
 * @param payment how long a payment's answer may take; the terminal gives up before
 * @param poll how often the status of a payment with a lost answer is asked for
 * @param patience how long it is asked for without any sign of life
 * @param grace how long a request without answer may still be on its way before "not found" counts
 */
record NexoSettings(
        String saleId,
        Duration connect,
        Duration answer,
        Duration payment,
        Duration poll,
        Duration patience,
        Duration grace) {

    /**
     * Reads the options of an address.
     *
     * @throws IllegalArgumentException with a message for people
     */
    static NexoSettings from(LinkAddress address) {
        String saleId = address.option("saleid").orElse("Keentill");
        if (!saleId.matches("[A-Za-z0-9_-]{1,40}")) {
            throw new IllegalArgumentException("\"saleid\" is the till's name: up to 40 letters and digits");
        }
        return new NexoSettings(
                saleId,
                seconds(address, "connect", "5"),
                seconds(address, "answer", "10"),
                seconds(address, "payment", "180"),
                seconds(address, "poll", "1"),
                seconds(address, "patience", "30"),
                seconds(address, "grace", "5"));
    }

    private static Duration seconds(LinkAddress address, String name, String standard) {
        String text = address.option(name).orElse(standard);
        if (!text.matches("\\d{1,4}(\\.\\d{1,3})?")) {
            throw new IllegalArgumentException("\"" + name + "\" is a number of seconds, for example " + standard);
        }
        return Duration.ofMillis(new BigDecimal(text).movePointRight(3).longValueExact());
    }
}
