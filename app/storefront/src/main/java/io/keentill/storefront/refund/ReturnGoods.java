package io.keentill.storefront.refund;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.Till;
import io.keentill.engine.refund.NoReceiptOffer;
import io.keentill.engine.refund.NoReceiptWish;
import io.keentill.storefront.text.MoneyInput;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The goods that come back without a receipt, and what they come to by the catalogue. */
public final class ReturnGoods {

    /**
     * Goods that come back.
     *
     * @param most what one gives at most, as the catalogue says
     * @param price what one is to give, as typed
     * @param labelled whether its label said the price
     */
    public record Row(String productId, String name, Money most, Quantity quantity, String price, boolean labelled) {

        private Optional<NoReceiptWish.Goods> goods() {
            return MoneyInput.amount(price, most.currency())
                    .map(each -> new NoReceiptWish.Goods(productId, quantity, each));
        }

        private Row of(Quantity other) {
            return new Row(productId, name, most, other, price, labelled);
        }

        private Row at(String typed) {
            return new Row(productId, name, most, quantity, typed, labelled);
        }
    }

    private static final long ONE = 1000;
    private static final long MOST = 9_999 * ONE;

    private final ReadOnlyObjectWrapper<NoReceiptOffer> offer = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final Till till;
    private final TillWorker worker;
    private final Texts texts;
    private final Consumer<String> complaint;
    private final ProductPick pick;
    private int asked;

    ReturnGoods(Till till, TillWorker worker, Texts texts, Consumer<String> complaint) {
        this.till = till;
        this.worker = worker;
        this.texts = texts;
        this.complaint = complaint;
        this.pick = new ProductPick(till, worker, texts, this::add, complaint);
    }

    /** Looks for goods, or adds them by their code. */
    public ProductPick pick() {
        return pick;
    }

    /** Adds goods, or says why they cannot come back like this. */
    private void add(NoReceiptWish.Goods one) {
        complaint.accept("");
        worker.submit(() -> till.refunds().withoutReceipt().offer(List.of(one)), priced -> {
            switch (priced) {
                case NoReceiptOffer.NotPossible(Sentence why) -> complaint.accept(texts.said(why));
                case NoReceiptOffer.Priced of -> add(of.lines().getFirst(), one.price() != null);
            }
        });
    }

    /** To goods of the same product; of labelled ones only those with the same price on them are the same. */
    private void add(OrderLine line, boolean labelled) {
        String product = String.valueOf(line.productId());
        String price = texts.figures(line.unitPrice());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            boolean same = row.productId().equals(product) && row.labelled() == labelled;
            if (same && (!labelled || row.price().equals(price))) {
                change(i, line.quantity().thousandths());
                return;
            }
        }
        Money shelf = line.shelfPrice();
        Money most = shelf == null ? line.unitPrice() : shelf;
        rows.add(new Row(product, line.name(), most, line.quantity(), price, labelled));
        refresh();
    }

    /** One more of the goods at this place, from 0. */
    public void more(int place) {
        change(place, ONE);
    }

    /** One less; the last one takes the goods off. */
    public void less(int place) {
        change(place, -ONE);
    }

    private void change(int place, long thousandths) {
        Row row = rows.get(place);
        long now = row.quantity().thousandths() + thousandths;
        if (now <= 0) {
            rows.remove(place);
        } else {
            rows.set(place, row.of(new Quantity(Math.min(now, MOST))));
        }
        refresh();
    }

    /** What one of the goods at this place is to give, as typed. */
    public void price(int place, String typed) {
        Row row = rows.get(place);
        if (!row.price().equals(typed)) {
            rows.set(place, row.at(typed));
            refresh();
        }
    }

    /** The goods as they stand there; empty if a price among them is none. */
    Optional<List<NoReceiptWish.Goods>> chosen() {
        List<NoReceiptWish.Goods> goods = new ArrayList<>();
        for (Row row : rows) {
            row.goods().ifPresent(goods::add);
        }
        return goods.size() == rows.size() ? Optional.of(goods) : Optional.empty();
    }

    /** Asks anew what the goods come to; only the last answer counts. */
    void refresh() {
        int question = ++asked;
        Optional<List<NoReceiptWish.Goods>> chosen = chosen();
        if (chosen.isEmpty()) {
            offer.set(new NoReceiptOffer.NotPossible(Sentence.quoted(texts.get("return.badPrice"))));
            return;
        }
        List<NoReceiptWish.Goods> goods = chosen.get();
        worker.submit(() -> till.refunds().withoutReceipt().offer(goods), found -> {
            if (question == asked) {
                offer.set(found);
            }
        });
    }

    /** Takes everything off. */
    void clear() {
        asked++;
        rows.clear();
        pick.clear();
        offer.set(null);
    }

    /** Goods in a few words. */
    static String summary(List<OrderLine> lines) {
        return lines.stream()
                .limit(3)
                .map(line -> line.quantity() + " × " + line.name())
                .collect(Collectors.joining(", ", "", lines.size() > 3 ? ", …" : ""));
    }

    /** What the goods come to; null until it is known. */
    public ReadOnlyObjectProperty<NoReceiptOffer> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /** The goods. */
    public ObservableList<Row> rows() {
        return rows;
    }
}
