package io.keentill.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.MoneyFormat;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.Exchange;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.payment.TerminalSlip;
import io.keentill.domain.receipt.ReceiptComposer.Copy;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundLine;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.refund.RefundState;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is on the paper of a refund. */
class RefundReceiptTest {

    private static final TerminalSlip SLIP =
            new TerminalSlip(List.of("CREDIT  MERCHANT TEXT"), List.of("CREDIT  CUSTOMER TEXT"));

    @Test
    void cashGoesBackOnOnePaper() {
        List<Receipt> papers =
                papers(Locale.UK, refund(part(TenderType.CASH, 248, 2)), TerminalSlip.NONE, Copy.ORIGINAL);
        assertThat(papers).hasSize(1);
        List<String> lines = new ReceiptText().lines(papers.getFirst());
        assertThat(lines)
                .anyMatch(l -> l.strip().equals("R E F U N D"))
                .anyMatch(l -> l.startsWith("Refund 7"))
                .anyMatch(l -> l.contains("For receipt 12, order K7-3F9Q"))
                .anyMatch(l -> l.contains("Served by Ann"))
                .anyMatch(l -> l.contains("Green tea") && l.contains("2.48"))
                .anyMatch(l -> l.contains("G I V E N   B A C K") && l.contains("£ 2 . 4 8"))
                .anyMatch(l -> l.contains("Cash handed over") && l.contains("2.50"))
                .anyMatch(l -> l.contains("Cash rounding") && l.contains("-0.02"))
                .anyMatch(l -> l.contains("Tax in this total") && l.contains("0.41"))
                .anyMatch(l -> l.contains("Reason: too bitter"))
                .noneMatch(l -> l.contains("C O P Y"));
    }

    @Test
    void aCardHasAPaperForTheCustomerAndOneForTheShopEachWithTheTerminalsText() {
        List<Receipt> papers = papers(Locale.UK, refund(part(TenderType.CARD, 248, 0)), SLIP, Copy.COPY);
        assertThat(papers).hasSize(2);
        String customer = new ReceiptText().text(papers.get(0));
        String shop = new ReceiptText().text(papers.get(1));
        assertThat(customer)
                .contains("C O P Y", "R E F U N D", "To Card VISA", "CUSTOMER TEXT")
                .doesNotContain("MERCHANT", "Signature");
        assertThat(shop).contains("C O P Y", "R E F U N D", "MERCHANT COPY", "MERCHANT TEXT", "Signature");
    }

    @Test
    void withoutATextOfTheTerminalTheCardsFactsStandThere() {
        List<Receipt> papers =
                papers(Locale.GERMANY, refund(part(TenderType.CARD, 248, 0)), TerminalSlip.NONE, Copy.ORIGINAL);
        assertThat(new ReceiptText().text(papers.getFirst()))
                .contains(
                        "E R S T A T T U N G",
                        "Erstattung 7",
                        "Zu Beleg 12",
                        "Auf Karte VISA",
                        "4242",
                        "Grund: too bitter");
    }

    @Test
    void whatWasExchangedIsToldOnBothPapers() {
        RefundPart part = RefundPart.planned("p1", TenderType.EXCHANGE, Money.of(248, Samples.GBP), "a0");
        Refund refund = refund(new RefundPart(
                part.id(),
                part.type(),
                part.amount(),
                part.rounding(),
                "a0",
                null,
                RefundPart.State.RETURNED,
                Samples.NOON));
        List<Receipt> papers = papers(Locale.UK, refund, TerminalSlip.NONE, Copy.ORIGINAL);
        assertThat(papers).as("no card was touched").hasSize(1);
        assertThat(new ReceiptText().lines(papers.getFirst()))
                .anyMatch(l -> l.contains("Towards new goods") && l.contains("2.48"))
                .anyMatch(l -> l.contains("Green tea") && l.contains("2.48"));

        Order sold = Samples.mixedSale();
        Order open = Order.open("o2", "K7-NEW1", Samples.GBP, "ann", Samples.NOON)
                .plusLine(sold.lines().getFirst());
        Exchange whose = new Exchange(refund.id(), refund.reference(), "a0");
        Money first = open.due().min(Money.of(248, Samples.GBP));
        Order half = open.plusTender(Tender.exchange("t1", first, whose, Samples.NOON));
        Order paid = (half.due().isZero()
                        ? half
                        : half.plusTender(Tender.cash("t2", half.due(), half.due(), CashRounding.NONE, Samples.NOON)))
                .closed(13, Samples.NOON);
        Receipt receipt = new ReceiptComposer(
                        Samples.SHOP, Locale.UK, ZoneId.of("Europe/London"), ReceiptWords.of(Locale.UK))
                .sale(
                        paid,
                        id -> Optional.empty(),
                        id -> TerminalSlip.NONE,
                        id -> Optional.of(refund),
                        "Ann",
                        Copy.ORIGINAL);
        String figure = new MoneyFormat(Locale.UK).figures(first);
        assertThat(new ReceiptText().lines(receipt))
                .anyMatch(l -> l.contains("Exchange, refund RF-1234") && l.contains(figure))
                .anyMatch(l -> l.contains("Came back: Green tea, 2.48"));
    }

