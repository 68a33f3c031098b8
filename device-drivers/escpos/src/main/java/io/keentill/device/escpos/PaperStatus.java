package io.keentill.device.escpos;

import io.keentill.domain.text.Sentence;
import java.util.Optional;

/** Reads the answers to the real-time status questions {@code DLE EOT n} (terminal-protocols 10.2). */
final class PaperStatus {

    /** Question 1: the printer as a whole. */
    static final int PRINTER = 1;
    /** Question 2: why it is offline. */
    static final int OFFLINE_CAUSE = 2;
    /** Question 4: its paper. */
    static final int PAPER = 4;

    private static final int FIXED_MASK = 0x93;
    private static final int FIXED_BITS = 0x12;
    private static final int OFFLINE = 0x08;
    private static final int COVER = 0x04;
    private static final int PAPER_END = 0x20;
    private static final int ERROR = 0x40;
    private static final int PAPER_SENSOR_END = 0x60;

    private PaperStatus() {}

    /** Whether a byte can be such an answer: bits 1 and 4 are set, 0 and 7 are not. Other bytes are chatter. */
    static boolean isAnswer(int status) {
        return (status & FIXED_MASK) == FIXED_BITS;
    }

    /** Whether the answer to question 1 says offline. */
    static boolean isOffline(int printer) {
        return (printer & OFFLINE) != 0;
    }

    /** What people must do, by the answer to question 2. */
    static Optional<Sentence> offlineCause(int cause) {
        if ((cause & COVER) != 0) {
            return Optional.of(Sentence.of(
                    "printer.the-printers-cover-is-open-close",
                    "The printer's cover is open. Close it and print again."));
        }
        if ((cause & PAPER_END) != 0) {
            return outOfPaper();
        }
        if ((cause & ERROR) != 0) {
            return Optional.of(Sentence.of(
                    "printer.the-printer-reports-a-fault-check",
                    "The printer reports a fault. Check the knife and the paper, switch it off and"
                            + " on, and print again."));
        }
        return Optional.empty();
    }

    /** What people must do, by the answer to question 4. Paper near its end still prints. */
    static Optional<Sentence> paper(int paper) {
        return (paper & PAPER_SENSOR_END) == 0 ? Optional.empty() : outOfPaper();
    }

    private static Optional<Sentence> outOfPaper() {
        return Optional.of(Sentence.of(
                "printer.the-printer-is-out-of-paper",
                "The printer is out of paper. Put in a new roll and print again."));
    }
}
