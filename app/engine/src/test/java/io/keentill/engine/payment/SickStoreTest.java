package io.keentill.engine.payment;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.NotDurableException;
import io.keentill.device.terminal.Outcome;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.Evidence;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.Scripts;
import io.keentill.engine.support.SickDisk;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that stops taking writes in the middle of a payment. */
class SickStoreTest {

    private final FakeTerminal terminal = new FakeTerminal();

    @TempDir
    private Path folder;

    private TestTill till;
    private Order order;

    @BeforeEach
    void open() throws Exception {
        till = TestTill.open(folder, TestClock.still(), terminal);
        order = till.scan(TEA);
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Test
    void anIntentThatCannotBeStoredReachesNoTerminal() throws Exception {
        SickDisk.fillUp(till.clock());
        CardResult.Refused no = (CardResult.Refused) till.payCard(order);
        assertThat(no.message()).contains("nothing was saved").endsWith("Nothing was charged.");
        assertThat(terminal.performs()).isZero();

        SickDisk.freeSpace(till.clock());
        assertThat(till.payCard(order)).isInstanceOf(CardResult.Paid.class);
    }

    @Test
    void whatCannotBeMarkedAsSentIsNotSent() throws Exception {
        fillUpAt("before sending");
        try (Recovery recovery = new Recovery(till.payments(), Duration.ofMillis(10))) {
            CardResult.NotKnown doubt = (CardResult.NotKnown) till.payCard(order);
            assertThat(doubt.attempt().message())
                    .contains("could not be stored")
                    .contains("Do not charge again");
            assertThat(terminal.acquirer().taken()).isZero();

            SickDisk.freeSpace(till.clock());
            Eventually.until("known", recovery::resolveAll);
        }
        assertThat(till.attemptOf(order).state()).isEqualTo(AttemptState.FAILED);
        assertThat(till.payCard(order)).isInstanceOf(CardResult.Paid.class);
        assertThat(terminal.acquirer().taken()).isEqualTo(250);
    }

    @Test
    void anApprovalThatCannotBeStoredIsNotForgottenAndNotChargedAgain() throws Exception {
        fillUpAt("decided");
        try (Recovery recovery = new Recovery(till.payments(), Duration.ofMillis(10))) {
            Eventually.until("idle", recovery::resolveAll);
            CardResult.NotKnown doubt = (CardResult.NotKnown) till.payCard(order);
            assertThat(doubt.attempt().state()).isEqualTo(AttemptState.UNKNOWN);
            assertThat(doubt.attempt().message())
                    .contains("could not be stored")
                    .contains("Do not charge again");
            assertThat(till.attemptOf(order).state()).isEqualTo(AttemptState.SENT);
            assertThat(till.payCard(order)).isInstanceOf(CardResult.Refused.class);

            SickDisk.freeSpace(till.clock());
            Eventually.until("paid", () -> till.order(order.id()).state() == OrderState.PAID);
        }
        assertThat(terminal.acquirer().references()).hasSize(1);
    }

    @Test
    void aRefundWhoseOutcomeCannotBeStoredIsNotToBeRepeated() throws Exception {
        terminal.able(Capability.LINKED_REFUND);
        Order sale = ((CardResult.Paid) till.payCard(order)).order();
        String paid = till.attemptOf(sale).reference();
        fillUpAt("decided");
        DirectIntent back = new DirectIntent(PaymentKind.REFUND, null, paid, true);
        DirectResult.Ran doubt = (DirectResult.Ran) till.payments().run(back, CLERK);
        assertThat(doubt.attempt().state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(doubt.attempt().message()).endsWith("Do not repeat it.");
        SickDisk.freeSpace(till.clock());
    }

    @Test
    void aDecisionThatCannotBeStoredIsNone() throws Exception {
        terminal.then(Scripts.answerLost(Scripts::approval));
        String id = ((CardResult.NotKnown) till.payCard(order)).attempt().id();
        Evidence no = Evidence.nothingMoved(Evidence.Kind.ACQUIRER, "no such payment, said the hotline");
        SickDisk.fillUp(till.clock());
        assertThat(till.payments().decide(id, no, "max", till.patience()))
                .isInstanceOfSatisfying(
                        OverrideResult.Refused.class,
                        refused -> assertThat(refused.message()).endsWith("Nothing was decided."));
        SickDisk.freeSpace(till.clock());
        assertThat(till.attempt(id).state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(till.payments().decide(id, no, "max", till.patience())).isInstanceOf(OverrideResult.Decided.class);
    }

    @Test
    void theDriverLearnsThatTheOutcomeIsNotDurable() throws Exception {
        AtomicReference<Throwable> learned = new AtomicReference<>();
        terminal.then((request, monitor, t) -> {
            Scripts.sending(request, monitor);
            SickDisk.fillUp(till.clock());
            try {
                monitor.outcome(Scripts.approval(request));
            } catch (NotDurableException e) {
                learned.set(e);
            }
            SickDisk.freeSpace(till.clock());
            return new Outcome.Unknown("Not confirmed");
        });
        assertThat(till.payCard(order)).isInstanceOf(CardResult.NotKnown.class);
        assertThat(learned.get()).isInstanceOf(NotDurableException.class).hasMessageContaining("could not be written");
        try (Recovery recovery = new Recovery(till.payments(), Duration.ofMillis(10))) {
            Eventually.until("known", recovery::resolveAll);
        }
        assertThat(till.attemptOf(order).state())
                .as("the terminal undid what was not confirmed")
                .isEqualTo(AttemptState.FAILED);
        assertThat(till.order(order.id())).isEqualTo(order);
    }

    @Test
    void cashThatCannotBeStoredIsRefusedWithASentence() throws Exception {
        SickDisk.fillUp(till.clock());
        SaleChange.Refused no = (SaleChange.Refused) till.selling().payCash(order.due(), CLERK);
        assertThat(no.message()).contains("nothing was saved");
        assertThat(till.order(order.id())).isEqualTo(order);

        SickDisk.freeSpace(till.clock());
        SaleChange.Closed closed = (SaleChange.Closed) till.selling().payCash(order.due(), CLERK);
        assertThat(closed.order().receiptNumber()).isEqualTo(1);
    }

    private void fillUpAt(String step) {
        terminal.atCheckpoints(where -> {
            if (where.equals(step)) {
                terminal.atCheckpoints(later -> {});
                SickDisk.fillUp(till.clock());
            }
        });
    }
}
