package io.keentill.domain.receipt;

import io.keentill.domain.money.Money;
import io.keentill.domain.money.MoneyFormat;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.payment.TerminalSlip;
import io.keentill.domain.receipt.ReceiptElement.Align;
import io.keentill.domain.receipt.ReceiptElement.Columns;
import io.keentill.domain.receipt.ReceiptElement.Text;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundLine;
import io.keentill.domain.refund.RefundPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The middle of a refund's receipt: goods, what went back to which tender, tax, reason. */
final class RefundSections {

    private final ReceiptWords words;
    private final MoneyFormat money;
    private final CardSections cards;

    RefundSections(ReceiptWords words, MoneyFormat money) {
        this.words = words;
        this.money = money;
        this.cards = new CardSections(words);
    }

    /** What came back; one line that says so for an amount without goods. */
    List<ReceiptElement> lines(Refund refund) {
        List<ReceiptElement> paper = new ArrayList<>();
        if (refund.lines().isEmpty()) {
            paper.add(figure(words.phrase("refund.amount"), refund.returned()));
        }
        for (RefundLine line : refund.lines()) {
            paper.add(figure(line.name(), line.amount()));
            if (!line.quantity().equals(Quantity.ONE)) {
                paper.add(text("  " + line.quantity() + " ×"));
            }
        }
        return paper;
    }

    /** What went back to which tender; together with the rounding of cash they are the total. */
    List<ReceiptElement> back(
            Refund refund, Function<String, Optional<PaymentAttempt>> attempts, Function<String, List<String>> slips) {
        List<ReceiptElement> paper = new ArrayList<>();
        if (refund.exchanged().isPositive()) {
            paper.add(figure(words.phrase("refund.exchange"), refund.exchanged()));
        }
        for (RefundPart part : refund.parts()) {
            if (part.state() == RefundPart.State.RETURNED && part.type() != TenderType.EXCHANGE) {
                paper.addAll(part.type() == TenderType.CASH ? cash(part) : card(part, attempts, slips));
            }
        }
        return paper;
    }

    private List<ReceiptElement> cash(RefundPart part) {
        List<ReceiptElement> paper = new ArrayList<>();
        paper.add(figure(words.phrase("refund.cash"), part.handed()));
        if (!part.rounding().isZero()) {
            paper.add(figure(words.phrase("tender.rounding"), part.rounding().negated()));
        }
        return paper;
    }

    private List<ReceiptElement> card(
            RefundPart part,
            Function<String, Optional<PaymentAttempt>> attempts,
            Function<String, List<String>> slips) {
        String id = part.attemptId();
        CardDetails card = id == null
                ? CardDetails.NONE
                : attempts.apply(id).map(PaymentAttempt::card).orElse(CardDetails.NONE);
        List<ReceiptElement> paper = new ArrayList<>();
        paper.add(figure(words.phrase("refund.to", cards.name(card)), part.amount()));
        paper.addAll(cards.details(card, id == null ? List.of() : slips.apply(id)));
        return paper;
    }

    /** The tax within what goes back, and why it does. */
    List<ReceiptElement> rest(Refund refund) {
        return List.of(
                figure(words.phrase("tax.heading"), refund.tax()),
                text(words.phrase("refund.reason", refund.reason())));
    }

    /** Where whoever gave it and, for a card, whoever got it sign. */
    List<ReceiptElement> signature() {
        return cards.signature();
    }

    /** Whether any of it went back to a card, so that the shop keeps a paper, too. */
    static boolean isToCard(Refund refund) {
        return refund.parts().stream()
                .anyMatch(p -> p.type() == TenderType.CARD && p.state() == RefundPart.State.RETURNED);
    }

    /** The terminal's text for the customer or for the shop. */
    static Function<String, List<String>> slipOf(Function<String, TerminalSlip> slips, boolean merchant) {
        return id -> {
            TerminalSlip slip = slips.apply(id);
            return merchant ? slip.merchant() : slip.customer();
        };
    }

    private ReceiptElement figure(String left, Money amount) {
        return new Columns(left, money.figures(amount), false);
    }

    private static ReceiptElement text(String text) {
        return new Text(text, Align.LEFT, false, false);
    }
}
