package io.keentill.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
import io.keentill.domain.payment.Tender;
import java.time.Instant;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final TaxRate VAT = new TaxRate("vat-20", "VAT 20%", Rate.percent(20), true);

    @Test
    void takesSeveralTendersAndClosesWhenNothingIsDue() {
        Order order = basket(1000).plusTender(Tender.card("t1", gbp(400), "a1", NOON));
        assertThat(order.due()).isEqualTo(gbp(600));
        Order full = order.plusTender(Tender.cash("t2", order.due(), gbp(1000), CashRounding.NONE, NOON));
        assertThat(full.due()).isEqualTo(gbp(0));
        assertThat(full.tenders().getLast().change()).isEqualTo(gbp(400));
        assertThat(full.closed(7, NOON).receiptNumber()).isEqualTo(7L);
    }

    @Test
    void refusesToTakeMoreThanIsDueOrToCloseUnpaid() {
        Order order = basket(1000);
        assertThatThrownBy(() -> order.plusTender(Tender.card("t", gbp(1001), "a", NOON)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> order.closed(1, NOON)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void staysAsItIsOnceSomethingWasPaid() {
        Order order = basket(1000).plusTender(Tender.card("t", gbp(1), "a", NOON));
        assertThatThrownBy(() -> order.without("l")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> order.withDiscount(new Discount.Percent("x", Rate.percent(50))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> order.cancelled(NOON)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatWasFinishedElsewhereIsClosedWithoutAReceiptAndKeepsWhatWasPaid() {
        Order paidInPart = basket(1000).plusTender(Tender.card("t", gbp(1), "a", NOON));
        Order ended = paidInPart.parked("Blue coat").finishedElsewhere(NOON);
        assertThat(ended.state()).isEqualTo(OrderState.CANCELLED);
        assertThat(ended.receiptNumber()).isNull();
        assertThat(ended.paid()).isEqualTo(gbp(1));
        assertThatThrownBy(() -> ended.finishedElsewhere(NOON)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void parksAndComesBack() {
        Order parked = basket(1000).parked("Blue coat");
        assertThat(parked.parkedAs()).isEqualTo("Blue coat");
        assertThat(parked.recalled().state()).isEqualTo(OrderState.OPEN);
        assertThatThrownBy(() -> parked.plusTender(Tender.card("t", gbp(1), "a", NOON)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Property
    void cashAlwaysAddsUp(
            @ForAll @LongRange(min = 1, max = 100_000) long due,
            @ForAll @LongRange(min = 1, max = 200_000) long handed,
            @ForAll @LongRange(min = 1, max = 100) long step) {
        Tender tender = Tender.cash("t", gbp(due), gbp(handed), new CashRounding(step), NOON);
        assertThat(tender.applied()).isBetween(gbp(1), gbp(due));
        assertThat(tender.tendered()).isEqualTo(gbp(handed));
        assertThat(tender.change().isNegative()).isFalse();
        if (tender.change().isPositive()) {
            assertThat(tender.applied()).isEqualTo(gbp(due));
            assertThat((handed - tender.change().minor()) % step).isZero();
        }
    }

    private static Order basket(long total) {
        return Order.open("o", "REF", GBP, "clerk", NOON)
                .plusLine(new OrderLine("l", null, null, "sku", "Thing", gbp(total), Quantity.ONE, VAT, null));
    }

    private static Money gbp(long minor) {
        return Money.of(minor, GBP);
    }
}
