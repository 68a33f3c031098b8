package io.keentill.engine.account;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.GBP;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.receipt.ReceiptWords;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.payment.Recovery;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.support.Acquirer;
import io.keentill.engine.support.CrashImages;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.InvoiceRow;
import io.keentill.store.JournalVerdict;
import io.keentill.store.JournalVerifier;
import io.keentill.store.OutboxRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The till dies at every write while an invoice is taken in and paid. Another till finds a basket that still knows its
 * invoice, or none; it goes on, and RevKeen is told of the money once and of nothing else.
 */
class InvoiceCrashTest {

    private static final String INVOICE = "inv-1";

    @TempDir
    private Path home;

    @Test
    void whilePaidInCash() throws Exception {
        crashEverywhere(till -> take(till), till -> till.selling().payCash(pounds(4000), CLERK), 8);
    }

    @Test
    void whilePaidByCard() throws Exception {
        crashEverywhere(till -> take(till), till -> till.payCard(current(till)), 14);
    }

    @Test
    void whilePaidInTwoParts() throws Exception {
        crashEverywhere(
                till -> {
                    take(till);
                    till.selling().payCash(pounds(1500), CLERK);
                    desk(till).ready(current(till).id());
                },
                till -> till.payCard(current(till)),
                16);
    }

    private void crashEverywhere(Consumer<TestTill> before, Consumer<TestTill> paid, int atLeast) throws Exception {
        TestClock clock = TestClock.still();
        FakeTerminal terminal = new FakeTerminal();
        CrashImages images = new CrashImages(home.resolve("till"), home.resolve("images"), terminal.acquirer());
        try (TestTill till = TestTill.open(home.resolve("till"), clock, terminal)) {
            clock.onLook(() -> images.take("a write is under way"));
            terminal.atCheckpoints(images::take);
            till.events()
                    .subscribe(event -> images.take("told " + event.getClass().getSimpleName()));
            before.accept(till);
            paid.accept(till);
            clock.onLook(() -> {});
        }
        assertThat(images.all()).as("steps at which the till died").hasSizeGreaterThanOrEqualTo(atLeast);
        for (CrashImages.Image image : images.all()) {
            goOn(image);
        }
    }

    private static void goOn(CrashImages.Image image) throws Exception {
        Acquirer bank = image.acquirer().copy();
        try (TestTill till = TestTill.open(image.folder(), TestClock.still(), new FakeTerminal(bank))) {
            try (Recovery recovery = new Recovery(till.payments(), Duration.ofMillis(1))) {
                Eventually.until("idle after " + image, recovery::resolveAll);
            }
            List<Order> found = till.store().read(view -> view.recentOrders(10));
            assertThat(found).as("after %s", image).hasSizeLessThanOrEqualTo(1).allSatisfy(order -> {
                assertThat(order.settlesInvoice()).isTrue();
                assertThat(rowOf(till, order).invoiceId()).isEqualTo(INVOICE);
            });
            if (found.isEmpty()) {
                take(till);
            }
            List<Order> now = till.store().read(view -> view.recentOrders(10));
            finish(till, now.getFirst());
            Order paid = till.order(now.getFirst().id());
            assertThat(paid.state()).as("after %s", image).isEqualTo(OrderState.PAID);
            assertThat(paid.receiptNumber()).isEqualTo(1);
            assertThat(paid.paid()).isEqualTo(pounds(4000));
            long byCard = paid.tenders().stream()
                    .filter(t -> t.type() == TenderType.CARD)
                    .mapToLong(t -> t.applied().minor())
                    .sum();
            assertThat(byCard).as("nobody is charged twice, after %s", image).isEqualTo(bank.taken());
            assertThat(till.outboxOf(paid))
                    .as("after %s", image)
                    .extracting(OutboxRow::ref)
                    .containsExactlyElementsOf(
                            paid.tenders().stream().map(t -> t.id()).toList());
            assertThat(JournalVerifier.verify(till.store())).isInstanceOf(JournalVerdict.Intact.class);
        }
    }

    private static InvoiceRow rowOf(TestTill till, Order order) {
        try {
            return till.store()
                    .<java.util.Optional<InvoiceRow>>read(
                            view -> view.invoices().of(order.id()))
                    .orElseThrow();
        } catch (io.keentill.store.StoreException e) {
            throw new AssertionError(e);
        }
    }

    private static void finish(TestTill till, Order order) {
        if (order.state() == OrderState.PAID) {
            return;
        }
        assertThat(desk(till).ready(order.id())).isInstanceOf(Readiness.Clear.class);
        assertThat(till.payCard(order)).isInstanceOf(CardResult.Paid.class);
    }

    private static Order current(TestTill till) {
        return till.selling().current().orElseThrow();
    }

    private static void take(TestTill till) {
        assertThat(desk(till).take(INVOICE, CLERK)).isInstanceOf(TakeResult.Taken.class);
    }

    private static Accounts desk(TestTill till) {
        AccountsElsewhere revKeen = new AccountsElsewhere() {
            @Override
            public Account ask(String customerId) {
                return Account.UNKNOWN;
            }

            @Override
            public InvoiceWord invoice(String invoiceId, Currency currency) {
                return new InvoiceWord.Payable(INVOICE, "INV-000001", "cus-1", pounds(4000));
            }

            @Override
            public void withdraw(String invoiceId, String sale) {
                // No other till is there.
            }

            @Override
            public String withdrawal(String sale) {
                return "no longer " + sale;
            }

            @Override
            public java.util.Optional<String> claim(String invoiceId, String sale) {
                return java.util.Optional.empty();
            }
        };
        return new Accounts(
                till.store(), revKeen, till.ids(), till.clock(), till.events(), GBP, ReceiptWords.of(Locale.UK));
    }

    @Test
    void twoPressesAtOnceTakeItInOnce() throws Exception {
        try (TestTill till = TestTill.open(home.resolve("till"), TestClock.still(), new FakeTerminal())) {
            List<TakeResult> both = java.util.stream.IntStream.range(0, 2)
                    .mapToObj(i -> java.util.concurrent.CompletableFuture.supplyAsync(
                            () -> desk(till).take(INVOICE, CLERK)))
                    .toList()
                    .stream()
                    .map(java.util.concurrent.CompletableFuture::join)
                    .toList();
            assertThat(both).filteredOn(TakeResult.Taken.class::isInstance).hasSize(1);
            assertThat(both).filteredOn(TakeResult.Refused.class::isInstance).hasSize(1);
            assertThat(till.store().<List<Order>>read(view -> view.recentOrders(10)))
                    .hasSize(1);
        }
    }

    @Test
    void aSaleOfGoodsIsAlwaysReady() throws Exception {
        try (TestTill till = TestTill.open(home.resolve("till"), TestClock.still(), new FakeTerminal())) {
            Order goods = till.scan(TestTill.TEA);
            assertThat(desk(till).ready(goods.id())).isEqualTo(new Readiness.Clear());
            assertThat(till.selling().payCash(pounds(250), CLERK)).isInstanceOf(SaleChange.Closed.class);
        }
    }
}
