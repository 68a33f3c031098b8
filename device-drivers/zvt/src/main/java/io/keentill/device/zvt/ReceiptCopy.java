package io.keentill.device.zvt;

import io.keentill.device.link.LinkException;
import io.keentill.device.terminal.Outcome.TerminalReceipts;
import io.keentill.device.terminal.Reprint;
import io.keentill.domain.text.Sentence;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Gets the receipt of the last payment again (06 20). */
final class ReceiptCopy {

    private static final int BUSY = 0x9C;
    private static final List<String> COPY_WORDS = List.of("kopie", "copy", "duplicate", "duplikat", "wiederholung");

    private final Connection connection;
    private final LastPayment lastPayment;
    private final TillRole role;

    ReceiptCopy(Connection connection, LastPayment lastPayment, TillRole role) {
        this.connection = connection;
        this.lastPayment = lastPayment;
        this.role = role;
    }

    Reprint get() {
        return switch (lastPayment.ready(null, Duration.ZERO)) {
            case LastPayment.Answer.Unreachable(Sentence why) -> new Reprint.NotPrinted(why);
            case LastPayment.Answer.Busy() -> new Reprint.NotPrinted(FailureTexts.of(BUSY));
            case LastPayment.Answer.None() ->
                new Reprint.NotPrinted(
                        Sentence.of("zvt.the-terminal-has-had-no-payment", "The terminal has had no payment yet"));
            case LastPayment.Answer.Known _, LastPayment.Answer.Untold _, LastPayment.Answer.Unsupported _ -> ask();
        };
    }

    private Reprint ask() {
        try {
            return switch (connection.printLast()) {
                case Service.Result.Done(var _, var _, ReceiptLines printed) -> of(printed);
                case Service.Result.Refused(int code) -> new Reprint.NotPrinted(FailureTexts.of(code));
                case Service.Result.Busy() -> new Reprint.NotPrinted(FailureTexts.of(BUSY));
                case Service.Result.Silent() ->
                    failed(Sentence.of(
                            "zvt.the-terminal-fell-silent-look-at",
                            "The terminal fell silent. Look at its printer, then try again"));
            };
        } catch (LinkException e) {
            return failed(LinkException.said(e));
        }
    }

    private Reprint of(ReceiptLines printed) {
        if (!printed.all().isEmpty()) {
            TerminalReceipts receipts = printed.receipts();
            return new Reprint.Text(new TerminalReceipts(marked(receipts.merchant()), marked(receipts.customer())));
        }
        return role.receipts() == TillRole.Receipts.TERMINAL
                ? new Reprint.AtTerminal()
                : new Reprint.NotPrinted(Sentence.of(
                        "zvt.the-terminal-sent-no-receipt-print",
                        "The terminal sent no receipt. Print it from the sale, or at the terminal"));
    }

    /** With a word on top that it is a copy, unless the terminal has put one in. */
    private static List<String> marked(List<String> lines) {
        boolean said = lines.stream()
                .map(line -> line.toLowerCase(Locale.ROOT).replace(" ", ""))
                .anyMatch(line -> COPY_WORDS.stream().anyMatch(word -> line.equals(word) || line.contains("*" + word)));
        if (said || lines.isEmpty()) {
            return lines;
        }
        return Stream.concat(Stream.of("*** COPY ***"), lines.stream()).toList();
    }

    private Reprint failed(Sentence why) {
        connection.drop();
        return new Reprint.NotPrinted(why);
    }
}
