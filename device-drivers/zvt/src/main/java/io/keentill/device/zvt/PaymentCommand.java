package io.keentill.device.zvt;

import io.keentill.device.terminal.Original;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.Bcd;
import io.keentill.device.zvt.codec.Bitmap;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.Command;
import io.keentill.device.zvt.codec.Fields;
import io.keentill.domain.money.Money;
import io.keentill.domain.text.Sentence;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Builds 06 01, 06 22 to 06 25, 06 30 and 06 31. */
final class PaymentCommand {

    private static final long HIGHEST_AMOUNT = 999_999_999_999L;

    private static final int AUTH_CODE = 8;

    private PaymentCommand() {}

    /** Why {@code request} cannot be put into a message; empty if it can. */
    static Optional<Sentence> obstacle(TerminalRequest request) {
        Money amount = request.amount();
        if (amount.minor() <= 0 || amount.minor() > HIGHEST_AMOUNT) {
            return Optional.of(Sentence.of(
                    "zvt.a-zvt-terminal-takes-amounts-from",
                    "A ZVT terminal takes amounts from 1 to 999999999999 minor units, not {0}",
                    amount));
        }
        if (request instanceof TerminalRequest.Refund refund && refund.original() != null) {
            return Optional.of(Sentence.of(
                    "zvt.zvt-refunds-know-no-earlier-payment",
                    "ZVT refunds know no earlier payment. Give the refund without one; the customer"
                            + " presents the card"));
        }
        Optional<Original> earlier = request.earlier();
        if (earlier.isPresent() && receipt(earlier.get()).isEmpty()) {
            return Optional.of(Sentence.of(
                    "zvt.the-terminals-receipt-number-of-the",
                    "The terminal's receipt number of the payment is not known, so it cannot be" + " referred to. {0}",
                    request instanceof TerminalRequest.Reversal
                            ? Sentence.of("zvt.give-a-refund", "Give a refund")
                            : Sentence.of(
                                    "zvt.book-at-the-terminal", "Book or cancel the reservation at the terminal")));
        }
        if (request instanceof TerminalRequest.Completion completion
                && amount.minor() > completion.original().amount().minor()) {
            return Optional.of(Sentence.of(
                    "zvt.only-is-held-so-cannot-be",
                    "Only {0} is held, so {1} cannot be taken",
                    completion.original().amount(),
                    amount));
        }
        return Optional.empty();
    }

    /**
     * The amount that the message names, and that the terminal's answer must name: that of the request, but when a hold is
     * taken by what is not needed of it.
     */
    static long told(TerminalRequest request, TillRole role) {
        return request instanceof TerminalRequest.Completion completion && role.bookRest()
                ? completion.original().amount().minor() - request.amount().minor()
                : request.amount().minor();
    }

    /** The message for {@code request}, which has no {@link #obstacle}. */
    static Apdu of(TerminalRequest request, Bytes password, TillRole role) {
        Bytes money = Fields.NONE
                .with(Bitmap.AMOUNT, Bcd.encode(told(request, role), 6))
                .with(Bitmap.CURRENCY, Bcd.encode(request.amount().currency().getNumericCode(), 2))
                .encode();
        return switch (request) {
            case TerminalRequest.Sale _ -> new Apdu(Command.AUTHORISE, money);
            case TerminalRequest.Refund _ -> new Apdu(Command.REFUND, password.plus(money));
            case TerminalRequest.Reversal reversal ->
                new Apdu(
                        Command.REVERSE,
                        password.plus(which(reversal.original()).encode()).plus(money));
            case TerminalRequest.PreAuthorisation _ -> new Apdu(Command.PRE_AUTHORISE, money);
            case TerminalRequest.Completion completion ->
                role.bookRest()
                        ? new Apdu(
                                Command.BOOK_REST,
                                which(completion.original()).encode().plus(money))
                        : new Apdu(
                                Command.BOOK_TOTAL,
                                booking(completion.original()).encode().plus(money));
            case TerminalRequest.Release release ->
                new Apdu(Command.RELEASE, which(release.original()).encode().plus(money));
        };
    }

    private static Fields which(Original original) {
        long number = receipt(original).orElseThrow(() -> new IllegalArgumentException("No receipt number"));
        return Fields.NONE.with(Bitmap.RECEIPT, Bcd.encode(number, 2));
    }

    /** Booking a reservation wants its trace number and authorisation code too, as far as they are known. */
    private static Fields booking(Original original) {
        Fields fields = which(original);
        OptionalLong trace = trace(original);
        if (trace.isPresent()) {
            fields = fields.with(Bitmap.TRACE, Bcd.encode(trace.getAsLong(), 3));
        }
        String code = original.card().authCode();
        if (code != null && code.matches("\\p{ASCII}{1,8}")) {
            Bytes text = Bytes.text(code, StandardCharsets.US_ASCII);
            fields = fields.with(Bitmap.AUTH_CODE, text.plus(Bytes.copyOf(new byte[AUTH_CODE - text.length()])));
        }
        return fields;
    }

    /** The trace number of an earlier payment, if it is known. */
    static OptionalLong trace(Original original) {
        return number(original.card().traceNumber(), "\\d{1,6}");
    }

    private static OptionalLong receipt(Original original) {
        return number(original.card().receiptNumber(), "\\d{1,4}");
    }

    private static OptionalLong number(@Nullable String text, String form) {
        return text != null && text.matches(form) ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
