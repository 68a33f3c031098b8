package io.keentill.device.zvt;

import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.Bcd;
import io.keentill.device.zvt.codec.Bitmap;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.Command;
import io.keentill.device.zvt.codec.Fields;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentKind;
import java.util.Optional;

/** Builds 06 01, 06 30 and 06 31. */
final class PaymentCommand {

    private static final long HIGHEST_AMOUNT = 999_999_999_999L;

    private PaymentCommand() {}

    /** Why {@code request} cannot be put into a message; empty if it can. */
    static Optional<String> obstacle(TerminalRequest request) {
        Money amount = request.amount();
        if (amount.minor() <= 0 || amount.minor() > HIGHEST_AMOUNT) {
            return Optional.of("A ZVT terminal takes amounts from 1 to 999999999999 minor units, not " + amount);
        }
        if (request.kind() == PaymentKind.PRE_AUTHORISATION
                || request.kind() == PaymentKind.COMPLETION
                || request.kind() == PaymentKind.RELEASE) {
            return Optional.of("This till takes no pre-authorisations on ZVT terminals");
        }
        if (request instanceof TerminalRequest.Refund refund && refund.original() != null) {
            return Optional.of("ZVT refunds know no earlier payment. Give the refund without one; the customer"
                    + " presents the card");
        }
        if (request instanceof TerminalRequest.Reversal reversal) {
            String receipt = reversal.original().card().receiptNumber();
            if (receipt == null || !receipt.matches("\\d{1,4}")) {
                return Optional.of(
                        "The terminal's receipt number of the payment is not known, so it cannot be reversed. Give a refund");
            }
        }
        return Optional.empty();
    }

    /** The message for {@code request}, which has no {@link #obstacle}. */
    static Apdu of(TerminalRequest request, Bytes password) {
        Fields money = Fields.NONE
                .with(Bitmap.AMOUNT, Bcd.encode(request.amount().minor(), 6))
                .with(Bitmap.CURRENCY, Bcd.encode(request.amount().currency().getNumericCode(), 2));
        return switch (request) {
            case TerminalRequest.Sale _ -> new Apdu(Command.AUTHORISE, money.encode());
            case TerminalRequest.Refund _ -> new Apdu(Command.REFUND, password.plus(money.encode()));
            case TerminalRequest.Reversal reversal -> {
                String receipt = Optional.ofNullable(reversal.original().card().receiptNumber())
                        .orElseThrow(() -> new IllegalArgumentException("A reversal needs a receipt number"));
                Fields which = Fields.NONE.with(Bitmap.RECEIPT, Bcd.encode(Long.parseLong(receipt), 2));
                yield new Apdu(Command.REVERSE, password.plus(which.encode()).plus(money.encode()));
            }
            case TerminalRequest.PreAuthorisation _, TerminalRequest.Completion _, TerminalRequest.Release _ ->
                throw new IllegalArgumentException("No ZVT message for " + request.kind());
        };
    }
}
