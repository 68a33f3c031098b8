package io.keentill.engine.sync;

import static io.keentill.engine.support.TestTill.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.RefundScope;
import io.keentill.engine.TillEvent;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.payment.Recovery;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.engine.support.ChannelPeer;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeRevKeen;
import io.keentill.engine.support.Scripts;
import io.keentill.engine.support.TestTill;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Commands that come down the connector channel (docs/connector-channel.md). */
class ConnectorTest {

    private CloudRig rig;
    private ChannelPeer channel;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        FakeRevKeen revKeen = new FakeRevKeen();
        rig = new CloudRig(folder, revKeen);
        channel = revKeen.channel();
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void theTillSaysHelloAsItself() throws Exception {
        rig.linked();
        JsonNode hello = channel.received().getFirst();
        assertThat(hello.path("type").asString()).isEqualTo("hello");
        assertThat(hello.path("connector_id").asString()).isEqualTo("till-1");
        Eventually.until(
                "the device id is kept",
                () -> rig.till
                        .store()
                        .read(view -> view.setting(DeviceIdentity.SETTING))
                        .filter("dev-1"::equals)
                        .isPresent());
    }

    @Test
    void aKnownReferenceIsAnsweredFromTheStore() throws Exception {
        Order sale = rig.till.sellByCard();
        rig.linked();
        channel.command("c1", "sale", rig.till.attemptOf(sale).reference(), 250, "GBP");
        JsonNode outcome = outcome("c1");
        assertThat(outcome.path("status").asString()).isEqualTo("approved");
        assertThat(outcome.path("amount_minor").asLong()).isEqualTo(250);
        assertThat(outcome.path("auth_code").asString()).isEqualTo("A1B2C3");
        assertThat(outcome.path("masked_pan").asString()).isEqualTo("****4242");
        assertThat(rig.terminal.performs()).isEqualTo(1);
    }

    @Test
    void aDeclineIsAnsweredAsOne() throws Exception {
        rig.terminal.then(Scripts.decline());
        rig.linked();
        channel.command("c1", "sale", "CLOUD1", 300, "GBP");
        assertThat(outcome("c1").path("status").asString()).isEqualTo("declined");
    }

