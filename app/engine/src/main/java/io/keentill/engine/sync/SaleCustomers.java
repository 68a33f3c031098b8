package io.keentill.engine.sync;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.JournalText;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who buys: RevKeen's customers, found at the counter and put on a sale, whose invoice is then theirs. */
public final class SaleCustomers {

    private final TillStore store;

    /** Customers of this till's sales. */
    public SaleCustomers(TillStore store) {
        this.store = store;
    }

    /** Those in whose name, company, address or phone number every typed word begins one. */
    public List<RemoteCustomers.Entry> search(String text, int limit) throws StoreException {
        return store.read(view -> RemoteCustomers.search(view, text, limit));
    }

    /** The customer on a sale; empty for somebody without a name. */
    public Optional<RemoteCustomers.Entry> of(String orderId) throws StoreException {
        return store.read(view -> view.customerOf(orderId).flatMap(id -> RemoteCustomers.byId(view, id)));
    }

    /**
     * Puts a customer on a sale that is not closed yet, or takes them off.
     *
     * @param customerId RevKeen's; null takes whoever is on it off
     * @return a sentence for people if that cannot be; empty if it is done
     */
    public Optional<Sentence> put(String orderId, @Nullable String customerId, String operator) throws StoreException {
        return store.write(tx -> {
            Optional<Order> order = tx.order(orderId);
            boolean open = order.map(Order::state)
                    .filter(s -> s == OrderState.OPEN || s == OrderState.PARKED)
                    .isPresent();
            if (!open) {
                return Optional.of(Sentence.of(
                        "sync.this-sale-is-closed-its-invoice",
                        "This sale is closed: its invoice is made out already."));
            }
            if (order.filter(Order::settlesInvoice).isPresent()) {
                return Optional.of(Sentence.of(
                        "sync.this-invoice-is-made-out-to", "This invoice is made out to its customer already."));
            }
            if (customerId != null
                    && tx.remote(RemoteCustomers.KIND, customerId).isEmpty()) {
                return Optional.of(Sentence.of(
                        "sync.this-till-knows-no-such-customer",
                        "This till knows no such customer. Look for them again."));
            }
            change(tx, orderId, customerId);
            tx.appendJournal(
                    "sale.customer",
                    operator,
                    orderId,
                    JournalText.none().with("customer", customerId).json());
            return Optional.empty();
        });
    }

    private static void change(Tx tx, String orderId, @Nullable String customerId) {
        if (customerId == null) {
            tx.removeCustomer(orderId);
        } else {
            tx.putCustomer(orderId, customerId);
        }
    }
}
