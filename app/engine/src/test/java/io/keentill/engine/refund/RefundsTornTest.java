package io.keentill.engine.refund;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.order.Order;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundState;
import io.keentill.engine.support.Scripts;
import io.keentill.engine.support.SickDisk;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.engine.support.TornStore;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A till whose data cannot be written or read: nothing goes back, and a sentence says where to look first. */
class RefundsTornTest extends RefundScene {

    private static final String LOOK = "Look at the refunds of this sale before going on.";

    @TempDir
    private Path data;

    @BeforeEach
    void known() throws Exception {
        till.close();
        till = TestTill.open(data, TestClock.still(), terminal);
    }

    @Test
    void cashThatCannotBeBookedStaysInTheDrawer() throws Exception {
        Order sale = till.sellForCash();
        int told = till.told().size();
        SickDisk.fillUp(till.clock());
        assertThat(refused(refund(sale, WHOLE, MoneyBack.AS_PAID)))
                .startsWith("The disk is full")
                .endsWith(LOOK);
        SickDisk.freeSpace(till.clock());
        assertThat(till.told()).as("no drawer opens").hasSize(told);
        assertThat(till.refunds().of(sale.id())).isEmpty();
        given(refund(sale, WHOLE, MoneyBack.AS_PAID));
    }

    @Test
    void aClaimThatCannotBeStoredIsNotAskedFor() throws Exception {
        Order sale = till.sellForCash();
        ToldElsewhere revKeen = new ToldElsewhere(till);
        revKeen.knows(till, sale);
        SickDisk.fillUp(till.clock());
        assertThat(refused(refund(sale, WHOLE, MoneyBack.AS_PAID))).endsWith(LOOK);
        assertThat(revKeen.asked).containsExactly("ask");
        SickDisk.freeSpace(till.clock());
        assertThat(till.refunds().recent(9)).isEmpty();
    }

    @Test
    void whatIsBegunWaitsUntilItCanBeStoredHowItEnds() throws Exception {
        Refund open = halfGivenBack();
        SickDisk.fillUp(till.clock());
        assertThat(refused(till.refunds().giveUp(open.id(), CLERK))).contains("unfinished sale");
        assertThat(refused(till.refunds().restInCash(open.id(), CLERK))).endsWith(LOOK);
        SickDisk.freeSpace(till.clock());
        assertThat(till.refunds().open()).containsExactly(open);
        assertThat(given(till.refunds().restInCash(open.id(), CLERK)).state()).isEqualTo(RefundState.CLOSED);
    }

    @Test
    void givingUpThatCannotBeStoredChangesNothing() throws Exception {
        till.scan(TEA);
        Order sale = pay(part(pounds(100)));
        terminal.then(Scripts.approve()).then(Scripts.decline()).then(Scripts.decline());
        Refund open = ((RefundResult.NotGiven) refund(sale, WHOLE, MoneyBack.AS_PAID)).refund();
        SickDisk.fillUp(till.clock());
        assertThat(refused(till.refunds().giveUp(open.id(), CLERK))).endsWith(LOOK);
        SickDisk.freeSpace(till.clock());
        assertThat(till.refunds().open()).containsExactly(open);
    }

    @Test
    void whatCannotBeReadDoesNotGoBack() throws Exception {
        Order sale = till.sellByCard();
        Refund refund = given(refund(sale, WHOLE, MoneyBack.AS_PAID));
        String attempt = refund.parts().getFirst().attemptId();
        assertThat(till.refunds().isPart(attempt)).isTrue();
        TornStore.tear(data, "orders", "refunds", "refund_parts");
        assertThat(refused(refund(sale, WHOLE, MoneyBack.AS_PAID))).endsWith(LOOK);
        assertThat(refused(till.refunds().goOn(refund.id(), CLERK))).endsWith(LOOK);
        assertThat(till.refunds().find(refund.id())).isEmpty();
        assertThat(till.refunds().find("TEA", 5)).isEmpty();
        assertThat(till.refunds().refundable(sale.id())).isEmpty();
        assertThat(till.refunds().of(sale.id())).isEmpty();
        assertThat(till.refunds().open()).isEmpty();
        assertThat(till.refunds().recent(5)).isEmpty();
        assertThat(till.refunds().isPart(attempt)).isFalse();
        TornStore.mend(data, "orders", "refunds", "refund_parts");
        assertThat(till.refunds().find(refund.id())).contains(refund);
    }

    /** £1.00 and £0.50 were paid by card on a sale that was never finished; the first went back, the second did not. */
    private Refund halfGivenBack() throws Exception {
        till.scan(TEA);
        Order first = part(pounds(100));
        till.payments().pay(first.id(), pounds(50), CLERK);
        terminal.then(Scripts.approve()).then(Scripts.decline()).then(Scripts.decline());
        return ((RefundResult.NotGiven) refund(till.order(first.id()), WHOLE, MoneyBack.AS_PAID)).refund();
    }
}
