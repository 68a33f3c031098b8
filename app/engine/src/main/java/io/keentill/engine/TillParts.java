package io.keentill.engine;

import io.keentill.device.link.LinkOpener;
import io.keentill.device.printer.ReceiptPrinter;
import io.keentill.device.terminal.FrameTrace;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.engine.receipts.PaperFiles;
import io.keentill.revkeen.RevKeenOptions;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * What a till is made of and cannot make itself: time, chance, devices. The launcher brings the real ones, tests bring
 * their own.
 *
 * @param clock wall clock with the shop's time zone
 * @param random ids and back-off
 * @param secureRandom salts
 * @param links the way to devices
 * @param drivers terminal families at hand
 * @param trace gets masked frames
 * @param printers opens a printer by address; throws IllegalArgumentException with words for people
 * @param locale language of receipts
 * @param appVersion told to RevKeen's connector channel
 * @param isSandbox whether an API address is a training sandbox rather than RevKeen
 * @param revkeen how RevKeen is reached
 * @param waits how time passes
 * @param files where receipts are kept as files
 */
public record TillParts(
        Clock clock,
        RandomGenerator random,
        RandomGenerator secureRandom,
        LinkOpener links,
        List<TerminalDriver> drivers,
        FrameTrace trace,
        Function<String, ReceiptPrinter> printers,
        Locale locale,
        String appVersion,
        Predicate<URI> isSandbox,
        RevKeenOptions revkeen,
        Waits waits,
        PaperFiles files) {

    /** Copies the drivers. */
    public TillParts {
        drivers = List.copyOf(drivers);
    }

    /** Without files. */
    public TillParts(
            Clock clock,
            RandomGenerator random,
            RandomGenerator secureRandom,
            LinkOpener links,
            List<TerminalDriver> drivers,
            FrameTrace trace,
            Function<String, ReceiptPrinter> printers,
            Locale locale,
            String appVersion,
            Predicate<URI> isSandbox,
            RevKeenOptions revkeen,
            Waits waits) {
        this(
                clock,
                random,
                secureRandom,
                links,
                drivers,
                trace,
                printers,
                locale,
                appVersion,
                isSandbox,
                revkeen,
                waits,
                PaperFiles.NONE);
    }

    /** In real time, with RevKeen across the network. */
    public TillParts(
            Clock clock,
            RandomGenerator random,
            RandomGenerator secureRandom,
            LinkOpener links,
            List<TerminalDriver> drivers,
            FrameTrace trace,
            Function<String, ReceiptPrinter> printers,
            Locale locale,
            String appVersion,
            Predicate<URI> isSandbox) {
        this(
                clock,
                random,
                secureRandom,
                links,
                drivers,
                trace,
                printers,
                locale,
                appVersion,
                isSandbox,
                RevKeenOptions.defaults(),
                Waits.REAL);
    }

    /** The same with a place for receipts as files. */
    public TillParts withFiles(PaperFiles place) {
        return new TillParts(
                clock,
                random,
                secureRandom,
                links,
                drivers,
                trace,
                printers,
                locale,
                appVersion,
                isSandbox,
                revkeen,
                waits,
                place);
    }
}
