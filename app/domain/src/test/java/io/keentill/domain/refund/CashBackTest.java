package io.keentill.domain.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.Exchange;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Coins for what goes back in cash, where the smallest coin is five minor units. */
class CashBackTest {

    private static final Currency CHF = Currency.getInstance("CHF");
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final CashRounding COINS = new CashRounding(5);

    /** 5.03 in cash, 10.00 by card, and 4.98 that were asked for as 5.00: the drawer kept 10.03. */
    private final Order sale = sale();

    @Test
    void theLastOfTheCashIsWhatTheDrawerKept() {
        assertThat(handed(List.of(), 1001)).isEqualTo(chf(1003));
        assertThat(handed(List.of(returned("r1", 500, 500)), 501)).isEqualTo(chf(503));
    }

    @Test
    void aPartIsRoundedToCoins() {
        assertThat(handed(List.of(), 500)).isEqualTo(chf(500));
        assertThat(handed(List.of(), 498)).isEqualTo(chf(500));
        assertThat(handed(List.of(), 1000)).isEqualTo(chf(1000));
    }

    @Test
    void whatGoesBackInCashInsteadOfToACardComesOnTop() {
        assertThat(handed(List.of(), 1101)).isEqualTo(chf(1103));
        assertThat(handed(List.of(returned("r1", 1001, 1003)), 103))
                .as("rounded for itself")
                .isEqualTo(chf(105));
    }

    @Test
    void onlyWhatCameOutOfTheDrawerCountsAsHanded() {
        assertThat(handed(List.of(returned("r1", 498, 500)), 2))
                .as("two coins too many went out before")
                .isEqualTo(chf(0));
        Refund planned = refund("r2", RefundPart.planned("p", TenderType.CASH, chf(498), null));
        assertThat(handed(List.of(planned), 2)).as("not handed over yet").isEqualTo(chf(0));
        assertThat(handed(List.of(planned), 498)).isEqualTo(chf(500));
        Refund card = refund("r3", RefundPart.planned("p", TenderType.CARD, chf(498), "a"))
                .returning("p", chf(498), chf(0), NOW, "rest");
        assertThat(handed(List.of(card), 498)).as("a card takes no coins").isEqualTo(chf(500));
    }

    @Test
    void cashThatAnExchangeBroughtIsRoundedToCoins() {
        TaxRate vat = new TaxRate("vat", "VAT", Rate.percent(8), true);
        Order basket = Order.open("o2", "REF2", CHF, "ann", NOW)
                .plusLine(new OrderLine("n", null, null, "SKU-N", "Jam", chf(153), Quantity.ONE, vat, null))
                .plusTender(Tender.exchange("t", chf(153), new Exchange("r", "REF-r", null), NOW))
                .closed(2, NOW);
        assertThat(CashBack.handed(basket, List.of(), chf(153), COINS)).isEqualTo(chf(155));
    }

    @Test
    void whatWasExchangedLeavesNoCoins() {
        Refund exchanged = refund("r4", RefundPart.planned("p", TenderType.EXCHANGE, chf(302), null))
                .returning("p", chf(302), chf(0), NOW, "rest");
        assertThat(handed(List.of(exchanged), 699))
                .as("10.03 in the drawer less 3.02, in coins")
                .isEqualTo(chf(700));
        assertThat(handed(List.of(exchanged, returned("r5", 198, 200)), 501)).isEqualTo(chf(500));
        assertThat(CashBack.handed(sale, List.of(), chf(699), chf(302), COINS))
                .as("the same right before it is booked")
                .isEqualTo(chf(700));
        Refund ofCard = refund("r6", RefundPart.planned("p", TenderType.EXCHANGE, chf(302), "attempt"))
                .returning("p", chf(302), chf(0), NOW, "rest");
        assertThat(handed(List.of(ofCard), 1001))
                .as("a card's money is none of it")
                .isEqualTo(chf(1003));
    }

    private Money handed(List<Refund> before, long amount) {
        return CashBack.handed(sale, before, chf(amount), COINS);
    }

    private Refund returned(String id, long amount, long handed) {
        return refund(id, RefundPart.planned("p", TenderType.CASH, chf(amount), null))
                .returning("p", chf(amount), chf(handed - amount), NOW, "rest");
    }

    private Refund refund(String id, RefundPart part) {
        return new Refund(
                id,
                "REF-" + id,
                sale.id(),
                sale.reference(),
                sale.receiptNumber(),
                RefundState.OPEN,
                CHF,
                List.of(),
                chf(0),
                "why",
                "ann",
                List.of(part),
                null,
                NOW,
                null,
                null);
    }

    private static Order sale() {
        TaxRate vat = new TaxRate("vat", "VAT", Rate.percent(8), true);
        OrderLine line = new OrderLine("l", null, null, "SKU", "Tea", chf(2001), Quantity.ONE, vat, null);
        Order open = Order.open("o", "REF", CHF, "ann", NOW).plusLine(line);
        open = open.plusTender(Tender.cash("t1", open.due(), chf(503), CashRounding.NONE, NOW));
        open = open.plusTender(Tender.card("t2", chf(1000), "attempt", NOW));
        return open.plusTender(Tender.cash("t3", open.due(), chf(500), COINS, NOW))
                .closed(1, NOW);
    }

    private static Money chf(long minor) {
        return Money.of(minor, CHF);
    }
}
