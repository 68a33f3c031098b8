package io.keentill.domain.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoReceiptReturnTest {

    private static final TaxRate VAT = new TaxRate("vat-20", "VAT 20%", Rate.percent(20), true);

    @Test
    void isWorthWhatTheCatalogueSaysOrLess() {
        NoReceiptReturn back = back(List.of(line("p1", 250, 2).withPrice(pence(200)), line("p2", 99, 1)), 1);
        assertThat(back.total()).isEqualTo(pence(499));
        assertThat(back.handed()).isEqualTo(pence(500));
        assertThat(back.totals().tax()).isEqualTo(pence(67 + 17));
        assertThat(back.lines().getFirst().shelfPrice()).isEqualTo(pence(250));
    }

    @Test
    void givesSomethingForGoodsOfTheCatalogue() {
        assertThatThrownBy(() -> back(List.of(), 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> back(List.of(line("p1", 0, 1)), 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> back(List.of(line("p1", 2, 1)), -2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> back(List.of(line(null, 250, 1)), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isOfTheSameWhereGoodsAndPricesAre() {
        List<OrderLine> goods = List.of(line("p1", 250, 2), line("p2", 99, 1));
        NoReceiptReturn back = back(goods, 0);
        assertThat(back.isOfTheSame(goods)).isTrue();
        assertThat(back.isOfTheSame(goods.reversed())).isFalse();
        assertThat(back.isOfTheSame(goods.subList(0, 1))).isFalse();
        assertThat(back.isOfTheSame(List.of(goods.get(0).withPrice(pence(249)), goods.get(1))))
                .isFalse();
        assertThat(back.isOfTheSame(List.of(goods.get(0).withQuantity(Quantity.ONE), goods.get(1))))
                .isFalse();
    }

    private static NoReceiptReturn back(List<OrderLine> lines, long rounding) {
        return new NoReceiptReturn(
                "r1",
                1,
                "REF",
                pence(0).currency(),
                lines,
                pence(rounding),
                "a gift",
                "ann",
                "bea",
                Instant.parse("2026-11-24T12:05:09Z"));
    }

    private static OrderLine line(String product, long price, long pieces) {
        return new OrderLine("l", product, null, "SKU", "Tea", pence(price), Quantity.of(pieces), VAT, null);
    }

    private static Money pence(long minor) {
        return Money.of(minor, "GBP");
    }
}
