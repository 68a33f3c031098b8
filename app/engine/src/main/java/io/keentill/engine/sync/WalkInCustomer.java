package io.keentill.engine.sync;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.Upsert;
import io.keentill.revkeen.customers.Customer;
import io.keentill.revkeen.customers.CustomerUpsert;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes sure that RevKeen has the one customer under whom sales to people without a name are kept (invoices need one).
 * An upsert by our own external id: sending it twice makes one customer.
 */
final class WalkInCustomer {

    /** RevKeen's id of that customer. */
    static final String SETTING = "revkeen.walk_in";

    private static final String EMAIL = "walk-in@keentill.invalid";

    /** One is expected; the search may find others that only look like it. */
    private static final int MOST = 100;

    private final TillStore store;
    private final RevKeen api;
    private final IdSource ids;
    private final ReentrantLock asking = new ReentrantLock();

    WalkInCustomer(TillStore store, RevKeen api, IdSource ids) {
        this.store = store;
        this.api = api;
        this.ids = ids;
    }

    /** Accepted once RevKeen has it. A refusal concerns every sale alike, so it holds back all of them. */
    Answer ensure() throws StoreException {
        asking.lock(); // a lock and no monitor: it is held over a request
        try {
            return found();
        } finally {
            asking.unlock();
        }
    }

    private Answer found() throws StoreException {
        Optional<String> known = store.read(view -> view.setting(SETTING));
        if (known.isPresent()) {
            return new Answer.Accepted(200, "");
        }
        ApiCall<Upsert<Customer>> call = api.customers()
                .upsertExternal(
                        SaleTranslation.SOURCE,
                        SaleTranslation.WALK_IN,
                        CustomerUpsert.of(EMAIL).withName("Walk-in customer"));
        ApiResult<Upsert<Customer>> result = call.withIdempotencyKey(ids.next()).send();
        if (result instanceof ApiResult.Ok<Upsert<Customer>> ok) {
            return switch (ok.value()) {
                case Upsert.Stored<Customer> stored -> kept(stored.value());
                case Upsert.Ignored<Customer> _ -> ofAnotherTill();
            };
        }
        return Answer.of(result, view -> "") instanceof Answer.Never no
                ? new Answer.Denied(
                        no.status(),
                        Sentence.of(
                                "sync.no-walk-in",
                                "RevKeen does not take the walk-in customer that sales are kept under ({0})",
                                no.why()))
                : Answer.of(result, view -> "");
    }

    /** RevKeen has it already, from another till, and keeps what it has without showing it. */
    private Answer ofAnotherTill() throws StoreException {
        ApiResult<List<Customer>> result = api.customers().list(EMAIL).all(MOST);
        if (!(result instanceof ApiResult.Ok<List<Customer>> ok)) {
            return Answer.of(result, view -> "");
        }
        Optional<Customer> there = ok.value().stream()
                .filter(one -> EMAIL.equalsIgnoreCase(one.email()))
                .findFirst();
        return there.isPresent()
                ? kept(there.get())
                : new Answer.Denied(
                        ok.status(),
                        Sentence.of(
                                "sync.walk-in-not-shown",
                                "RevKeen says that it has the walk-in customer that sales are kept under, but does"
                                        + " not show it. Look for {0} among the customers in RevKeen",
                                EMAIL));
    }

    private Answer kept(Customer customer) throws StoreException {
        store.write(tx -> {
            tx.putSetting(SETTING, customer.id());
            return customer;
        });
        return new Answer.Accepted(200, "");
    }
}
