package io.keentill.engine.sync;

import static io.keentill.engine.support.TestTill.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.RefundScope;
import io.keentill.engine.book.OutboxKind;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.connector.FromServer;
import io.keentill.revkeen.terminal.TerminalPaymentType;
import io.keentill.store.OutboxRow;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reversal that RevKeen commands is carried out, unless the till has given that money back already. */
class OwnReversalTest {

    private StepRig rig;
    private Order sale;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        rig = new StepRig(folder);
        rig.terminal.able(Capability.LINKED_REFUND, Capability.REVERSAL, Capability.QUERY_BY_REFERENCE);
        sale = rig.till.sellByCard();
        assertThat(rig.till
                        .refunds()
                        .refund(new RefundWish(sale.id(), new RefundScope.Whole(), MoneyBack.AS_PAID, "bitter"), CLERK))
                .isInstanceOf(RefundResult.Given.class);
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void theOneThatTheTillsRequestWasAnsweredWithIsOurs() throws Exception {
        told(row -> row.frozen("POST", "/terminal-payments/tp-1/void", null, "k")
                .sent(rig.clock.instant())
                .done(201, "", "tp-2"));
        assertThat(of("tp-2", reference())).isInstanceOfSatisfying(OwnReversal.Ours.class, ours -> {
            assertThat(ours.attempt().kind()).isEqualTo(PaymentKind.REVERSAL);
            assertThat(ours.attempt().originalId()).isEqualTo(original());
        });
        assertThat(of("tp-3", reference()))
                .as("ours is answered: another one is somebody else's")
                .isInstanceOf(OwnReversal.Foreign.class);
    }

    @Test
    void itIsOursWhileItsOutcomeIsStillToCome() throws Exception {
        told(row -> row.frozen("POST", "/terminal-payments/tp-1/void", null, "k")
                .sent(rig.clock.instant())
                .done(201, "", "tp-2")
                .retryAt(rig.clock.instant(), 201, "", null));
        assertThat(of("tp-2", reference())).isInstanceOf(OwnReversal.Ours.class);
        assertThat(of("tp-3", reference())).isInstanceOf(OwnReversal.Foreign.class);
    }

    @Test
    void whileTheAnswerToOursIsOutstandingNobodyKnows() throws Exception {
        told(row ->
                row.frozen("POST", "/terminal-payments/tp-1/void", null, "k").sent(rig.clock.instant()));
        assertThat(of("tp-2", reference())).isInstanceOf(OwnReversal.NotKnownYet.class);
    }

    @Test
    void beforeOursWasSentItIsSomebodyElses() throws Exception {
        assertThat(of("tp-2", reference())).isInstanceOf(OwnReversal.Foreign.class);
    }

    @Test
    void afterOursWasSettledWithoutRevKeenItIsSomebodyElses() throws Exception {
        told(row -> row.sent(rig.clock.instant()).done(null, null, null));
        assertThat(of("tp-2", reference())).isInstanceOf(OwnReversal.Foreign.class);
    }

    /** Only what gives a card's money back counts, whatever else of the sale is on its way. */
    @Test
    void anotherStepOfTheSaleIsNoReversal() throws Exception {
        rig.change(
                rig.row(sale, OutboxKind.CARD),
                row -> row.sent(rig.clock.instant()).done(201, "", "tp-1"));
        rig.change(rig.row(sale, OutboxKind.CREDIT), row -> row.sent(rig.clock.instant()));
        assertThat(of("tp-1", reference())).isInstanceOf(OwnReversal.Foreign.class);
    }

    @Test
    void whatNamesNoPaymentOfThisTillIsSomebodyElses() throws Exception {
        told(row -> row.sent(rig.clock.instant()).done(201, "", "tp-2"));
        assertThat(of("tp-2", null)).isInstanceOf(OwnReversal.Foreign.class);
        assertThat(of("tp-2", "NOBODYS")).isInstanceOf(OwnReversal.Foreign.class);
    }

    private void told(UnaryOperator<OutboxRow> how) throws Exception {
        rig.change(rig.row(sale, OutboxKind.CARD_BACK), how);
    }

    private String original() {
        return sale.tenders().getFirst().attemptId();
    }

    private String reference() throws Exception {
        return rig.till.attempt(original()).reference();
    }

    private OwnReversal of(String payment, String original) throws Exception {
        FromServer.Command command = new FromServer.Command(
                "c1", OpenEnum.of(TerminalPaymentType.VOID), payment, "RK1", 250, "GBP", original, null);
        return rig.till.store().read(view -> OwnReversal.of(view, command));
    }
}
