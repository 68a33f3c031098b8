package io.keentill.device.zvt.emulator;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an emulated terminal is like.
 *
 * @param clock dates and times of payments
 * @param terminalId eight digits
 * @param lastFour of the test card
 * @param firstTrace number of the first payment of a new ledger, 1 to 999999
 * @param cardTime how long the customer takes to present the card
 * @param answerTime T3: how long the till's answer is awaited
 * @param keepAlive how often a slow payment says 04 FF
 * @param rebootTime how long a restart takes
 * @param forgetReversed whether a payment that was reversed for want of confirmation vanishes from "last payment" (so that
 *     the one before is shown) or is shown with result 6C
 * @param dayStartsAnew whether the end of a day makes it forget the day's payments, and receipt numbers begin with 1 again
 * @param ledgerFile where the ledger survives a restart of the emulator; null keeps it in memory
 */
public record EmulatorSettings(
        Clock clock,
        String terminalId,
        String lastFour,
        int firstTrace,
        Duration cardTime,
        Duration answerTime,
        Duration keepAlive,
        Duration rebootTime,
        boolean forgetReversed,
        boolean dayStartsAnew,
        @Nullable Path ledgerFile) {

    /** Refuses ids and numbers that no message can carry. */
    public EmulatorSettings {
        if (!terminalId.matches("\\d{8}") || !lastFour.matches("\\d{4}")) {
            throw new IllegalArgumentException("A terminal id has eight digits, the end of a card number four");
        }
        if (firstTrace < 1 || firstTrace > 999_999) {
            throw new IllegalArgumentException("A trace number is from 1 to 999999");
        }
    }

    /** A terminal at human speed, ledger in memory. */
    public static EmulatorSettings standard(Clock clock) {
        return new EmulatorSettings(
                clock,
                "68001234",
                "0042",
                1,
                Duration.ofMillis(800),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                false,
                false,
                null);
    }

    /** The same with its ledger in {@code file}. */
    public EmulatorSettings ledgerIn(Path file) {
        return new EmulatorSettings(
                clock,
                terminalId,
                lastFour,
                firstTrace,
                cardTime,
                answerTime,
                keepAlive,
                rebootTime,
                forgetReversed,
                dayStartsAnew,
                file);
    }

    /** The same with other times. */
    public EmulatorSettings times(Duration card, Duration answer, Duration alive, Duration reboot) {
        return new EmulatorSettings(
                clock,
                terminalId,
                lastFour,
                firstTrace,
                card,
                answer,
                alive,
                reboot,
                forgetReversed,
                dayStartsAnew,
                ledgerFile);
    }

    /** The same with another first trace number. */
    public EmulatorSettings startingAt(int trace) {
        return new EmulatorSettings(
                clock,
                terminalId,
                lastFour,
                trace,
                cardTime,
                answerTime,
                keepAlive,
                rebootTime,
                forgetReversed,
                dayStartsAnew,
                ledgerFile);
    }

    /** The same, showing the payment before one that was reversed for want of confirmation. */
    public EmulatorSettings forgettingReversed() {
        return new EmulatorSettings(
                clock,
                terminalId,
                lastFour,
                firstTrace,
                cardTime,
                answerTime,
                keepAlive,
                rebootTime,
                true,
                dayStartsAnew,
                ledgerFile);
    }

    /** The same, forgetting a day's payments and counting receipts from 1 again once the day is closed. */
    public EmulatorSettings startingEachDayAnew() {
        return new EmulatorSettings(
                clock,
                terminalId,
                lastFour,
                firstTrace,
                cardTime,
                answerTime,
                keepAlive,
                rebootTime,
                forgetReversed,
                true,
                ledgerFile);
    }
}
