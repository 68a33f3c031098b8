package io.keentill.storefront.receipt;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.Till;
import io.keentill.engine.receipts.SaveResult;
import io.keentill.storefront.counter.Screens;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A paid sale: its change for all to see, and its receipt. */
public final class ReceiptModel {

    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper change = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper lastSale = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper copy = new ReadOnlyBooleanWrapper(false);
    private final ObservableList<ReceiptLayout.Line> lines = FXCollections.observableArrayList();
    private final Till till;
    private final TillWorker worker;
    private final Screens screens;
    private final Toasts toasts;
    private final Texts texts;
    private final MailModel mail;
    private @Nullable String orderId;

    /** Receipts of {@code till}. */
    public ReceiptModel(Till till, TillWorker worker, Screens screens, Toasts toasts, Texts texts, MailModel mail) {
        this.till = till;
        this.worker = worker;
        this.screens = screens;
        this.toasts = toasts;
        this.texts = texts;
        this.mail = mail;
    }

    /** Shows the sale that was paid just now. */
    public void showPaid(Order order) {
        show(order, false);
        Money back = changeOf(order);
        change.set(back.isPositive() ? texts.money(back) : "");
        lastSale.set(
                back.isPositive()
                        ? texts.get("sell.lastChange", texts.money(back))
                        : texts.get("sell.lastPaid", texts.money(order.totals().total())));
    }

    /** Shows an earlier sale; what is printed of it is marked as a copy. */
    public void showCopy(Order order) {
        show(order, true);
        change.set("");
    }

    private void show(Order order, boolean asCopy) {
        orderId = order.id();
        copy.set(asCopy);
        Long number = order.receiptNumber();
        title.set(texts.get("receipt.title", number == null ? order.reference() : Long.toString(number)));
        summary.set(texts.get("receipt.paid", texts.money(order.totals().total()), tendersOf(order)));
        lines.clear();
        mail.show(order.id());
        String id = order.id();
        worker.submit(() -> till.receipt(id, asCopy), receipt -> {
            if (id.equals(orderId)) {
                lines.setAll(receipt.map(ReceiptLayout::lines)
                        .orElseGet(() -> List.of(new ReceiptLayout.Line(texts.get("receipt.none"), false, false))));
            }
        });
        screens.go(Screens.Screen.RECEIPT);
    }

    private static Money changeOf(Order order) {
        return order.tenders().stream().map(Tender::change).reduce(Money.zero(order.currency()), Money::plus);
    }

    private String tendersOf(Order order) {
        return order.tenders().stream()
                .map(t -> texts.get("tender." + t.type().name().toLowerCase(Locale.ROOT)))
                .distinct()
                .collect(Collectors.joining(" + "));
    }

    /** Sends it to the printer; trouble comes as a notice. */
    public void print() {
        String id = orderId;
        if (id == null) {
            return;
        }
        boolean asCopy = copy.get();
        worker.submit(
                () -> {
                    till.print(id, asCopy);
                    return true;
                },
                sent -> toasts.info(texts.get(asCopy ? "toast.printingCopy" : "toast.printing")));
    }

    /** Sends what was bought, without prices, to the printer. */
    public void printGift() {
        String id = orderId;
        if (id != null) {
            worker.submit(
                    () -> {
                        till.printGift(id);
                        return true;
                    },
                    sent -> toasts.info(texts.get("toast.printingGift")));
        }
    }

    /** Keeps it as a PDF file; where it lies is told. */
    public void savePdf() {
        String id = orderId;
        if (id != null) {
            boolean asCopy = copy.get();
            SaveWords.save(
                    worker,
                    () -> till.receipt(id, asCopy)
                            .map(till.files()::save)
                            .orElseGet(() -> new SaveResult.NotSaved(Sentence.quoted(texts.get("receipt.none")))),
                    toasts,
                    texts);
        }
    }

    /** On to the next customer. */
    public void newSale() {
        screens.go(Screens.Screen.SELL);
    }

    /** Forgets the change of the last sale, because the next one has begun. */
    public void nextBegan() {
        lastSale.set("");
    }

    /** Sending it by e-mail. */
    public MailModel mail() {
        return mail;
    }

    /** Name of the receipt. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** What goes back to the customer; empty if nothing. */
    public ReadOnlyStringProperty changeProperty() {
        return change.getReadOnlyProperty();
    }

    /** How much was paid and how. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** The last sale in a few words, until the next one begins. */
    public ReadOnlyStringProperty lastSaleProperty() {
        return lastSale.getReadOnlyProperty();
    }

    /** Whether this is an earlier sale. */
    public ReadOnlyBooleanProperty copyProperty() {
        return copy.getReadOnlyProperty();
    }

    /** The paper. */
    public ObservableList<ReceiptLayout.Line> lines() {
        return lines;
    }
}
