package io.keentill.engine.refund;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.MILK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
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
 * The till dies at every step of an exchange. Whatever was on the disk, the goods are either back and have paid, or
 * neither; whoever goes on comes to the same money as without the crash.
 */
class ExchangeCrashTest {

    private static final Capability[] ALL = {
        Capability.LINKED_REFUND, Capability.REVERSAL, Capability.QUERY_BY_REFERENCE, Capability.PARTIAL_APPROVAL
    };

    @TempDir
    private Path home;

    @Test
    void forDearerGoodsThatStayToBePaid() throws Exception {
        crashEverywhere(TestTill::sellForCash, terminal -> {}, List.of(TEA, MILK), 0, 2);
    }

    @Test
    void forCheaperGoodsWithCashBack() throws Exception {
        crashEverywhere(TestTill::sellForCash, terminal -> {}, List.of(MILK), 0, 4);
    }

    @Test
    void forCheaperGoodsWithTheRestToTheCard() throws Exception {
        crashEverywhere(TestTill::sellByCard, terminal -> {}, List.of(MILK), 99, 8);
    }

    @Test
    void whereTheCardsAnswerIsLost() throws Exception {
        crashEverywhere(
                TestTill::sellByCard,
                terminal -> terminal.then(Scripts.answerLost(Scripts::approval)),
                List.of(MILK),
                99,
                6);
    }

    @Test
    void fromTwoTenders() throws Exception {
        crashEverywhere(
                till -> {
                    till.scan(TEA);
                    Order part = ((SaleChange.PartPaid) till.selling().payCash(pounds(100), CLERK)).order();
                    return ((CardResult.Paid) till.payCard(part)).order();
                },
                terminal -> {},
                List.of(TEA),
                150,
                2);
    }

    private void crashEverywhere(
            Function<TestTill, Order> sell,
            Consumer<FakeTerminal> script,
            List<String> codes,
            long cardKeeps,
            int atLeast)
            throws Exception {
        TestClock clock = TestClock.still();
        FakeTerminal terminal = new FakeTerminal().able(ALL);
        CrashImages images = new CrashImages(home.resolve("till"), home.resolve("images"), terminal.acquirer());
        Order sale;
        String basket = "";
        try (TestTill till = TestTill.open(home.resolve("till"), clock, terminal)) {
            sale = sell.apply(till);
            for (String code : codes) {
                basket = till.scan(code).id();
            }
            script.accept(terminal);
            clock.onLook(() -> images.take("a write is under way"));
            terminal.atCheckpoints(images::take);
            till.events()
                    .subscribe(event -> images.take("told " + event.getClass().getSimpleName()));
            till.refunds().exchange(wish(sale), basket, CLERK);
            clock.onLook(() -> {});
        }
        assertThat(images.all()).as("steps at which the till died").hasSizeGreaterThanOrEqualTo(atLeast);
        for (CrashImages.Image image : images.all()) {
            goOn(image, sale, basket, cardKeeps);
        }
    }

    private static void goOn(CrashImages.Image image, Order sale, String basketId, long cardKeeps) throws Exception {
        Acquirer bank = image.acquirer().copy();
        FakeTerminal terminal = new FakeTerminal(bank).able(ALL);
        try (TestTill till = TestTill.open(image.folder(), TestClock.still(), terminal)) {
            Exchanged.checkBothHalves(till);
            try (Recovery recovery = new Recovery(till.payments(), Duration.ofMillis(1))) {
                Eventually.until("idle after " + image, recovery::resolveAll);
            }
            for (Refund open : till.refunds().open()) {
                assertThat(till.refunds().goOn(open.id(), CLERK)).isInstanceOf(RefundResult.Given.class);
            }
            if (till.refunds().refundable(sale.id()).orElseThrow().left().isPositive()) {
                assertThat(till.refunds().exchange(wish(sale), basketId, CLERK))
                        .as("%s", image)
                        .isInstanceOf(RefundResult.Given.class);
            }
            Exchanged.checkBothHalves(till);
            Order basket = till.order(basketId);
            if (basket.due().isPositive()) {
                basket = ((SaleChange.Closed) till.selling().payCash(basket.due(), CLERK)).order();
            }
            assertThat(basket.state()).isEqualTo(OrderState.PAID);
            assertThat(bank.taken()).as("after %s", image).isEqualTo(cardKeeps);
            Refund refund = till.refunds().of(sale.id()).stream()
                    .filter(r -> r.state() == RefundState.CLOSED)
                    .findFirst()
                    .orElseThrow();
            assertThat(refund.amount()).isEqualTo(pounds(250));
            assertThat(till.store().read(View::openRefunds)).isEmpty();
            assertThat(till.outboxOf(sale).stream().map(OutboxRow::kind).filter("credit"::equals))
                    .hasSize(1);
            assertThat(JournalVerifier.verify(till.store())).isInstanceOf(JournalVerdict.Intact.class);
        }
    }

    private static RefundWish wish(Order sale) {
        RefundScope goods = new RefundScope.Lines(
                List.of(new RefundScope.Goods(sale.lines().getFirst().id(), Quantity.ONE)));
        return new RefundWish(sale.id(), goods, MoneyBack.AS_PAID, "wrong size");
    }
}
