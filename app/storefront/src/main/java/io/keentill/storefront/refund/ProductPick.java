package io.keentill.storefront.refund;

import io.keentill.domain.catalogue.Product;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.Till;
import io.keentill.engine.refund.NoReceiptScan;
import io.keentill.engine.refund.NoReceiptWish;
import io.keentill.storefront.sell.ScanText;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** One field for scans, searches and quantities ({@code 3*}), as on the sell screen, to pick products of the catalogue. */
public final class ProductPick {

    private static final int RESULTS = 20;

    private final StringProperty input = new SimpleStringProperty("");
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(-1);
    private final ObservableList<Product> results = FXCollections.observableArrayList();
    private final Till till;
    private final TillWorker worker;
    private final Texts texts;
    private final Consumer<NoReceiptWish.Goods> picked;
    private final Consumer<String> complaint;
    private boolean searchQueued;
    /** What stands in the field, readable by the worker. */
    private volatile String latest = "";

    ProductPick(
            Till till,
            TillWorker worker,
            Texts texts,
            Consumer<NoReceiptWish.Goods> picked,
            Consumer<String> complaint) {
        this.till = till;
        this.worker = worker;
        this.texts = texts;
        this.picked = picked;
        this.complaint = complaint;
        input.addListener((o, before, now) -> typed());
    }

    private record Found(String text, List<Product> products) {}

    private void typed() {
        latest = input.get();
        if (words().length() < 2) {
            show(List.of());
        } else if (!searchQueued) {
            searchQueued = true;
            worker.look(this::search, this::found);
        }
    }

    private String words() {
        return ScanText.parse(input.get()).rest();
    }

    private Found search() {
        String text = ScanText.parse(latest).rest();
        return new Found(text, text.length() < 2 ? List.of() : till.search(text, RESULTS));
    }

    private void found(Found found) {
        searchQueued = false;
        if (words().equals(found.text())) {
            show(found.products());
        } else {
            typed();
        }
    }

    private void show(List<Product> products) {
        results.setAll(products);
        selected.set(products.isEmpty() ? -1 : 0);
    }

    /** Enter in the field: looks a code up, or takes what is selected among the results. */
    public void enter() {
        ScanText text = ScanText.parse(input.get());
        if (text.rest().isEmpty()) {
            return;
        }
        if (text.isCode() || results.isEmpty()) {
            lookUp(text);
        } else {
            take(results.get(Math.clamp(selected.get(), 0, results.size() - 1)));
        }
    }

    /** A code from a scanner; a quantity standing in the field still counts. */
    public void scanned(String code) {
        ScanText text = ScanText.parse(code);
        Quantity quantity =
                text.asked().or(() -> ScanText.parse(input.get()).asked()).orElse(Quantity.ONE);
        lookUp(new ScanText(quantity, text.rest()));
    }

    private void lookUp(ScanText text) {
        Quantity quantity = text.asked().orElse(Quantity.ONE);
        clear();
        worker.submit(() -> till.refunds().withoutReceipt().scanned(text.rest(), quantity), found -> {
            switch (found) {
                case NoReceiptScan.Goods(NoReceiptWish.Goods goods) -> picked.accept(goods);
                case NoReceiptScan.Refused(Sentence why) -> complaint.accept(texts.said(why));
                case NoReceiptScan.Unknown none -> complaint.accept(texts.get("return.unknown", text.rest()));
            }
        });
    }

    /** Takes a product from the results. */
    public void take(Product product) {
        Quantity quantity = ScanText.parse(input.get()).asked().orElse(Quantity.ONE);
        clear();
        picked.accept(new NoReceiptWish.Goods(product.id(), quantity, null));
    }

    /** Moves the selection among the results. */
    public void moveSelection(int by) {
        if (!results.isEmpty()) {
            selected.set(Math.clamp(selected.get() + (long) by, 0, results.size() - 1));
        }
    }

    /** Empties the field; false if it was empty. */
    public boolean clear() {
        boolean was = !input.get().isEmpty();
        input.set("");
        return was;
    }

    /** What stands in the field. */
    public StringProperty inputProperty() {
        return input;
    }

    /** Place of the selected result, from 0; -1 for none. */
    public ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** What the search found. */
    public ObservableList<Product> results() {
        return results;
    }
}
