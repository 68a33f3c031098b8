package io.keentill.engine.cloud;

import io.keentill.domain.payment.PaymentKind;
import io.keentill.revkeen.terminal.TerminalPaymentType;
import java.util.List;

/**
 * What is stored before a request leaves, to recognise what it made. RevKeen names the sale by our reference, but takes
 * none for a refund or void: those are told by the newest such record that was there before.
 *
 * @param sale id of the sale that is given back; empty for a sale
 * @param before id of the newest record of this type before ours; empty where there was none
 */
record Hint(String sale, String before) {

    static final Hint NONE = new Hint("", "");

    static Hint read(String text) {
        List<String> parts = List.of(text.split(" ", -1));
        return parts.size() == 2 ? new Hint(parts.get(0), parts.get(1)) : NONE;
    }

    String text() {
        return sale + " " + before;
    }

    static TerminalPaymentType type(PaymentKind kind) {
        return switch (kind) {
            case REFUND -> TerminalPaymentType.REFUND;
            case REVERSAL -> TerminalPaymentType.VOID;
            default -> TerminalPaymentType.SALE;
        };
    }
}
