package io.keentill.device.nexo;

import io.keentill.device.link.LinkAddress;
import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;
import java.time.Duration;

/**
 * What an address says beyond where the terminal is.
 *
 * @param saleId how the till calls itself
 * @param listen where at this machine the terminal may call the till, host and port; empty for nowhere
 * @param connect how long opening the link may take
 * @param answer how long an answer to a question may take
 * @param payment how long a payment's answer may take; the terminal gives up before
 * @param poll how often the status of a payment with a lost answer is asked for
 * @param patience how long it is asked for without any sign of life
 * @param grace how long a request without answer may still be on its way before "not found" counts
 */
record NexoSettings(
        String saleId,
        String listen,
        Duration connect,
        Duration answer,
        Duration payment,
        Duration poll,
        Duration patience,
        Duration grace) {

    /**
     * Reads the options of an address.
     *
     * @throws BadInputException if one of them is not of its form
     */
    static NexoSettings from(LinkAddress address) {
        String saleId = address.option("saleid").orElse("Keentill");
        if (!saleId.matches("[A-Za-z0-9_-]{1,40}")) {
            throw new BadInputException(Sentence.of(
                    "nexo.saleid-is-the-tills-name", "\"saleid\" is the till's name: up to 40 letters and digits"));
        }
        return new NexoSettings(
                saleId,
                address.option("listen").orElse(""),
                address.seconds("connect", "5"),
                address.seconds("answer", "10"),
                address.seconds("payment", "180"),
                address.seconds("poll", "1"),
                address.seconds("patience", "30"),
                address.seconds("grace", "5"));
    }
}
