package io.keentill.storefront.sell;

import io.keentill.domain.catalogue.Product;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.Quantity;
import io.keentill.engine.Till;
import io.keentill.engine.selling.SaleChange;
import io.keentill.storefront.counter.Counter;
import io.keentill.storefront.counter.Session;
import io.keentill.storefront.work.TillWorker;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The one field for scans, search and quantities, and what stands beside the basket. */
public final class SellModel {

    /** What fills the large area. */
    public enum Pane {
        /** The product tiles. */
        GRID,
        /** What the search found. */
        RESULTS,
        /** Sales set aside. */
        PARKED,
        /** Receipts of late. */
        RECEIPTS,
        /** Who buys. */
        CUSTOMERS
    }

    private static final int RESULTS = 30;
    private static final int TILES = 60;
    private static final int RECENT = 30;

    private final StringProperty input = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Pane> pane = new ReadOnlyObjectWrapper<>(Pane.GRID);
    private final ReadOnlyObjectWrapper<Integer> selected = new ReadOnlyObjectWrapper<>(0);
    private final ReadOnlyObjectWrapper<String> category = new ReadOnlyObjectWrapper<>("");
    private final ObservableList<Product> results = FXCollections.observableArrayList();
    private final ObservableList<Product> tiles = FXCollections.observableArrayList();
    private final ObservableList<String> categories = FXCollections.observableArrayList();
    private final ObservableList<Order> parked = FXCollections.observableArrayList();
    private final ObservableList<Order> recent = FXCollections.observableArrayList();
    private final Till till;
    private final TillWorker worker;
    private final Counter counter;
    private final Session session;
    private final Waiting turn;
    private boolean searchQueued;
    /** What stands in the field, readable by the worker. */
    private volatile String latest = "";

    /** Sells on {@code counter}; what is added keeps its {@code turn}. */
    public SellModel(Till till, TillWorker worker, Counter counter, Session session, Waiting turn) {
        this.till = till;
        this.worker = worker;
        this.counter = counter;
        this.session = session;
        this.turn = turn;
        input.addListener((o, before, now) -> typed());
    }

    /** Fetches categories and favourites. */
    public void load() {
        worker.submit(till::categories, categories::setAll);
        openCategory("");
        refreshParked();
    }

    private void typed() {
        latest = input.get();
        if (ScanText.parse(input.get()).rest().length() < 2) {
            if (pane.get() == Pane.RESULTS) {
                pane.set(Pane.GRID);
            }
            return;
        }
        if (!searchQueued) {
            searchQueued = true;
            // After all keys that came together: what a scanner types in one go is gone again by then.
            worker.onScreen(this::search);
        }
    }

    private void search() {
        if (ScanText.parse(latest).rest().length() < 2) {
            searchQueued = false;
        } else {
            worker.look(this::findTyped, this::showResults);
        }
    }

    /** Reads the field when the worker gets there: quick typing costs one search, not one for each key. */
    private Found findTyped() {
        String text = ScanText.parse(latest).rest();
        return new Found(text, text.length() < 2 ? List.of() : till.search(text, RESULTS));
    }

    private record Found(String text, List<Product> products) {}

    private void showResults(Found found) {
        searchQueued = false;
        String now = ScanText.parse(input.get()).rest();
        if (now.length() < 2) {
            return;
        }
        if (!now.equals(found.text())) {
            typed();
            return;
        }
        results.setAll(found.products());
        selected.set(0);
        pane.set(Pane.RESULTS);
    }

    /** Enter in the field: scans a code, adds what is selected among the results, or scans words as a code. */
    public void enter() {
        ScanText text = ScanText.parse(input.get());
        if (text.rest().isEmpty()) {
            return;
        }
        if (text.isCode() || pane.get() != Pane.RESULTS || results.isEmpty() || isExact(text.rest())) {
            enterUnseen(text);
        } else {
            add(results.get(Math.min(selected.get(), results.size() - 1)));
        }
    }

    private boolean isExact(String code) {
        return results.stream().anyMatch(p -> p.sku().equalsIgnoreCase(code));
    }