    @Test
    void whatDidNotGoBackIsNotOnIt() {
        Refund refund = refund(
                part(TenderType.CASH, 100, 0),
                new RefundPart(
                        "p9",
                        TenderType.CARD,
                        Money.of(150, Samples.GBP),
                        Money.zero(Samples.GBP),
                        "a0",
                        null,
                        RefundPart.State.GIVEN_UP,
                        null));
        List<Receipt> papers = papers(Locale.UK, refund, TerminalSlip.NONE, Copy.ORIGINAL);
        assertThat(papers).hasSize(1);
        assertThat(new ReceiptText().text(papers.getFirst()))
                .contains("1.00")
                .doesNotContain("1.50")
                .doesNotContain("To Card");
    }

    @Test
    void oneThatIsNotClosedHasNoReceipt() {
        Refund closed = refund(part(TenderType.CASH, 248, 0));
        Refund open = new Refund(
                closed.id(),
                closed.reference(),
                closed.orderId(),
                closed.orderReference(),
                closed.orderReceipt(),
                RefundState.OPEN,
                closed.currency(),
                closed.lines(),
                closed.tax(),
                closed.reason(),
                closed.operator(),
                closed.parts(),
                null,
                closed.openedAt(),
                null,
                null);
        assertThatThrownBy(() -> papers(Locale.UK, open, TerminalSlip.NONE, Copy.ORIGINAL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Receipt> papers(Locale locale, Refund refund, TerminalSlip slip, Copy copy) {
        return new ReceiptComposer(Samples.SHOP, locale, ZoneId.of("Europe/London"), ReceiptWords.of(locale))
                .refund(refund, id -> Optional.of(attempt()), id -> slip, "Ann", copy);
    }

    private static RefundPart part(TenderType type, long pence, long rounding) {
        return new RefundPart(
                "p1",
                type,
                Money.of(pence, Samples.GBP),
                Money.of(rounding, Samples.GBP),
                type == TenderType.CARD ? "a0" : null,
                type == TenderType.CARD ? "a1" : null,
                RefundPart.State.RETURNED,
                Samples.NOON);
    }

    private static Refund refund(RefundPart... parts) {
        return new Refund(
                "r1",
                "RF-1234",
                "o1",
                "K7-3F9Q",
                12L,
                RefundState.CLOSED,
                Samples.GBP,
                parts.length > 1
                        ? List.of()
                        : List.of(new RefundLine("l1", "Green tea", Quantity.ONE, parts[0].amount())),
                Money.of(41, Samples.GBP),
                "too bitter",
                "ann",
                List.of(parts),
                null,
                Samples.NOON,
                7L,
                Samples.NOON);
    }

    private static PaymentAttempt attempt() {
        CardDetails card = CardDetails.builder()
                .scheme("VISA")
                .cardNumber("************4242")
                .build();
        Money back = Money.of(248, Samples.GBP);
        return new PaymentAttempt(
                "a1",
                "P1",
                "o1",
                PaymentKind.REFUND,
                back,
                "t",
                "s1",
                "a0",
                AttemptState.APPROVED,
                back,
                card,
                null,
                null,
                Samples.NOON,
                Samples.NOON,
                Samples.NOON);
    }
}
