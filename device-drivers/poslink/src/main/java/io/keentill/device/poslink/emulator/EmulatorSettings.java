package io.keentill.device.poslink.emulator;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an emulated terminal is like.
 *
 * @param clock dates and times of payments
 * @param serialNumber of the device, up to 16 letters and digits
 * @param terminalId the TID at the host, up to 16 letters and digits
 * @param lastFour of the test card
 * @param cardTime how long the customer takes to present the card
 * @param answerTime how long the till's ACK is awaited
 * @param rebootTime how long a restart takes
 * @param reportOrder where a detail report expects the till's reference
 * @param ledgerFile where the ledger survives a restart of the emulator; null keeps it in memory
 */
public record EmulatorSettings(
        Clock clock,
        String serialNumber,
        String terminalId,
        String lastFour,
        Duration cardTime,
        Duration answerTime,
        Duration rebootTime,
        ReportOrder reportOrder,
        @Nullable Path ledgerFile) {

    /** Two readings of the fields of R02 exist in public; real terminals may have either. */
    public enum ReportOrder {
        /** Record, transaction number, authorisation code, till's reference. */
        NUMBER_FIRST,
        /** Record, till's reference, authorisation code, transaction number. */
        REFERENCE_FIRST
    }

    /** Refuses ids that no message can carry. */
    public EmulatorSettings {
        if (!serialNumber.matches("[0-9A-Za-z]{1,16}") || !terminalId.matches("[0-9A-Za-z]{1,16}")) {
            throw new IllegalArgumentException("Serial number and terminal id are 1 to 16 letters and digits");
        }
        if (!lastFour.matches("\\d{4}")) {
            throw new IllegalArgumentException("The end of a card number has four digits");
        }
    }

    /** A terminal at human speed, ledger in memory. */
    public static EmulatorSettings standard(Clock clock) {
        return new EmulatorSettings(
                clock,
                "1850001234",
                "87654321",
                "1119",
                Duration.ofMillis(800),
                Duration.ofSeconds(3),
                Duration.ofSeconds(2),
                ReportOrder.NUMBER_FIRST,
                null);
    }

    /** The same with its ledger in {@code file}. */
    public EmulatorSettings ledgerIn(Path file) {
        return new EmulatorSettings(
                clock, serialNumber, terminalId, lastFour, cardTime, answerTime, rebootTime, reportOrder, file);
    }

    /** The same with other times. */
    public EmulatorSettings times(Duration card, Duration answer, Duration reboot) {
        return new EmulatorSettings(
                clock, serialNumber, terminalId, lastFour, card, answer, reboot, reportOrder, ledgerFile);
    }

    /** The same with another order of the fields of R02. */
    public EmulatorSettings reporting(ReportOrder order) {
        return new EmulatorSettings(
                clock, serialNumber, terminalId, lastFour, cardTime, answerTime, rebootTime, order, ledgerFile);
    }
}
