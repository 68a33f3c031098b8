package io.keentill.domain.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.TenderType;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The life of a refund. */
class RefundTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private final Refund open = new Refund(
            "r",
            "REF",
            "o",
            "ORDER",
            7L,
            RefundState.OPEN,
            GBP,
            List.of(new RefundLine("l", "Tea", Quantity.ONE, gbp(250))),
            gbp(42),
            "why",
            "ann",
            List.of(
                    RefundPart.planned("card", TenderType.CARD, gbp(150), "attempt"),
                    RefundPart.planned("cash", TenderType.CASH, gbp(100), null)),
            null,
            NOW,
            null,
            null);

    @Test
    void itsPartsGoBackOneAfterTheOther() {
        assertThat(open.next()).hasValueSatisfying(p -> assertThat(p.id()).isEqualTo("card"));
        Refund attempting = open.attempting("card", "a1");
        assertThat(attempting.partOf("a1")).isPresent();
        assertThat(open.partOf("a1")).isEmpty();
        Refund half = attempting.returning("card", gbp(150), gbp(0), NOW, "rest");
        assertThat(half.returned()).isEqualTo(gbp(150));
        assertThat(half.outstanding()).isEqualTo(gbp(100));
        assertThat(half.amount()).isEqualTo(gbp(250));
        assertThat(half.part("card").returnedAt()).isEqualTo(NOW);
        assertThat(half.part("card").attemptId()).isEqualTo("a1");
        assertThatThrownBy(() -> half.closed(1, LATER)).isInstanceOf(IllegalStateException.class);
        Refund closed = half.returning("cash", gbp(100), gbp(-2), LATER, "rest").closed(3, LATER);
        assertThat(closed.state()).isEqualTo(RefundState.CLOSED);
        assertThat(closed.number()).isEqualTo(3);
        assertThat(closed.closedAt()).isEqualTo(LATER);
        assertThat(closed.part("cash").handed()).isEqualTo(gbp(98));
        assertThat(closed.next()).isEmpty();
        assertThat(closed.lines()).hasSize(1);
    }

    @Test
    void whatIsApprovedInPartLeavesARestRightBehindIt() {
        Refund part = open.attempting("card", "a1").returning("card", gbp(100), gbp(0), NOW, "rest");
        assertThat(part.parts()).extracting(RefundPart::id).containsExactly("card", "rest", "cash");
        assertThat(part.part("rest").amount()).isEqualTo(gbp(50));
        assertThat(part.part("rest").originalAttemptId()).isEqualTo("attempt");
        assertThat(part.part("rest").attemptId()).isNull();
        assertThat(part.amount()).isEqualTo(gbp(250));
        assertThatThrownBy(() -> open.returning("card", gbp(151), gbp(0), NOW, "rest"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itEndsWithoutItsRestOrAltogether() {
        Refund half = open.returning("card", gbp(150), gbp(0), NOW, "rest");
        assertThatThrownBy(() -> half.abandoned(NOW)).isInstanceOf(IllegalStateException.class);
        Refund ended = half.withoutRest(gbp(25));
        assertThat(ended.amount()).isEqualTo(gbp(150));
        assertThat(ended.tax()).isEqualTo(gbp(25));
        assertThat(ended.lines()).as("goods that were not paid back whole").isEmpty();
        assertThat(ended.closed(1, NOW).reserved()).isEqualTo(gbp(150));
        assertThat(ended.withoutRest(gbp(1))).isSameAs(ended);
        Refund none = open.abandoned(LATER);
        assertThat(none.reserved()).isEqualTo(gbp(0));
        assertThat(none.closedAt()).isEqualTo(LATER);
        assertThatThrownBy(() -> open.withoutRest(gbp(0)).closed(1, NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsOverNeverChanges() {
        Refund over = open.abandoned(NOW);
        assertThatThrownBy(() -> over.attempting("card", "a")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> over.withoutRest(gbp(0))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> over.closed(1, NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> over.abandoned(NOW)).isInstanceOf(IllegalStateException.class);
        Refund closed = open.returning("card", gbp(150), gbp(0), NOW, "x")
                .returning("cash", gbp(100), gbp(0), NOW, "y")
                .closed(3, NOW);
        assertThatThrownBy(() -> closed.closed(4, LATER)).hasMessageContaining("never changes again");
        Refund half = open.returning("card", gbp(150), gbp(0), NOW, "rest");
        assertThatThrownBy(() -> half.returning("card", gbp(1), gbp(0), NOW, "x"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> open.part("none")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingIsNoRefund() {
        assertThatThrownBy(() -> RefundPart.planned("p", TenderType.CASH, gbp(0), null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(open.isOfUnfinishedSale()).isFalse();
        assertThat(of(null, null).isOfUnfinishedSale()).isTrue();
        assertThat(of(null, "invoice").isOfUnfinishedSale())
                .as("a sale of another till")
                .isFalse();
    }

    @Test
    void onlyWhatIsLeftForACardOfASaleThatWasNeverFinishedMayEndInCash() {
        Refund unfinished = of(null, null);
        assertThat(unfinished.mayEndInCash()).as("nothing went back yet").isFalse();
        Refund cardLeft = unfinished.returning("card", gbp(100), gbp(0), NOW, "rest");
        assertThat(cardLeft.mayEndInCash()).isTrue();
        assertThat(cardLeft.returning("rest", gbp(50), gbp(0), NOW, "x").mayEndInCash())
                .as("what is left goes back in cash anyway")
                .isFalse();
        assertThat(open.returning("card", gbp(100), gbp(0), NOW, "rest").mayEndInCash())
                .as("a finished sale")
                .isFalse();
    }

    @Test
    void theRestEndsInCashAndWhatWentBackStays() {
        Refund cash = open.returning("card", gbp(100), gbp(0), NOW, "rest").restInCash();
        assertThat(cash.parts())
                .extracting(RefundPart::type)
                .containsExactly(TenderType.CARD, TenderType.CASH, TenderType.CASH);
        assertThat(cash.part("rest").originalAttemptId()).isNull();
        assertThat(cash.amount()).isEqualTo(gbp(250));
        Refund over = open.abandoned(NOW);
        assertThatThrownBy(over::restInCash).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsExchangedIsToldApartFromWhatGoesBack() {
        Refund both = withParts(List.of(
                RefundPart.planned("pays", TenderType.EXCHANGE, gbp(150), "attempt"),
                RefundPart.planned("back", TenderType.CARD, gbp(100), "attempt")));
        assertThat(both.exchanged()).isEqualTo(gbp(150));
        assertThat(both.toExchange()).extracting(RefundPart::id).containsExactly("pays");
        Refund paid = both.returning("pays", gbp(150), gbp(0), NOW, "x");
        assertThat(paid.exchanged()).isEqualTo(gbp(150));
        assertThat(paid.toExchange()).as("done already").isEmpty();
        Refund less = both.returning("pays", gbp(50), gbp(0), NOW, "rest").withoutRest(gbp(8));
        assertThat(less.exchanged()).as("without what was given up").isEqualTo(gbp(50));
    }

    private Refund withParts(List<RefundPart> parts) {
        return with(parts, open.orderReceipt(), null, "o2");
    }

    private Refund of(Long receipt, String invoice) {
        return with(open.parts(), receipt, invoice, null);
    }

    private Refund with(List<RefundPart> parts, Long receipt, String invoice, String exchangeFor) {
        return new Refund(
                open.id(),
                open.reference(),
                open.orderId(),
                open.orderReference(),
                receipt,
                open.state(),
                open.currency(),
                open.lines(),
                open.tax(),
                open.reason(),
                open.operator(),
                parts,
                invoice,
                open.openedAt(),
                null,
                null,
                exchangeFor);
    }

    private static Money gbp(long minor) {
        return Money.of(minor, GBP);
    }
}