    /** For a code, and for words whose results are not on screen yet: the till is asked in one go. */
    private void enterUnseen(ScanText text) {
        Quantity quantity = text.asked().orElse(Quantity.ONE);
        String operator = session.operator();
        clear();
        change(asked -> {
            SaleChange scanned = asked.scan(text.rest(), quantity, operator);
            if (!(scanned instanceof SaleChange.UnknownCode) || text.isCode()) {
                return scanned;
            }
            List<Product> found = asked.search(text.rest(), 2);
            return found.size() == 1 ? asked.add(found.getFirst().id(), quantity, operator) : scanned;
        });
    }

    /** A code from a scanner. A quantity standing in the field still counts. */
    public void scan(String code) {
        ScanText text = ScanText.parse(code);
        Quantity quantity =
                text.asked().or(() -> ScanText.parse(input.get()).asked()).orElse(Quantity.ONE);
        String operator = session.operator();
        clear();
        change(asked -> asked.scan(text.rest(), quantity, operator));
    }

    /** Adds a product picked from tiles or results. */
    public void add(Product product) {
        Quantity quantity = ScanText.parse(input.get()).asked().orElse(Quantity.ONE);
        String operator = session.operator();
        clear();
        change(asked -> asked.add(product.id(), quantity, operator));
    }

    private void change(Function<Till, SaleChange> what) {
        turn.add(() -> counter.change(what));
    }

    private void clear() {
        input.set("");
        pane.set(Pane.GRID);
    }

    /** Moves the selection among the results. */
    public void moveSelection(int by) {
        if (!results.isEmpty()) {
            selected.set(Math.clamp(selected.get() + by, 0, results.size() - 1));
        }
    }

    /** Shows a category; the empty name stands for the favourites. */
    public void openCategory(String name) {
        category.set(name);
        pane.set(Pane.GRID);
        worker.submit(() -> name.isEmpty() ? till.favourites(TILES) : till.productsIn(name, TILES), tiles::setAll);
    }

    /** Shows or hides what is set aside. */
    public void toggleParked() {
        if (pane.get() == Pane.PARKED) {
            pane.set(Pane.GRID);
        } else {
            refreshParked();
            pane.set(Pane.PARKED);
        }
    }

    /** Fetches what is set aside. */
    public void refreshParked() {
        worker.submit(till::parked, parked::setAll);
    }

    /** Brings a sale back to the counter. */
    public void recall(String orderId) {
        counter.change(asked -> asked.recall(orderId), answer -> {
            refreshParked();
            if (answer instanceof SaleChange.Changed) {
                pane.set(Pane.GRID);
            }
        });
    }

    /** Shows or hides the receipts of late. */
    public void toggleReceipts() {
        if (pane.get() == Pane.RECEIPTS) {
            pane.set(Pane.GRID);
        } else {
            worker.submit(() -> till.recentOrders(RECENT), recent::setAll);
            pane.set(Pane.RECEIPTS);
        }
    }

    /** Shows or hides who may be buying. */
    public void toggleCustomers() {
        pane.set(pane.get() == Pane.CUSTOMERS ? Pane.GRID : Pane.CUSTOMERS);
    }

    /** Back to the tiles with an empty field; false if that is how it was. */
    public boolean back() {
        boolean changed = pane.get() != Pane.GRID || !input.get().isEmpty();
        clear();
        return changed;
    }

    /** What stands in the field. */
    public StringProperty inputProperty() {
        return input;
    }

    /** What fills the large area. */
    public ReadOnlyObjectProperty<Pane> paneProperty() {
        return pane.getReadOnlyProperty();
    }

    /** Place of the selected result, from 0. */
    public ReadOnlyObjectProperty<Integer> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** The category shown; empty for the favourites. */
    public ReadOnlyObjectProperty<String> categoryProperty() {
        return category.getReadOnlyProperty();
    }

    /** What the search found. */
    public ObservableList<Product> results() {
        return results;
    }

    /** The product tiles. */
    public ObservableList<Product> tiles() {
        return tiles;
    }

    /** Names of the categories. */
    public ObservableList<String> categories() {
        return categories;
    }

    /** Sales set aside, oldest first. */
    public ObservableList<Order> parked() {
        return parked;
    }

    /** Orders closed of late, newest first. */
    public ObservableList<Order> recent() {
        return recent;
    }
}
