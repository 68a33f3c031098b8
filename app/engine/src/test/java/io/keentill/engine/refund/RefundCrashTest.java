package io.keentill.engine.refund;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.refund.RefundState;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.payment.Recovery;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.support.Acquirer;
import io.keentill.engine.support.CrashImages;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.Scripts;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.JournalVerdict;
import io.keentill.store.JournalVerifier;
import io.keentill.store.OutboxRow;
import io.keentill.store.View;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The till dies at every step of a refund. From what was on the disk at that moment another till starts, asks, and must
 * come to the bank's own figures: what went back is booked, what did not can go back, nothing goes back twice.
 */
class RefundCrashTest {

    private static final Capability[] ALL = {
        Capability.LINKED_REFUND, Capability.REVERSAL, Capability.QUERY_BY_REFERENCE, Capability.PARTIAL_APPROVAL
    };

    @TempDir
    private Path home;

    @Test
    void inACashRefund() throws Exception {
        crashEverywhere(TestTill::sellForCash, terminal -> {}, 2);
    }

    @Test
    void inAVoid() throws Exception {
        crashEverywhere(TestTill::sellByCard, terminal -> {}, 10);
    }

    @Test
    void inAVoidThatIsRefusedAndBecomesARefund() throws Exception {
        crashEverywhere(TestTill::sellByCard, terminal -> terminal.then(Scripts.decline()), 16);
    }

    @Test
    void inARefundWhoseAnswerIsLost() throws Exception {
        crashEverywhere(TestTill::sellByCard, terminal -> terminal.then(Scripts.answerLost(Scripts::approval)), 6);
    }

    @Test
    void inARefundOfWhichPartIsApproved() throws Exception {
        crashEverywhere(TestTill::sellByCard, terminal -> terminal.then(Scripts.partial(pounds(70))), 16);
    }

    @Test
    void inTheRefundOfAMixedSale() throws Exception {
        crashEverywhere(RefundCrashTest::mixed, terminal -> {}, 12);
    }

    @Test
    void inGivingBackAHalfPaidSale() throws Exception {
        crashEverywhere(
                till -> {
                    Order order = till.scan(TEA);
                    return ((CardResult.Paid) till.payments().pay(order.id(), pounds(100), CLERK)).order();
                },
                terminal -> {},
                10);
    }

    private static Order mixed(TestTill till) {
        till.scan(TEA);
        Order part = ((SaleChange.PartPaid) till.selling().payCash(pounds(100), CLERK)).order();
        return ((CardResult.Paid) till.payCard(part)).order();
    }

    private void crashEverywhere(Function<TestTill, Order> sell, Consumer<FakeTerminal> script, int atLeast)
            throws Exception {
        TestClock clock = TestClock.still();
        FakeTerminal terminal = new FakeTerminal().able(ALL);
        CrashImages images = new CrashImages(home.resolve("till"), home.resolve("images"), terminal.acquirer());
        String saleId;
        try (TestTill till = TestTill.open(home.resolve("till"), clock, terminal)) {
            saleId = sell.apply(till).id();
            script.accept(terminal);
            clock.onLook(() -> images.take("a write is under way"));
            terminal.atCheckpoints(images::take);
            till.events()
                    .subscribe(event -> images.take("told " + event.getClass().getSimpleName()));
            till.refunds().refund(wish(saleId), CLERK);
            clock.onLook(() -> {});
        }
        assertThat(images.all()).as("steps at which the till died").hasSizeGreaterThanOrEqualTo(atLeast);
        for (CrashImages.Image image : images.all()) {
            goOn(image, saleId);
        }
    }

    private static void goOn(CrashImages.Image image, String saleId) throws Exception {
        Acquirer bank = image.acquirer().copy();
        FakeTerminal terminal = new FakeTerminal(bank).able(ALL);
        try (TestTill till = TestTill.open(image.folder(), TestClock.still(), terminal)) {
            try (Recovery recovery = new Recovery(till.payments(), Duration.ofMillis(1))) {
                Eventually.until("idle after " + image, recovery::resolveAll);
            }
            check(image, till, bank, saleId);
            assertThat(terminal.performs()).as("asking gives nothing back").isZero();
            finish(till, saleId);
            check(image, till, bank, saleId);
            assertThat(till.refunds().open()).isEmpty();
            assertThat(bank.taken()).as("all went back once, after %s", image).isZero();
            assertThat(till.refunds().refundable(saleId).orElseThrow().left().isZero())
                    .isTrue();
        }
    }

    /** The clerk goes on: what is begun is continued, and whatever is left after that goes back anew. */
    private static void finish(TestTill till, String saleId) throws Exception {
        for (Refund open : till.refunds().open()) {
            assertThat(till.refunds().goOn(open.id(), CLERK)).isInstanceOf(RefundResult.Given.class);
        }
        if (till.refunds().refundable(saleId).orElseThrow().left().isPositive()) {
            assertThat(till.refunds().refund(wish(saleId), CLERK)).isInstanceOf(RefundResult.Given.class);
        }
    }

    private static void check(CrashImages.Image image, TestTill till, Acquirer bank, String saleId) throws Exception {
        Order sale = till.order(saleId);
        List<Refund> refunds = till.refunds().of(saleId);
        long took = sale.tenders().stream()
                .filter(t -> t.type() == TenderType.CARD)
                .mapToLong(t -> t.applied().minor())
                .sum();
        long back = refunds.stream()
                .flatMap(r -> r.parts().stream())
                .filter(p -> p.type() == TenderType.CARD && p.state() == RefundPart.State.RETURNED)
                .mapToLong(p -> p.amount().minor())
                .sum();
        assertThat(took - back)
                .as("money at the bank is money on the sale less its refunds, after %s", image)
                .isEqualTo(bank.taken());
        assertThat(till.store().read(View::openAttempts)).isEmpty();
        List<Refund> closed =
                refunds.stream().filter(r -> r.state() == RefundState.CLOSED).toList();
        assertThat(closed.stream().map(Refund::number)).doesNotHaveDuplicates();
        long credits = till.outboxOf(sale).stream()
                .map(OutboxRow::kind)
                .filter("credit"::equals)
                .count();
        assertThat(credits).isEqualTo(sale.state() == OrderState.PAID ? closed.size() : 0);
        assertThat(JournalVerifier.verify(till.store())).isInstanceOf(JournalVerdict.Intact.class);
    }

    private static RefundWish wish(String saleId) {
        return new RefundWish(saleId, new RefundScope.Whole(), MoneyBack.AS_PAID, "broken");
    }
}
