package io.keentill.engine.payment;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
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
import io.keentill.store.View;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The till dies at every step of a sale: in each durable write, after each, and between what the terminal does. From what
 * was on the disk at that moment another till starts, asks, and must come to the bank's own figures.
 */
class CrashTest {

    @TempDir
    private Path home;

    @Test
    void inACashSale() throws Exception {
        crashEverywhere(terminal -> {}, till -> till.sellForCash(), 6);
    }

    @Test
    void inAnApprovedCardSale() throws Exception {
        crashEverywhere(terminal -> {}, till -> till.payCard(till.scan(TEA)), 14);
    }

    @Test
    void inADeclinedCardSale() throws Exception {
        crashEverywhere(terminal -> terminal.then(Scripts.decline()), till -> till.payCard(till.scan(TEA)), 10);
    }

    @Test
    void inACardSaleWhoseAnswerIsLost() throws Exception {
        crashEverywhere(
                terminal -> terminal.then(Scripts.answerLost(Scripts::approval)),
                till -> till.payCard(till.scan(TEA)),
                10);
    }

    @Test
    void inASplitTender() throws Exception {
        crashEverywhere(
                terminal -> {},
                till -> {
                    till.scan(TEA);
                    SaleChange.PartPaid part =
                            (SaleChange.PartPaid) till.selling().payCash(pounds(100), CLERK);
                    till.payCard(part.order());
                },
                16);
    }

    private void crashEverywhere(Consumer<FakeTerminal> script, Consumer<TestTill> sale, int atLeast) throws Exception {
        TestClock clock = TestClock.still();
        FakeTerminal terminal = new FakeTerminal();
        script.accept(terminal);
        CrashImages images = new CrashImages(home.resolve("till"), home.resolve("images"), terminal.acquirer());
        try (TestTill till = TestTill.open(home.resolve("till"), clock, terminal)) {
            clock.onLook(() -> images.take("a write is under way"));
            terminal.atCheckpoints(images::take);
            till.events()
                    .subscribe(event -> images.take("told " + event.getClass().getSimpleName()));
            sale.accept(till);
            clock.onLook(() -> {});
        }
        assertThat(images.all()).as("steps at which the till died").hasSizeGreaterThanOrEqualTo(atLeast);
        for (CrashImages.Image image : images.all()) {
            goOn(image.copy("late"), true);
            goOn(image, false);
        }
    }

    /** @param arrivesLate whether a request that was under way is still carried out after the crash */
    private static void goOn(CrashImages.Image image, boolean arrivesLate) throws Exception {
        Acquirer bank = image.acquirer().copy();
        FakeTerminal terminal = new FakeTerminal(bank);
        boolean underWay = arrivesLate && image.where().equals("sent");
        terminal.answering(past -> underWay ? late(past, bank, terminal) : bank.answer(past));
        try (TestTill till = TestTill.open(image.folder(), TestClock.still(), terminal)) {
            try (Recovery recovery = new Recovery(till.payments(), Duration.ofMillis(1))) {
                Eventually.until("idle after " + image, recovery::resolveAll);
            }
            check(image, till, bank);
            assertThat(terminal.performs()).as("asking never charges").isZero();
            finish(till);
            check(image, till, bank);
        }
    }

    private static QueryAnswer late(PastAttempt past, Acquirer bank, FakeTerminal terminal) {
        if (terminal.queries() == 1) {
            return new QueryAnswer.InProgress();
        }
        if (bank.answer(past) instanceof QueryAnswer.NotFound) {
            bank.record(
                    past.reference(),
                    Scripts.approval(
                            new io.keentill.device.terminal.TerminalRequest.Sale(past.reference(), past.amount())));
        }
        return bank.answer(past);
    }

    private static void check(CrashImages.Image image, TestTill till, Acquirer bank) throws Exception {
        List<Order> orders = till.store().read(view -> view.recentOrders(10));
        long booked = orders.stream()
                .flatMap(o -> o.tenders().stream())
                .filter(t -> t.type() == TenderType.CARD)
                .map(Tender::applied)
                .mapToLong(m -> m.minor())
                .sum();
        assertThat(booked)
                .as("money at the bank is money on orders, after %s", image)
                .isEqualTo(bank.taken());
        assertThat(new HashSet<>(bank.references())).hasSameSizeAs(bank.references());
        List<PaymentAttempt> open = till.store().read(View::openAttempts);
        assertThat(open).as("nothing undecided after %s", image).isEmpty();
        for (Order order : orders) {
            assertThat(order.due().isNegative()).isFalse();
            boolean paid = order.state() == OrderState.PAID;
            assertThat(paid).isEqualTo(order.due().isZero());
            assertThat(till.outboxOf(order)).hasSize(paid ? 3 + order.tenders().size() : 0);
        }
        assertThat(JournalVerifier.verify(till.store())).isInstanceOf(JournalVerdict.Intact.class);
    }

    /** The clerk goes on: whatever is still on the counter is paid by card, or scanned anew. */
    private static void finish(TestTill till) throws Exception {
        List<Order> orders = till.store().read(view -> view.recentOrders(10));
        if (orders.stream().noneMatch(o -> o.state() == OrderState.PAID)) {
            Order counter = till.selling().current().orElseGet(() -> till.scan(TEA));
            assertThat(till.payCard(counter)).isInstanceOf(CardResult.Paid.class);
        }
        List<Order> after = till.store().read(view -> view.recentOrders(10));
        assertThat(after).hasSize(1);
        assertThat(after.getFirst().receiptNumber()).isEqualTo(1);
    }
}
