package io.keentill.engine.payment;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.AttemptState;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.RawSql;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import java.nio.file.Path;
import java.time.Duration;
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
        RawSql.breakWrites(folder, "attempts");
        CardResult.Refused no = (CardResult.Refused) till.payCard(order);
        assertThat(no.message()).contains("nothing was saved").endsWith("Nothing was charged.");
        assertThat(terminal.performs()).isZero();

        RawSql.mendWrites(folder, "attempts");
        assertThat(till.payCard(order)).isInstanceOf(CardResult.Paid.class);
    }

    @Test
    void whatCannotBeMarkedAsSentIsNotSent() throws Exception {
        breakAt("before sending", "attempts");
        try (Recovery recovery = new Recovery(till.payments(), Duration.ofMillis(10))) {
            CardResult.NotKnown doubt = (CardResult.NotKnown) till.payCard(order);
            assertThat(doubt.attempt().message())
                    .contains("could not be stored")
                    .contains("Do not charge again");
            assertThat(terminal.acquirer().taken()).isZero();

            RawSql.mendWrites(folder, "attempts");
            Eventually.until("known", recovery::resolveAll);
        }
        assertThat(till.attemptOf(order).state()).isEqualTo(AttemptState.FAILED);
        assertThat(till.payCard(order)).isInstanceOf(CardResult.Paid.class);
        assertThat(terminal.acquirer().taken()).isEqualTo(250);
    }

    @Test
    void anApprovalThatCannotBeStoredIsNotForgottenAndNotChargedAgain() throws Exception {
        breakAt("decided", "attempts");
        try (Recovery recovery = new Recovery(till.payments(), Duration.ofMillis(10))) {
            Eventually.until("idle", recovery::resolveAll);
            CardResult.NotKnown doubt = (CardResult.NotKnown) till.payCard(order);
            assertThat(doubt.attempt().state()).isEqualTo(AttemptState.UNKNOWN);
            assertThat(doubt.attempt().message())
                    .contains("could not be stored")
                    .contains("Do not charge again");
            assertThat(till.attemptOf(order).state()).isEqualTo(AttemptState.SENT);
            assertThat(till.payCard(order)).isInstanceOf(CardResult.Refused.class);

            RawSql.mendWrites(folder, "attempts");
            Eventually.until("paid", () -> till.order(order.id()).state() == OrderState.PAID);
        }
        assertThat(terminal.acquirer().references()).hasSize(1);
    }

    @Test
    void anApprovalIsStoredWithItsTenderOrNotAtAll() throws Exception {
        breakAt("decided", "outbox");
        till.payCard(order);
        assertThat(till.attemptOf(order).state()).isEqualTo(AttemptState.SENT);
        assertThat(till.order(order.id())).isEqualTo(order);

        RawSql.mendWrites(folder, "outbox");
        try (Recovery recovery = new Recovery(till.payments(), Duration.ofMillis(10))) {
            Eventually.until("known", recovery::resolveAll);
        }
        assertThat(till.order(order.id()).receiptNumber()).isEqualTo(1);
        assertThat(till.outboxOf(order)).hasSize(4);
    }

    @Test
    void cashThatCannotBeStoredIsRefusedWithASentence() throws Exception {
        RawSql.breakWrites(folder, "outbox");
        SaleChange.Refused no = (SaleChange.Refused) till.selling().payCash(order.due(), CLERK);
        assertThat(no.message()).contains("nothing was saved");
        assertThat(till.order(order.id())).isEqualTo(order);

        RawSql.mendWrites(folder, "outbox");
        SaleChange.Closed closed = (SaleChange.Closed) till.selling().payCash(order.due(), CLERK);
        assertThat(closed.order().receiptNumber()).isEqualTo(1);
    }

    private void breakAt(String step, String table) {
        terminal.atCheckpoints(where -> {
            if (where.equals(step)) {
                terminal.atCheckpoints(later -> {});
                RawSql.breakWrites(folder, table);
            }
        });
    }
}
