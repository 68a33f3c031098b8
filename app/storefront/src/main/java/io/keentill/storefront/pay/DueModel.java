package io.keentill.storefront.pay;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.Tender;
import io.keentill.engine.Till;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What is still to pay of the order on the counter, and what was paid. */
final class DueModel {

    final ReadOnlyStringWrapper due = new ReadOnlyStringWrapper("");
    final ReadOnlyStringWrapper asked = new ReadOnlyStringWrapper("");
    /** Whether a link may pay it: RevKeen could not tell which invoice a link is for. */
    final ReadOnlyBooleanWrapper byLink = new ReadOnlyBooleanWrapper(true);

    final ObservableList<String> tenders = FXCollections.observableArrayList();
    final ObservableList<Money> quick = FXCollections.observableArrayList();
    private final Till till;
    private final TillWorker worker;
    private final Texts texts;

    DueModel(Till till, TillWorker worker, Texts texts) {
        this.till = till;
        this.worker = worker;
        this.texts = texts;
    }

    /** Of this order; nothing of none. */
    void show(@Nullable Order order) {
        byLink.set(order == null || !order.settlesInvoice());
        if (order == null) {
            due.set("");
            asked.set("");
            tenders.clear();
            quick.clear();
            return;
        }
        due.set(texts.money(order.due()));
        tenders.setAll(order.tenders().stream().map(this::tenderText).toList());
        Money owed = order.due();
        if (owed.isPositive()) {
            worker.submit(() -> till.cashDue(owed), coins -> {
                quick.setAll(QuickAmounts.forDue(coins));
                asked.set(coins.equals(owed) ? "" : texts.get("pay.inCoins", texts.money(coins)));
            });
        }
    }

    private String tenderText(Tender tender) {
        String kind = texts.get("tender." + tender.type().name().toLowerCase(Locale.ROOT));
        return texts.get("pay.tender", kind, texts.money(tender.applied()));
    }
}
