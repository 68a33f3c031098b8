package io.keentill.domain.receipt;

import io.keentill.domain.money.Money;
import io.keentill.domain.money.MoneyFormat;
import io.keentill.domain.order.Discount;
import io.keentill.domain.order.LineTotals;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.OrderTotals;
import io.keentill.domain.order.OrderTotals.TaxLine;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.Exchange;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TerminalSlip;
import io.keentill.domain.receipt.ReceiptElement.Align;
import io.keentill.domain.receipt.ReceiptElement.Columns;
import io.keentill.domain.receipt.ReceiptElement.Text;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The middle of a sale's receipt: lines, sums, tenders and taxes. */
final class SaleSections {

    private static final String INDENT = "  ";

    private final ReceiptWords words;
    private final MoneyFormat money;
    private final CardSections cards;

    SaleSections(ReceiptWords words, MoneyFormat money) {
        this.words = words;
        this.money = money;
        this.cards = new CardSections(words);
    }

    /** Each line at its shelf price, its quantity when not one, its discount below it. */
    List<ReceiptElement> lines(Order order) {
        List<ReceiptElement> paper = new ArrayList<>();
        List<LineTotals> totals = order.totals().lines();
        List<OrderLine> sold = order.soldLines();
        for (int i = 0; i < sold.size(); i++) {
            OrderLine line = sold.get(i);
            paper.add(figure(line.name(), totals.get(i).gross()));
            if (!line.quantity().equals(Quantity.ONE)) {
                paper.add(detail(line.quantity() + " × " + money.figures(line.unitPrice())));
            }
            Discount discount = line.discount();
            if (discount != null) {
                paper.add(figure(
                        INDENT + discount.label(), totals.get(i).lineDiscount().negated()));
            }
            String note = line.note();
            if (note != null) {
                paper.add(detail(note));
            }
        }
        return paper;
    }

    /** From the lines to the total: subtotal, order discount, and tax that the prices do not contain. */
    List<ReceiptElement> sums(Order order) {
        OrderTotals totals = order.totals();
        Money zero = Money.zero(order.currency());
        Money offLines = totals.lines().stream().map(LineTotals::lineDiscount).reduce(zero, Money::plus);
        Money offOrder = totals.lines().stream().map(LineTotals::orderDiscount).reduce(zero, Money::plus);
        List<ReceiptElement> paper = new ArrayList<>();
        paper.add(figure(words.phrase("subtotal"), totals.subtotal().minus(offLines)));
        Discount discount = order.discount();
        if (discount != null) {
            paper.add(figure(discount.label(), offOrder.negated()));
        }
        totals.taxes().stream()
                .filter(tax -> !tax.rate().inclusive())
                .forEach(tax ->
                        paper.add(figure(words.phrase("tax.added", tax.rate().name()), tax.tax())));
        return paper;
    }

    /** How it was paid. */
    List<ReceiptElement> tenders(
            Order order,
            Function<String, Optional<PaymentAttempt>> attempts,
            Function<String, TerminalSlip> slips,
            Function<String, Optional<Refund>> refunds) {
        List<ReceiptElement> paper = new ArrayList<>(exchanges(order, refunds));
        for (Tender tender : order.tenders()) {
            switch (tender.type()) {
                case CASH -> paper.addAll(cash(tender));
                case CARD -> {
                    String attempt = tender.attemptId();
                    TerminalSlip slip = attempt == null ? TerminalSlip.NONE : slips.apply(attempt);
                    paper.addAll(card(tender, details(attempt, attempts), slip));
                }
                case LINK -> paper.add(figure(words.phrase("tender.link"), tender.applied()));
                case EXCHANGE -> {} // stands above, once for each refund
            }
        }
        return paper;
    }

    /** What goods that came back paid of it, and what they were worth. */
    private List<ReceiptElement> exchanges(Order order, Function<String, Optional<Refund>> refunds) {
        Map<String, Money> paid = new LinkedHashMap<>();
        Map<String, String> references = new LinkedHashMap<>();
        for (Tender tender : order.tenders()) {
            Exchange exchange = tender.exchange();
            if (exchange != null) {
                paid.merge(exchange.refundId(), tender.applied(), Money::plus);
                references.put(exchange.refundId(), exchange.refundReference());
            }
        }
        List<ReceiptElement> paper = new ArrayList<>();
        paid.forEach((refund, amount) -> {
            paper.add(figure(words.phrase("tender.exchange.of", references.getOrDefault(refund, "")), amount));
            refunds.apply(refund).ifPresent(back -> back.lines().forEach(line -> paper.add(cameBack(line))));
        });
        return paper;
    }

    private ReceiptElement cameBack(RefundLine line) {
        String goods = line.quantity().equals(Quantity.ONE) ? line.name() : line.quantity() + " × " + line.name();
        return detail(words.phrase("tender.exchange.goods", goods, money.figures(line.amount())));
    }

    /** What was bought, without its price. */
    List<ReceiptElement> gifts(Order order) {
        List<ReceiptElement> paper = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            boolean one = line.quantity().equals(Quantity.ONE);
            paper.add(new Text(one ? line.name() : line.quantity() + " × " + line.name(), Align.LEFT, false, false));
        }
        return paper;
    }

    /** What is to be remembered of the sale. */
    List<ReceiptElement> note(Order order) {
        String note = order.note();
        return note == null ? List.of() : List.of(new ReceiptElement.Blank(), new Text(note, Align.LEFT, false, false));
    }

    /** What the total contains of each tax, or why nothing is said of it here. */
    List<ReceiptElement> taxes(Order order) {
        String exemption = order.exemption();
        if (exemption != null) {
            return List.of(new Text(words.phrase("tax.exempt", exemption), Align.LEFT, false, false));
        }
        if (order.settlesInvoice()) {
            return List.of(new Text(words.phrase("tax.invoiced"), Align.LEFT, false, false));
        }
        OrderTotals totals = order.totals();
        List<ReceiptElement> paper = new ArrayList<>();
        paper.add(figure(words.phrase("tax.heading"), totals.tax()));
        for (TaxLine tax : totals.taxes()) {
            String row = words.phrase("tax.row", tax.rate().name(), money.figures(tax.net()));
            paper.add(figure(INDENT + row, tax.tax()));
        }
        return paper;
    }

    private List<ReceiptElement> cash(Tender tender) {
        List<ReceiptElement> paper = new ArrayList<>();
        if (!tender.rounding().isZero()) {
            paper.add(figure(words.phrase("tender.rounding"), tender.rounding()));
        }
        paper.add(figure(words.phrase("tender.cash"), tender.tendered()));
        if (!tender.change().isZero()) {
            paper.add(figure(words.phrase("tender.change"), tender.change()));
        }
        return paper;
    }

    private List<ReceiptElement> card(Tender tender, CardDetails card, TerminalSlip slip) {
        List<ReceiptElement> paper = new ArrayList<>();
        paper.add(figure(cards.name(card), tender.applied()));
        paper.addAll(cards.details(card, slip.customer()));
        return paper;
    }

    private static CardDetails details(
            @Nullable String attemptId, Function<String, Optional<PaymentAttempt>> attempts) {
        return attemptId == null
                ? CardDetails.NONE
                : attempts.apply(attemptId).map(PaymentAttempt::card).orElse(CardDetails.NONE);
    }

    private ReceiptElement figure(String left, Money amount) {
        return new Columns(left, money.figures(amount), false);
    }

    private static ReceiptElement detail(String text) {
        return new Text(INDENT + text, Align.LEFT, false, false);
    }
}
