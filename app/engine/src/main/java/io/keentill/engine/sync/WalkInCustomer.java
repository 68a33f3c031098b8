package io.keentill.engine.sync;

import io.keentill.engine.IdSource;
import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.CustomerView;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.UpsertCustomer;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.util.Optional;

/**
 * Makes sure that RevKeen has the one customer under whom sales to people without a name are kept (invoices need one).
 * An upsert by our own external id: sending it twice makes one customer.
 */
final class WalkInCustomer {

    private static final String SETTING = "revkeen.walk_in";
    private static final String EMAIL = "walk-in@keentill.invalid";

    private final TillStore store;
    private final RevKeen api;
    private final IdSource ids;

    WalkInCustomer(TillStore store, RevKeen api, IdSource ids) {
        this.store = store;
        this.api = api;
        this.ids = ids;
    }

    Answer ensure() throws StoreException {
        Optional<String> known = store.read(view -> view.setting(SETTING));
        if (known.isPresent()) {
            return new Answer.Accepted(200, new byte[0]);
        }
        ApiCall<CustomerView> call = api.customers()
                .upsertExternal(
                        SaleTranslation.SOURCE,
                        SaleTranslation.WALK_IN,
                        UpsertCustomer.of(EMAIL, "Walk-in customer"));
        ApiResult<CustomerView> result = call.send(ids.next());
        if (result instanceof ApiResult.Ok<CustomerView> ok) {
            String id = ok.value().id();
            store.write(tx -> {
                tx.putSetting(SETTING, id);
                return id;
            });
        }
        return Answer.of(result, view -> new byte[0]);
    }
}
