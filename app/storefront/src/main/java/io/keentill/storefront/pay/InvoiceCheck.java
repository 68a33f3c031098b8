package io.keentill.storefront.pay;

import io.keentill.domain.order.Order;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.Till;
import io.keentill.engine.account.Readiness;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.util.function.Consumer;

/** Has RevKeen asked about an invoice right before money is taken for it. A sale of goods goes on at once. */
final class InvoiceCheck {

    private final Till till;
    private final TillWorker worker;
    private final Toasts toasts;
    private final Texts texts;
    private boolean asking;

    InvoiceCheck(Till till, TillWorker worker, Toasts toasts, Texts texts) {
        this.till = till;
        this.worker = worker;
        this.toasts = toasts;
        this.texts = texts;
    }

    /** Goes on if the order may be paid; tells {@code stopped} why not otherwise. A second press meanwhile does nothing. */
    void before(Order order, Runnable go, Consumer<String> stopped) {
        if (!order.settlesInvoice()) {
            go.run();
            return;
        }
        if (asking) {
            return;
        }
        asking = true;
        toasts.info(texts.get("account.asking"));
        worker.submitLong(
                () -> till.online().accounts().ready(order.id()),
                readiness -> {
                    asking = false;
                    switch (readiness) {
                        case Readiness.Clear _ -> go.run();
                        case Readiness.Silent _ -> {
                            toasts.warn(texts.get("account.paidLater"));
                            go.run();
                        }
                        case Readiness.Stopped(Sentence why) -> stopped.accept(texts.said(why));
                    }
                },
                broken -> {
                    asking = false;
                    stopped.accept(texts.trouble(broken, "trouble.invoice"));
                });
    }
}
