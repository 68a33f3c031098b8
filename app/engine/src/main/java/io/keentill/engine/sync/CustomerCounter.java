package io.keentill.engine.sync;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.ApiWords;
import io.keentill.engine.IdSource;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.customers.Customer;
import io.keentill.revkeen.customers.CustomerRequest;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@link CustomerDesk} on the store, and on RevKeen where a till is connected with it. */
public final class CustomerCounter implements CustomerDesk {

    private static final System.Logger LOG = System.getLogger(CustomerCounter.class.getName());

    /** What no address lacks; whether it is one, RevKeen says. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private final TillStore store;
    private final SaleCustomers sales;
    private final @Nullable RevKeen api;
    private final IdSource ids;

    /** {@code api} null for a till without RevKeen, which finds whom it knows and makes nobody. */
    public CustomerCounter(TillStore store, @Nullable RevKeen api, IdSource ids) {
        this.store = store;
        this.sales = new SaleCustomers(store);
        this.api = api;
        this.ids = ids;
    }

    @Override
    public List<RemoteCustomers.Entry> search(String text, int limit) {
        try {
            return sales.search(text, limit);
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "The customers could not be read", e);
            return List.of();
        }
    }

    @Override
    public Optional<RemoteCustomers.Entry> of(String orderId) {
        try {
            return sales.of(orderId);
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "The customer of " + orderId + " could not be read", e);
            return Optional.empty();
        }
    }

    @Override
    public Optional<Sentence> put(String orderId, @Nullable String customerId, String operator) {
        try {
            return sales.put(orderId, customerId, operator);
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "The customer of " + orderId + " could not be stored", e);
            return Optional.of(e.said());
        }
    }

    @Override
    public Made create(Wish wish) {
        String email = wish.email().strip();
        if (!ADDRESS.matcher(email).matches()) {
            return new Made.Not(Sentence.of(
                    "sync.a-customer-needs-an-e-mail", "A customer needs an e-mail address, like name@example.com."));
        }
        RevKeen revkeen = api;
        if (revkeen == null) {
            return new Made.Not(Sentence.of(
                    "sync.this-till-is-not-connected-with",
                    "This till is not connected with RevKeen, where customers are kept."));
        }
        CustomerRequest request = CustomerRequest.of(email);
        request = wish.name().isBlank() ? request : request.withName(wish.name().strip());
        request = wish.phone().isBlank()
                ? request
                : request.withPhone(wish.phone().strip());
        ApiResult<Customer> result = revkeen.customers()
                .create(request)
                .withIdempotencyKey(ids.next())
                .send();
        return switch (result) {
            case ApiResult.Ok<Customer> ok -> kept(ok.value());
            case ApiResult.Refused<Customer> no -> new Made.Not(ApiWords.full(no.error()));
            case ApiResult.Unreachable<Customer> lost ->
                new Made.Not(Sentence.of(
                        "sync.revkeen-cannot-be-reached-so-nobody",
                        "RevKeen cannot be reached, so nobody new can be made now. The sale can go on" + " without."));
        };
    }

    /** With the number of the pass under way, so that the end of that pass does not forget them again. */
    private Made kept(Customer one) {
        try {
            return store.write(tx -> {
                long pass = tx.setting("download.customers")
                        .map(at -> Long.parseLong(at.split(";", 2)[0]))
                        .orElse(1L);
                RemoteCustomers.take(tx, one, pass);
                return new Made.Done(RemoteCustomers.byId(tx, one.id()).orElseThrow());
            });
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "A new customer could not be stored", e);
            return new Made.Not(e.said());
        }
    }
}
