package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.office.RefundOffer;
import io.keentill.storefront.counter.Screens.Screen;
import io.keentill.storefront.orders.OrdersModel;
import io.keentill.storefront.refund.RefundModel;
import io.keentill.storefront.refund.RefundModel.Mode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Earlier sales and money back, without a toolkit. */
class RefundModelTest {

    private final FakeTill till = Mornings.busy();
    private final ModelRig rig = ModelRig.manager(till);
    private final List<Order> onward = new ArrayList<>();
    private final RefundModel model =
            new RefundModel(till, rig.worker, rig.screens, rig.texts, rig.approvals, onward::add);
    private final OrdersModel orders =
            new OrdersModel(till, rig.worker, rig.toasts, rig.texts, InstantSource.fixed(FakeTill.NOW), model::begin);

    private Order begin(long receipt) {
        orders.load();
        Order sale = orders.found().stream()
                .filter(o -> Long.valueOf(receipt).equals(o.receiptNumber()))
                .findFirst()
                .orElseThrow();
        orders.open(sale.id());
        orders.giveBack();
        return sale;
    }

    private RefundOffer.Possible offer() {
        assertThat(model.offerProperty().get()).isInstanceOf(RefundOffer.Possible.class);
        return (RefundOffer.Possible) model.offerProperty().get();
    }

    @Test
    void salesAreFoundWhileTypingAndByAScan() {
        orders.load();
        assertThat(orders.found()).hasSize(4);
        orders.inputProperty().set("soap");
        assertThat(orders.found()).hasSize(3);
        Order wanted = orders.found().getLast();
        orders.scanned(wanted.reference());
        assertThat(orders.storyProperty().get().sale().id()).isEqualTo(wanted.id());
        assertThat(orders.back()).as("the story").isTrue();
        assertThat(orders.storyProperty().get()).isNull();
        assertThat(orders.back()).as("what was typed").isTrue();
        assertThat(orders.found()).hasSize(4);
        assertThat(orders.back()).isFalse();
    }

    @Test
    void theWholeSaleGoesBackAsItWasPaid() {
        Order sale = begin(1);
        assertThat(rig.screens.current()).isEqualTo(Screen.REFUND);
        assertThat(offer().amount()).isEqualTo(sale.totals().total());
        assertThat(offer().shares()).hasSize(1);
    }

    @Test
    void someGoodsAreAPartOfIt() {
        Order sale = begin(1);
        model.choose(Mode.LINES);
        String line = sale.lines().getFirst().id();
        model.more(line);
        assertThat(offer().amount()).isEqualTo(sale.lines().getFirst().unitPrice());
        model.more(line);
        model.less(line);
        assertThat(offer().amount()).isEqualTo(sale.lines().getFirst().unitPrice());
    }

    @Test
    void anAmountThatIsNoneOrTooMuchIsNotOffered() {
        begin(1);
        model.choose(Mode.AMOUNT);
        model.amountProperty().set("1000");
        assertThat(model.offerProperty().get()).isNotInstanceOf(RefundOffer.Possible.class);
        model.amountProperty().set("1");
        assertThat(offer().amount().minor()).isEqualTo(100);
    }

    @Test
    void whatWasPaidTwoWaysGoesBackTwoWays() {
        begin(4);
        assertThat(model.isMixed()).isTrue();
        assertThat(offer().shares()).hasSize(2);
        model.choose(MoneyBack.CASH);
        assertThat(offer().amount().minor()).as("no more than was paid in cash").isEqualTo(4_00);
        assertThat(offer().shares()).extracting(RefundOffer.Share::type).containsExactly(TenderType.CASH);
    }

    @Test
    void goodsPayForTheBasketAndTheRestGoesBack() {
        till.scan(Sample.MILK, Quantity.ONE, "s1");
        Order sale = begin(3);
        model.choose(Mode.EXCHANGE);
        model.more(sale.lines().getFirst().id());
        assertThat(model.modeProperty().get())
                .as("choosing goods stays an exchange")
                .isEqualTo(Mode.EXCHANGE);
        assertThat(offer().shares())
                .extracting(RefundOffer.Share::way)
                .containsExactly(RefundOffer.Way.EXCHANGE, RefundOffer.Way.CASH);
        model.reasonProperty().set("wrong size");
        model.go();
        rig.worker.runLong();
        assertThat(model.stageProperty().get()).isEqualTo(RefundModel.Stage.DONE);
        Order basket = model.exchangedFor().orElseThrow();
        assertThat(basket.tenders()).extracting(Tender::type).containsExactly(TenderType.EXCHANGE);
        assertThat(model.cashToHandOver().orElseThrow().minor())
                .isEqualTo(sale.totals().total().minor() - 1_65);
        model.back();
        assertThat(onward).containsExactly(basket);
    }

    @Test
    void withoutABasketNothingIsExchangedAndItIsSaidWhy() {
        Order sale = begin(3);
        model.choose(Mode.EXCHANGE);
        model.more(sale.lines().getFirst().id());
        assertThat(model.offerProperty().get())
                .isEqualTo(new RefundOffer.NotPossible(Sentence.quoted(rig.texts.get("refund.exchange.noBasket"))));
        model.reasonProperty().set("wrong size");
        model.go();
        assertThat(model.isRunning()).isFalse();
        assertThat(till.refunds().given).isEmpty();
    }

    @Test
    void nothingGoesBackWithoutAReason() {
        begin(1);
        model.go();
        assertThat(model.isRunning()).isFalse();
        assertThat(model.messageProperty().get()).isNotEmpty();
        model.reasonProperty().set("faulty");
        model.go();
        rig.worker.runLong();
        assertThat(model.refundProperty().get()).isNotNull();
    }
}
