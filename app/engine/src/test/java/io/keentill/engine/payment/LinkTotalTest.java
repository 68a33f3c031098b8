package io.keentill.engine.payment;

import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What RevKeen says of an amount, against what was asked for. */
class LinkTotalTest {

    @Test
    void whatRevKeenDoesNotSayIsAsItWasAskedFor() {
        assertThat(LinkTotal.of(pounds(250), null, null).is(pounds(250))).isTrue();
        assertThat(LinkTotal.of(pounds(250), 250L, null).is(pounds(250))).isTrue();
        assertThat(LinkTotal.of(pounds(250), null, "gbp").is(pounds(250))).isTrue();
    }

    @Test
    void anotherAmountOrCurrencyIsSomethingElse() {
        assertThat(LinkTotal.of(pounds(250), 251L, "GBP").is(pounds(250))).isFalse();
        assertThat(LinkTotal.of(pounds(250), 251L, "GBP").said()).hasToString("2.51 GBP");
        assertThat(LinkTotal.of(pounds(250), 250L, "eur").is(pounds(250))).isFalse();
        assertThat(LinkTotal.of(pounds(250), 250L, "eur").said()).hasToString("2.50 EUR");
        assertThat(LinkTotal.of(pounds(250), null, "EUR").is(pounds(250))).isFalse();
        assertThat(LinkTotal.of(pounds(250), null, "EUR").said()).hasToString("an amount");
    }

    @Test
    void aCurrencyThatThereIsNotIsNoMoneyAndIsSaidAsItCame() {
        LinkTotal strange = LinkTotal.of(pounds(250), 250L, "coins");
        assertThat(strange.money()).isNull();
        assertThat(strange.is(null)).as("no decision is as good as this").isFalse();
        assertThat(strange.said()).hasToString("250 COINS");
        assertThat(strange.noted()).hasToString("250 COINS");
    }
}
