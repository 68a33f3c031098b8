package io.keentill.storefront.orders;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.engine.Till;
import io.keentill.engine.office.SaleArchive;
import io.keentill.engine.office.SaleQuery;
import io.keentill.engine.office.SaleStory;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Earlier sales: found by whatever is known of them, one of them told in full. */
public final class OrdersModel {

    /** Which days are looked at. */
    public enum Days {
        /** Today. */
        TODAY(0, 0),
        /** Yesterday. */
        YESTERDAY(1, 1),
        /** The last seven days, today included. */
        WEEK(6, 0),
        /** All there are. */
        ALL(-1, -1);

        private final int first;
        private final int last;

        Days(int first, int last) {
            this.first = first;
            this.last = last;
        }

        private SaleQuery query(String text, LocalDate today) {
            return this == ALL
                    ? new SaleQuery(text, null, null)
                    : new SaleQuery(text, today.minusDays(first), today.minusDays(last));
        }
    }

    private final StringProperty input = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Days> days = new ReadOnlyObjectWrapper<>(Days.ALL);
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<SaleStory> story = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Order> found = FXCollections.observableArrayList();
    private final Till till;
    private final TillWorker worker;
    private final Toasts toasts;
    private final Texts texts;
    private final InstantSource clock;
    private final Consumer<SaleStory> giveBack;
    private boolean searchQueued;
    private int page;
    private boolean openOnly;
    /** What is looked for, readable by the worker. */
    private volatile SaleQuery latest = SaleQuery.ALL;

    /** Sales of {@code till}; {@code giveBack} goes on to a refund. */
    public OrdersModel(
            Till till,
            TillWorker worker,
            Toasts toasts,
            Texts texts,
            InstantSource clock,
            Consumer<SaleStory> giveBack) {
        this.till = till;
        this.worker = worker;
        this.toasts = toasts;
        this.texts = texts;
        this.clock = clock;
        this.giveBack = giveBack;
        input.addListener((o, before, now) -> search());
    }

    /** Looks again, for instance when the screen comes to the front. */
    public void load() {
        search();
        SaleStory shown = story.get();
        if (shown != null) {
            open(shown.sale().id());
        }
    }

    /** Looks at other days. */
    public void choose(Days which) {
        days.set(which);
        search();
    }

    private void search() {
        latest = days.get().query(input.get(), texts.day(clock.instant()));
        if (!searchQueued) {
            searchQueued = true;
            worker.submit(() -> look(latest, 0), this::show);
        }
    }

    private record Found(SaleQuery query, int page, SaleArchive.Page sales) {}

    private Found look(SaleQuery query, int which) {
        return new Found(query, which, till.office().sales().find(query, which));
    }

    private void show(Found result) {
        searchQueued = false;
        if (!result.query().equals(latest)) {
            searchQueued = true;
            worker.submit(() -> look(latest, 0), this::show);
            return;
        }
        page = 0;
        found.setAll(result.sales().sales());
        more.set(result.sales().more());
        selected.set(found.isEmpty() ? -1 : 0);
        if (openOnly) {
            openOnly = false;
            openScanned();
        }
    }

    private void openScanned() {
        if (found.size() == 1) {
            open(found.getFirst().id());
        } else if (found.isEmpty()) {
            toasts.warn(texts.get("orders.notFound", input.get()));
        }
    }

    /** Adds the next page. */
    public void showMore() {
        int next = page + 1;
        SaleQuery query = latest;
        worker.submit(() -> look(query, next), result -> {
            if (result.query().equals(latest) && result.page() == page + 1) {
                page = result.page();
                found.addAll(result.sales().sales());
                more.set(result.sales().more());
            }
        });
    }

    /** A receipt's code from a scanner, or whatever else was scanned: if it is one sale, that is opened. */
    public void scanned(String code) {
        days.set(Days.ALL);
        openOnly = true;
        if (input.get().equals(code)) {
            search();
        } else {
            input.set(code);
        }
    }

    /** Moves the selection among what was found. */
    public void moveSelection(int by) {
        if (!found.isEmpty()) {
            selected.set(Math.clamp(selected.get() + (long) by, 0, found.size() - 1));
        }
    }

    /** Selects what was found at this place; one that is not there is none. */
    public void select(int place) {
        selected.set(place < found.size() ? place : -1);
    }

    /** Opens what is selected. */
    public void enter() {
        if (selected.get() >= 0 && selected.get() < found.size()) {
            open(found.get(selected.get()).id());
        }
    }

    /** Tells the whole story of a sale. */
    public void open(String orderId) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).id().equals(orderId)) {
                selected.set(i);
            }
        }
        worker.submit(() -> till.office().sales().story(orderId), told -> told.ifPresent(story::set));
    }

    /** Something about this sale is different now. */
    public void changed(String orderId) {
        SaleStory shown = story.get();
        if (shown != null && shown.sale().id().equals(orderId)) {
            open(orderId);
        }
    }

    /** Prints the receipt again, marked as a copy. */
    public void printCopy() {
        SaleStory shown = story.get();
        if (shown == null || shown.sale().state() != OrderState.PAID) {
            return;
        }
        String id = shown.sale().id();
        worker.submit(
                () -> {
                    till.print(id, true);
                    return true;
                },
                sent -> toasts.info(texts.get("toast.printingCopy")));
    }

    /** On to giving money back on the sale that is shown. */
    public void giveBack() {
        SaleStory shown = story.get();
        if (shown != null && canGiveBack(shown)) {
            giveBack.accept(shown);
        }
    }

    /** Whether anything of a sale is left to give back. */
    static boolean canGiveBack(SaleStory story) {
        return story.refundable().left().isPositive();
    }

    /** One step back: closes the story, else empties the field; false if neither was to do. */
    public boolean back() {
        if (story.get() != null) {
            story.set(null);
            return true;
        }
        boolean typed = !input.get().isEmpty();
        input.set("");
        return typed;
    }

    /** What stands in the field. */
    public StringProperty inputProperty() {
        return input;
    }

    /** Which days are looked at. */
    public ReadOnlyObjectProperty<Days> daysProperty() {
        return days.getReadOnlyProperty();
    }

    /** Place of the selected sale, from 0; -1 for none. */
    public ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Whether there is another page. */
    public ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    /** The sale that is told in full; null for none. */
    public ReadOnlyObjectProperty<SaleStory> storyProperty() {
        return story.getReadOnlyProperty();
    }

    /** What was found, the newest first. */
    public ObservableList<Order> found() {
        return found;
    }
}
