package io.keentill.storefront.refund;

import io.keentill.device.terminal.Progress;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.refund.Refundable;
import io.keentill.domain.shop.Permission;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.Till;
import io.keentill.engine.office.RefundOffer;
import io.keentill.engine.office.SaleStory;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.storefront.approve.ApprovalModel;
import io.keentill.storefront.counter.Screens;
import io.keentill.storefront.counter.Screens.Screen;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/** Money back on one sale: what of it, how, why, and what became of it. Nothing is offered that cannot be done. */
public final class RefundModel {

    /** Where it stands. */
    public enum Stage {
        /** What goes back is being chosen. */
        CHOOSE,
        /** It is being done; a terminal may have the word. */
        RUNNING,
        /** It went back. */
        DONE,
        /** Nothing went back. */
        NOT_GIVEN,
        /** Part went back; the rest waits. */
        PART,
        /** Nobody knows yet whether the card part went back. */
        UNKNOWN
    }

    /** How much of the sale. */
    public enum Mode {
        /** All that is left. */
        WHOLE,
        /** Some of the goods. */
        LINES,
        /** An amount without goods. */
        AMOUNT,
        /** Some of the goods, for what is in the basket. */
        EXCHANGE
    }

    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.CHOOSE);
    private final RefundChoice choice = new RefundChoice(this::refresh);
    private final ReadOnlyObjectWrapper<RefundOffer> offer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<SaleStory> story = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Order> basket = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Refund> refund = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper terminal = new ReadOnlyStringWrapper("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final Till till;
    private final TillWorker worker;
    private final Screens screens;
    private final Texts texts;
    private final ApprovalModel approvals;
    private final Consumer<Order> onward;
    private int asked;

    /**
     * Gives back what {@code till} took.
     *
     * @param onward goes on with a basket for which goods were exchanged
     */
    public RefundModel(
            Till till,
            TillWorker worker,
            Screens screens,
            Texts texts,
            ApprovalModel approvals,
            Consumer<Order> onward) {
        this.till = till;
        this.worker = worker;
        this.screens = screens;
        this.texts = texts;
        this.approvals = approvals;
        this.onward = onward;
    }

    /** Starts over for a sale and brings the screen to the front. */
    public void begin(SaleStory sale) {
        story.set(sale);
        choice.startOver();
        reason.set("");
        message.set("");
        refund.set(null);
        basket.set(null);
        stage.set(Stage.CHOOSE);
        refresh();
        worker.submit(till::openOrder, open -> {
            basket.set(open.orElse(null));
            refresh();
        });
        screens.go(Screen.REFUND);
    }

    /** Takes another part of the sale. */
    public void choose(Mode what) {
        choice.choose(what);
    }

    /** Gives it back another way. */
    public void choose(MoneyBack how) {
        choice.choose(how);
    }

    /** One more of a line, or the rest of it where that is less than one; back to none after the last. */
    public void more(String lineId) {
        choice.more(lineId, lines());
    }

    /** One less of a line. */
    public void less(String lineId) {
        choice.less(lineId);
    }

    /** The lines of the sale with what may still come back of each. */
    public List<Refundable.LineLeft> lines() {
        SaleStory sale = story.get();
        return sale == null ? List.of() : sale.refundable().lines();
    }

    /** Asks anew what the choice comes to; only the last answer counts. */
    private void refresh() {
        SaleStory sale = story.get();
        if (sale == null || stage.get() != Stage.CHOOSE) {
            return;
        }
        int question = ++asked;
        Optional<RefundScope> scope = choice.scope(sale);
        if (scope.isEmpty()) {
            offer.set(new RefundOffer.NotPossible(Sentence.quoted(
                    texts.get(choice.mode.get() == Mode.AMOUNT ? "refund.typeAmount" : "refund.chooseGoods"))));
            return;
        }
        MoneyBack how = choice.back.get();
        Order open = basket.get();
        if (choice.isExchange() && open == null) {
            offer.set(new RefundOffer.NotPossible(Sentence.quoted(texts.get("refund.exchange.noBasket"))));
            return;
        }
        boolean exchange = choice.isExchange();
        worker.submit(() -> offered(sale, scope.get(), how, exchange ? open : null), found -> {
            if (question == asked) {
                offer.set(found.orElse(null));
            }
        });
    }

    private Optional<RefundOffer> offered(SaleStory sale, RefundScope what, MoneyBack how, @Nullable Order forBasket) {
        return forBasket != null && what instanceof RefundScope.Lines(List<RefundScope.Goods> chosen)
                ? till.office().sales().offerExchange(sale.sale().id(), chosen, how, forBasket.id())
                : till.office().sales().offer(sale.sale().id(), what, how);
    }

    /** Does it, once a reason stands there and somebody who may has approved it. */
    public void go() {
        SaleStory sale = story.get();
        if (sale == null || stage.get() != Stage.CHOOSE) {
            return;
        }
        if (reason.get().isBlank()) {
            message.set(texts.get("refund.needsReason"));
            return;
        }
        Optional<RefundScope> scope = choice.scope(sale);
        if (scope.isEmpty() || !(offer.get() instanceof RefundOffer.Possible possible)) {
            message.set(texts.get("refund.notPossible"));
            return;
        }
        message.set("");
        RefundWish wish = new RefundWish(
                sale.sale().id(), scope.get(), choice.back.get(), reason.get().strip());
        approvals.ask(
                Permission.REFUND,
                texts.get("refund.about", texts.money(possible.amount()), titleOf(sale), wish.reason()),
                approval -> run(
                        wish,
                        choice.isExchange() ? basket.get() : null,
                        approval.by().id()));
    }

    private void run(RefundWish wish, @Nullable Order forBasket, String operator) {
        stage.set(Stage.RUNNING);
        terminal.set(texts.get("refund.working"));
        if (forBasket == null) {
            worker.submitLong(() -> till.refunds().refund(wish, operator), this::show, this::broken);
        } else {
            worker.submitLong(() -> exchange(wish, forBasket, operator), this::show, this::broken);
        }
    }

    private Exchanged exchange(RefundWish wish, Order forBasket, String operator) {
        RefundResult result = till.refunds().exchange(wish, forBasket.id(), operator);
        return new Exchanged(result, till.order(forBasket.id()).orElse(forBasket));
    }

    /** What became of both halves. */
    private record Exchanged(RefundResult result, Order basket) {}

    private void show(Exchanged both) {
        basket.set(both.basket());
        show(both.result());
    }

    private void broken(RuntimeException e) {
        message.set(texts.trouble(e, "refund.broken"));
        stage.set(Stage.UNKNOWN);
    }

    private void show(RefundResult result) {
        switch (result) {
            case RefundResult.Given(Refund done) -> ended(Stage.DONE, done, "");
            case RefundResult.NotGiven not ->
                ended(
                        not.refund().returned().isPositive() ? Stage.PART : Stage.NOT_GIVEN,
                        not.refund(),
                        Optional.ofNullable(not.attempt().message())
                                .map(texts::said)
                                .orElse(texts.get("refund.noReason")));
            case RefundResult.PartGiven part -> ended(Stage.PART, part.refund(), texts.said(part.message()));
            case RefundResult.NotKnown doubt -> ended(Stage.UNKNOWN, doubt.refund(), "");
            case RefundResult.Abandoned none -> ended(Stage.NOT_GIVEN, none.refund(), "");
            case RefundResult.Refused(Sentence why) -> ended(Stage.NOT_GIVEN, null, texts.said(why));
        }
    }

    private void ended(Stage how, @Nullable Refund now, String why) {
        refund.set(now);
        message.set(why);
        stage.set(how);
    }

    /** The terminal says something. */
    public void progress(Progress said) {
        if (isRunning() && !said.text().isBlank()) {
            terminal.set(texts.said(said.text()));
        }
    }

    /** A refund went on by itself: the one that nobody knew of may be known now. */
    public void changed(Refund now) {
        Refund shown = refund.get();
        if (stage.get() != Stage.UNKNOWN || shown == null || !shown.id().equals(now.id())) {
            return;
        }
        if (now.state() == RefundState.CLOSED) {
            ended(Stage.DONE, now, "");
        } else if (now.state() == RefundState.ABANDONED) {
            ended(Stage.NOT_GIVEN, now, texts.get("refund.terminalSaysNo"));
        }
    }

    /** Asks the terminal to stop. */
    public void cancel() {
        if (isRunning()) {
            terminal.set(texts.get("card.out.cancelling"));
            worker.submitLong(
                    () -> {
                        till.cancelCard();
                        return true;
                    },
                    sent -> {},
                    e -> message.set(texts.trouble(e, "trouble.stop")));
        }
    }

    /** One step back, or on with the basket if goods were exchanged for it; not while a terminal has the word. */
    public void back() {
        if (isRunning()) {
            return;
        }
        Order paidFor = exchangedFor().orElse(null);
        if (paidFor == null) {
            screens.go(Screen.ORDERS);
        } else {
            onward.accept(paidFor);
        }
    }

    /** The basket that was paid for with goods, wholly or in part; empty if none was. */
    public Optional<Order> exchangedFor() {
        Refund done = refund.get();
        boolean exchanged = done != null
                && done.exchanged().isPositive()
                && done.toExchange().isEmpty();
        return exchanged ? Optional.ofNullable(basket.get()) : Optional.empty();
    }

    /** Forgets the sale, unless a terminal has the word. */
    public void leave() {
        if (!isRunning()) {
            story.set(null);
            refund.set(null);
            basket.set(null);
            stage.set(Stage.CHOOSE);
        }
    }

    /** Whether it is being done right now. */
    public boolean isRunning() {
        return stage.get() == Stage.RUNNING;
    }

    /** What the customer gets in cash of what went back. */
    public Optional<Money> cashToHandOver() {
        Refund done = refund.get();
        return done == null
                ? Optional.empty()
                : done.parts().stream()
                        .filter(p -> p.type() == TenderType.CASH && p.returnedAt() != null)
                        .map(p -> p.handed())
                        .reduce(Money::plus);
    }

    /** Whether the sale was paid in more than one way, so that there is something to choose. */
    public boolean isMixed() {
        SaleStory sale = story.get();
        return sale != null
                && sale.refundable().tenders().stream()
                                .filter(t -> t.left().isPositive())
                                .map(t -> t.tender().goesBackAs())
                                .distinct()
                                .count()
                        > 1;
    }

    /** Name of the sale. */
    public String titleOf(SaleStory sale) {
        Long number = sale.sale().receiptNumber();
        return number == null ? sale.sale().reference() : texts.get("orders.receipt", Long.toString(number));
    }

    /** Where it stands. */
    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** How much of the sale. */
    public ReadOnlyObjectProperty<Mode> modeProperty() {
        return choice.mode.getReadOnlyProperty();
    }

    /** To which tenders. */
    public ReadOnlyObjectProperty<MoneyBack> backProperty() {
        return choice.back.getReadOnlyProperty();
    }

    /** What the choice comes to; null until it is known. */
    public ReadOnlyObjectProperty<RefundOffer> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /** The sale; null for none. */
    public ReadOnlyObjectProperty<SaleStory> storyProperty() {
        return story.getReadOnlyProperty();
    }

    /** What lies on the counter, to be exchanged for; null for nothing. */
    public ReadOnlyObjectProperty<Order> basketProperty() {
        return basket.getReadOnlyProperty();
    }

    /** What became of it; null before. */
    public ReadOnlyObjectProperty<Refund> refundProperty() {
        return refund.getReadOnlyProperty();
    }

    /** What is wrong, or why nothing went back; empty if nothing. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** What the terminal says. */
    public ReadOnlyStringProperty terminalProperty() {
        return terminal.getReadOnlyProperty();
    }

    /** The amount as typed. */
    public StringProperty amountProperty() {
        return choice.amount;
    }

    /** Why, as typed or picked. */
    public StringProperty reasonProperty() {
        return reason;
    }

    /** How much of each line was chosen, in thousandths, by the line's id. */
    public ObservableMap<String, Long> goods() {
        return choice.goods;
    }
}