    @Test
    void anUnknownReferenceIsCarriedOutOnceHoweverOftenItComes() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        rig.terminal.then((request, monitor, terminal) -> {
            await(go);
            return Scripts.approve().run(request, monitor, terminal);
        });
        rig.linked();
        for (int i = 0; i < 10; i++) {
            channel.command("c" + i, "sale", "CLOUD1", 300, "GBP");
        }
        Eventually.until("the terminal is asked", () -> rig.terminal.performs() == 1);
        go.countDown();
        for (int i = 0; i < 10; i++) {
            outcome("c" + i);
            assertThat(channel.outcomes("c" + i))
                    .allMatch(o -> o.path("status").asString().equals("approved"));
        }
        assertThat(rig.terminal.performs()).isEqualTo(1);
        assertThat(rig.terminal.acquirer().references()).containsExactly("CLOUD1");
    }

    @Test
    void theClerkIsToldOfWhatWasBegunElsewhereOnce() throws Exception {
        Order own = rig.till.sellByCard();
        rig.linked();
        channel.command("own", "sale", rig.till.attemptOf(own).reference(), 250, "GBP");
        outcome("own");
        for (int i = 0; i < 3; i++) {
            channel.command("c" + i, "sale", "CLOUD1", 300, "GBP");
            outcome("c" + i);
        }
        assertThat(rig.till.told())
                .filteredOn(TillEvent.PaymentCommanded.class::isInstance)
                .containsExactly(
                        new TillEvent.PaymentCommanded("CLOUD1", PaymentKind.SALE, TestTill.pounds(300), null));
    }

    @Test
    void afterARestartTheSameCommandIsAnsweredAgain() throws Exception {
        rig.linked();
        channel.command("c1", "sale", "CLOUD1", 300, "GBP");
        outcome("c1");
        rig.restart();
        Eventually.until("the line is down", () -> !channel.linked());
        rig.linked();
        int before = channel.outcomes("c1").size();
        channel.command("c1", "sale", "CLOUD1", 300, "GBP");
        Eventually.until("answered again", () -> channel.outcomes("c1").size() > before);
        assertThat(channel.outcomes("c1").getLast().path("status").asString()).isEqualTo("approved");
        assertThat(rig.terminal.performs()).isEqualTo(1);
    }

    @Test
    void anOutcomeThatWasNotSettledIsSentAgainAfterAReconnect() throws Exception {
        rig.linked();
        channel.loseNextOutcome();
        channel.command("c1", "sale", "CLOUD1", 300, "GBP");
        Eventually.until(
                "linked again",
                () -> channel.received().stream()
                                .filter(m -> m.path("type").asString("").equals("hello"))
                                .count()
                        >= 2);
        Eventually.until("sent again", () -> channel.outcomes("c1").size() >= 2);
        assertThat(channel.outcomes("c1").getLast().path("status").asString()).isEqualTo("approved");
        assertThat(rig.terminal.performs()).isEqualTo(1);
    }

    /** RevKeen gives a command up after three minutes and does not send it again. */
    @Test
    void anOutcomeThatWasNotSettledIsSentAgainAfterARestart() throws Exception {
        commandUnderWay();
        rig.restart();
        Eventually.until("the line is down", () -> !channel.linked());
        becomesKnown();
        rig.linked();
        assertThat(outcome("c1").path("status").asString()).isEqualTo("approved");
        assertThat(rig.terminal.performs()).isEqualTo(1);
    }

    @Test
    void aSettledOutcomeIsNotSentAgainAfterARestart() throws Exception {
        rig.linked();
        channel.command("c1", "sale", "CLOUD1", 300, "GBP");
        outcome("c1");
        Eventually.until(
                "settled", () -> rig.till.store().read(OpenCommands::all).isEmpty());
        rig.restart();
        Eventually.until("the line is down", () -> !channel.linked());
        int before = channel.outcomes("c1").size();
        rig.linked();
        channel.command("c2", "sale", "CLOUD2", 300, "GBP");
        outcome("c2");
        assertThat(channel.outcomes("c1")).hasSize(before);
    }

    @Test
    void anotherAmountCurrencyOrKindUnderAKnownReferenceIsRefused() throws Exception {
        Order sale = rig.till.sellByCard();
        String reference = rig.till.attemptOf(sale).reference();
        rig.linked();
        channel.command("amount", "sale", reference, 251, "GBP");
        channel.command("currency", "sale", reference, 250, "EUR");
        channel.command("kind", "refund", reference, 250, "GBP");
        for (String id : new String[] {"amount", "currency", "kind"}) {
            JsonNode outcome = outcome(id);
            assertThat(outcome.path("status").asString()).as(id).isEqualTo("error");
            assertThat(outcome.path("error_message").asString())
                    .contains(reference)
                    .contains("2.50 GBP");
        }
        assertThat(rig.terminal.performs()).isEqualTo(1);
    }

    @Test
    void whatTheTillDoesNotDoIsAnError() throws Exception {
        rig.linked();
        channel.command("dance", "dance", "CLOUD1", 100, "GBP");
        channel.command("refund", "refund", "CLOUD2", 100, "GBP");
        channel.command("zero", "sale", "CLOUD3", 0, "GBP");
        channel.command("money", "sale", "CLOUD4", 100, "QQQ");
        for (String id : new String[] {"dance", "refund", "zero", "money"}) {
            assertThat(outcome(id).path("status").asString()).as(id).isEqualTo("error");
        }
        assertThat(rig.terminal.performs()).isZero();
    }

    @Test
    void aRefundFromTheDashboardRunsOnceHoweverOftenItComes() throws Exception {
        Order sale = soldWithWaysBack();
        for (int i = 0; i < 5; i++) {
            channel.reverse("c" + i, "refund", "RK1", 100, "GBP", reference(sale));
        }
        for (int i = 0; i < 5; i++) {
            assertThat(outcome("c" + i).path("status").asString()).isEqualTo("approved");
            assertThat(outcome("c" + i).path("amount_minor").asLong()).isEqualTo(100);
        }
        assertThat(rig.terminal.acquirer().givenBack()).isEqualTo(100);
        assertThat(rig.till.refunds().refundable(sale.id()).orElseThrow().left())
                .as("the till's own books know")
                .isEqualTo(TestTill.pounds(150));
        assertThat(rig.till.told())
                .filteredOn(TillEvent.PaymentCommanded.class::isInstance)
                .containsExactly(new TillEvent.PaymentCommanded(
                        "RK1", PaymentKind.REFUND, TestTill.pounds(100), sale.reference()));
        rig.restart();
        Eventually.until("the line is down", () -> !channel.linked());
        rig.linked();
        channel.reverse("again", "refund", "RK1", 100, "GBP", reference(sale));
        assertThat(outcome("again").path("status").asString()).isEqualTo("approved");
        assertThat(rig.terminal.performs()).isEqualTo(2);
    }

    @Test
    void aVoidFromTheDashboardUndoesTheWholePayment() throws Exception {
        Order sale = soldWithWaysBack();
        channel.reverse("part", "void", "RK0", 249, "GBP", reference(sale));
        assertThat(outcome("part").path("error_message").asString()).contains("whole payment");
        channel.reverse("c1", "void", "RK1", 250, "GBP", reference(sale));
        assertThat(outcome("c1").path("status").asString()).isEqualTo("approved");
        assertThat(rig.terminal.acquirer().taken()).isZero();
        channel.reverse("c2", "void", "RK2", 250, "GBP", reference(sale));
        assertThat(outcome("c2").path("status").asString()).isEqualTo("error");
        assertThat(rig.terminal.performs()).isEqualTo(2);
    }

    @Test
    void whatIsGoneOrNotKnownHereIsNotGivenBackForADashboard() throws Exception {
        Order sale = soldWithWaysBack();
        RefundWish wish = new RefundWish(
                sale.id(), new RefundScope.Amount(TestTill.pounds(200)), MoneyBack.AS_PAID, "not told yet");
        rig.offline();
        assertThat(rig.till.refunds().refund(wish, TestTill.CLERK)).isInstanceOf(RefundResult.Given.class);
        rig.restart();
        rig.terminal.able(Capability.LINKED_REFUND, Capability.QUERY_BY_REFERENCE);
        Eventually.until("the line is down", () -> !channel.linked());
        rig.linked();
        channel.reverse("over", "refund", "RK1", 51, "GBP", reference(sale));
        channel.reverse("void", "void", "RK2", 250, "GBP", reference(sale));
        channel.reverse("stranger", "refund", "RK3", 50, "GBP", "NEVERHEARD");
        channel.command("nothing", "refund", "RK4", 50, "GBP");
        for (String id : new String[] {"over", "void", "stranger", "nothing"}) {
            assertThat(outcome(id).path("status").asString()).as(id).isEqualTo("error");
        }
        assertThat(outcome("over").path("error_message").asString()).contains("0.50 GBP is left");
        assertThat(rig.terminal.acquirer().givenBack()).isEqualTo(200);
        channel.reverse("rest", "refund", "RK5", 50, "GBP", reference(sale));
        assertThat(outcome("rest").path("status").asString()).isEqualTo("approved");
    }

    @Test
    void aTerminalThatCannotGiveBackSaysSo() throws Exception {
        Order sale = rig.till.sellByCard();
        rig.linked();
        channel.reverse("r", "refund", "RK1", 50, "GBP", reference(sale));
        channel.reverse("v", "void", "RK2", 250, "GBP", reference(sale));
        assertThat(outcome("r").path("error_message").asString()).contains("cannot refund");
        assertThat(outcome("v").path("error_message").asString()).contains("cannot undo");
        assertThat(rig.terminal.performs()).isEqualTo(1);
    }

    /** RevKeen has an error as the end of a command; what moved money under it afterwards would be nobody's. */
    @Test
    void whatRevKeenWasToldIsNotDoneIsNotDoneWhenItComesAgain() throws Exception {
        Order sale = soldWithWaysBack();
        rig.terminal.then(Scripts.answerLost(Scripts::approval));
        rig.terminal.answering(past -> new QueryAnswer.InProgress());
        RefundWish wish =
                new RefundWish(sale.id(), new RefundScope.Amount(TestTill.pounds(100)), MoneyBack.AS_PAID, "broken");
        assertThat(rig.till.refunds().refund(wish, TestTill.CLERK)).isInstanceOf(RefundResult.NotKnown.class);
        channel.reverse("c1", "refund", "RK1", 50, "GBP", reference(sale));
        assertThat(outcome("c1").path("error_message").asString()).contains("still being clarified");
        becomesKnown();
        // Until somebody answers: whoever had it in hand the first time may not have let go of it yet.
        Eventually.until("answered again", () -> {
            channel.reverse("c1", "refund", "RK1", 50, "GBP", reference(sale));
            return channel.outcomes("c1").size() >= 2;
        });
        assertThat(channel.outcomes("c1"))
                .allMatch(o -> o.path("status").asString().equals("error"));
        assertThat(rig.terminal.acquirer().givenBack()).isEqualTo(100);
        channel.reverse("c2", "refund", "RK2", 50, "GBP", reference(sale));
        assertThat(outcome("c2").path("status").asString()).as("wanted anew").isEqualTo("approved");
    }

    @Test
    void whatIsSettledWhileItIsUnderWayIsAnsweredAllTheSame() throws Exception {
        commandUnderWay();
        channel.send(java.util.Map.of("type", "settled", "command_id", "c1", "status", "error"));
        // Refused at once and after the settling on the same line, so that the settling was taken in by then.
        channel.command("c2", "sale", "CLOUD2", 400, "GBP");
        outcome("c2");
        becomesKnown();
        assertThat(outcome("c1").path("status").asString()).isEqualTo("approved");
    }

    @Test
    void whatWasCancelledBeforeItBeganNeverBegins() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        rig.terminal.then((request, monitor, terminal) -> {
            await(go);
            return Scripts.approve().run(request, monitor, terminal);
        });
        rig.linked();
        channel.command("c1", "sale", "CLOUD1", 300, "GBP");
        Eventually.until("running", () -> rig.terminal.performs() == 1);
        channel.command("c2", "sale", "CLOUD2", 400, "GBP");
        channel.send(java.util.Map.of("type", "cancel", "command_id", "c2"));
        // Answered from the store at once and after the cancel on the same line, so that the cancel is known by then.
        channel.command("c3", "sale", "CLOUD1", 300, "GBP");
        Eventually.until(
                "all heard",
                () -> channel.received().stream()
                        .anyMatch(m -> m.path("command_id").asString("").equals("c3")));
        go.countDown();
        assertThat(outcome("c2").path("status").asString()).isEqualTo("cancelled");
        assertThat(rig.terminal.acquirer().references()).containsExactly("CLOUD1");
    }

    private Order soldWithWaysBack() throws Exception {
        rig.terminal.able(Capability.LINKED_REFUND, Capability.REVERSAL, Capability.QUERY_BY_REFERENCE);
        Order sale = rig.till.sellByCard();
        rig.linked();
        return sale;
    }

    private String reference(Order sale) throws Exception {
        return rig.till.attempt(sale.tenders().getFirst().attemptId()).reference();
    }

    @Test
    void anOpenPaymentIsAnsweredOnceItIsKnown() throws Exception {
        commandUnderWay();
        assertThat(channel.outcomes("c1")).isEmpty();
        becomesKnown();
        assertThat(outcome("c1").path("status").asString()).isEqualTo("approved");
        assertThat(rig.terminal.performs()).isEqualTo(1);
    }

    @Test
    void aCancelReachesTheTerminal() throws Exception {
        rig.terminal.then((request, monitor, terminal) -> {
            await(terminal.cancelled());
            return new io.keentill.device.terminal.Outcome.Cancelled("Stopped");
        });
        rig.linked();
        channel.command("c1", "sale", "CLOUD1", 300, "GBP");
        Eventually.until("running", () -> rig.till.payments().running().isPresent());
        channel.send(java.util.Map.of("type", "cancel", "command_id", "c1"));
        assertThat(outcome("c1").path("status").asString()).isEqualTo("cancelled");
    }

    @Test
    void aCommandDoesNotDisturbASaleWhosePaymentIsUnknown() throws Exception {
        rig.terminal.then(Scripts.answerLost(Scripts::approval));
        rig.linked();
        Order order = rig.till.scan(TEA);
        assertThat(rig.till.payCard(order)).isInstanceOf(CardResult.NotKnown.class);
        channel.command("c1", "sale", "CLOUD1", 300, "GBP");
        assertThat(outcome("c1").path("error_message").asString()).contains("busy");
        assertThat(rig.till.attemptOf(order).state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(rig.terminal.performs()).isEqualTo(1);
    }

    /** Command c1 is carried out, and the terminal does not tell yet what came of it. */
    private void commandUnderWay() throws Exception {
        rig.terminal.then(Scripts.answerLost(Scripts::approval));
        rig.terminal.answering(past -> new QueryAnswer.InProgress());
        rig.linked();
        channel.command("c1", "sale", "CLOUD1", 300, "GBP");
        Eventually.until(
                "accepted",
                () -> channel.received().stream()
                        .anyMatch(m -> m.path("type").asString("").equals("accepted")));
    }

    private void becomesKnown() throws Exception {
        rig.terminal.answeringHonestly();
        try (Recovery recovery = new Recovery(rig.till.payments(), Duration.ofMillis(10))) {
            Eventually.until("known", recovery::resolveAll);
        }
    }

    private JsonNode outcome(String commandId) throws Exception {
        Eventually.until(
                "outcome of " + commandId, () -> !channel.outcomes(commandId).isEmpty());
        return channel.outcomes(commandId).getFirst();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
