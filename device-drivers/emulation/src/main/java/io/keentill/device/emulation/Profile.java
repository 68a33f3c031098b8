package io.keentill.device.emulation;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an emulated terminal is like.
 *
 * @param clock dates and times of transactions
 * @param serial hardware serial number
 * @param terminalId TID, eight digits
 * @param lastFour of the test card
 * @param currency ISO 4217 code of what it takes unless the protocol names one
 * @param cardTime how long the customer takes to present the card
 * @param hostTime how long the host takes to decide
 * @param rebootTime how long a restart takes
 * @param ledgerFile where the ledger survives a restart of the emulator; null keeps it in memory
 */
public record Profile(
        Clock clock,
        String serial,
        String terminalId,
        String lastFour,
        String currency,
        Duration cardTime,
        Duration hostTime,
        Duration rebootTime,
        @Nullable Path ledgerFile) {

    /** Refuses ids that no message can carry. */
    public Profile {
        if (!terminalId.matches("\\d{8}") || !lastFour.matches("\\d{4}") || !currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException(
                    "A terminal id has eight digits, the end of a card number four, a currency three capital letters");
        }
    }

    /** A terminal at human speed, ledger in memory. */
    public static Profile standard(Clock clock) {
        return new Profile(
                clock,
                "1850042763",
                "68001234",
                "0042",
                "GBP",
                Duration.ofMillis(800),
                Duration.ofMillis(400),
                Duration.ofSeconds(2),
                null);
    }

    /** The same with its ledger in {@code file}. */
    public Profile ledgerIn(Path file) {
        return new Profile(clock, serial, terminalId, lastFour, currency, cardTime, hostTime, rebootTime, file);
    }

    /** The same with other times. */
    public Profile times(Duration card, Duration host, Duration reboot) {
        return new Profile(clock, serial, terminalId, lastFour, currency, card, host, reboot, ledgerFile);
    }

    /** The same in another currency. */
    public Profile taking(String code) {
        return new Profile(clock, serial, terminalId, lastFour, code, cardTime, hostTime, rebootTime, ledgerFile);
    }
}
