package io.keentill.engine.payment;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.Evidence;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundScope;
import io.keentill.engine.TillEvent;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.Scripts;
import io.keentill.engine.support.SickDisk;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is told how a payment ended, and who is woken where it is not known. */
class SettlementTest {

    private final FakeTerminal terminal =
            new FakeTerminal().able(Capability.LINKED_REFUND, Capability.REVERSAL, Capability.QUERY_BY_REFERENCE);
    private final AtomicInteger woken = new AtomicInteger();
    private TestTill till;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        till = TestTill.open(folder, TestClock.still(), terminal);
        till.payments().onUnknown(woken::incrementAndGet);
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Test
    void theRecoveryIsWokenByWhatIsNotKnownAlone() throws Exception {
        till.sellByCard();
        terminal.then(Scripts.decline());
        till.payCard(till.scan(TEA));
        assertThat(woken).as("both are known").hasValue(0);
        PaymentAttempt doubt = lost(till.selling().current().orElseThrow());
        assertThat(woken).hasValue(1);
        till.payments().settle(doubt, new Outcome.Approved(pounds(250), Scripts.CARD, Outcome.TerminalReceipts.NONE));
        assertThat(till.attempt(doubt.id()).state()).isEqualTo(AttemptState.APPROVED);
        assertThat(woken).as("known now").hasValue(1);
    }

    @Test
    void itIsWokenByADecisionToHearWhatTheTerminalSays() throws Exception {
        PaymentAttempt doubt = lost(till.scan(TEA));
        Evidence no = Evidence.nothingMoved(Evidence.Kind.ACQUIRER, "no such payment, said the hotline");
        assertThat(till.payments().decide("none", no, "max", till.patience()))
                .isInstanceOf(OverrideResult.Refused.class);
        assertThat(woken).as("nothing was decided").hasValue(1);
        assertThat(till.payments().decide(doubt.id(), no, "max", till.patience()))
                .isInstanceOf(OverrideResult.Decided.class);
        assertThat(woken).hasValue(2);
    }

    @Test
    void itIsWokenByAnOutcomeThatCouldNotBeStored() throws Exception {
        terminal.atCheckpoints(where -> {
            if (where.equals("decided")) {
                SickDisk.fillUp(till.clock());
            }
        });
        assertThat(till.payCard(till.scan(TEA))).isInstanceOf(CardResult.NotKnown.class);
        assertThat(woken).hasValue(1);
        SickDisk.freeSpace(till.clock());
    }

    @Test
    void aRefundThatIsFoundToHaveGoneBackIsToldWithItsNumber() throws Exception {
        Order sale = till.sellByCard();
        terminal.answering(past -> new QueryAnswer.InProgress());
        terminal.then(Scripts.answerLost(Scripts::approval));
        RefundWish wish = new RefundWish(sale.id(), new RefundScope.Whole(), MoneyBack.AS_PAID, "broken");
        RefundResult.NotKnown doubt = (RefundResult.NotKnown) till.refunds().refund(wish, CLERK);
        int before = till.told().size();
        terminal.answeringHonestly();
        try (Recovery recovery = new Recovery(till.payments(), Duration.ofMillis(10))) {
            Eventually.until("nothing open", recovery::resolveAll);
        }
        Refund known = till.refunds().find(doubt.refund().id()).orElseThrow();
        List<TillEvent> told = till.told().subList(before, till.told().size());
        assertThat(told).contains(new TillEvent.RefundChanged(known));
        assertThat(told).as("the sale is as it was").noneMatch(TillEvent.OrderChanged.class::isInstance);
        assertThat(known.returned()).isEqualTo(pounds(250));
    }

    private PaymentAttempt lost(Order order) throws Exception {
        terminal.then(Scripts.answerLost(Scripts::approval));
        return ((CardResult.NotKnown) till.payCard(order)).attempt();
    }
}
