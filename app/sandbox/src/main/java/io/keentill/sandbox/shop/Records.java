package io.keentill.sandbox.shop;

import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.Filter;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Resource;

/** What can only be read: events (API reference B.26). */
public final class Records {
    private Records() {}

    /** Events: list, read. */
    public static Resource events() {
        return Resource.of(EventLog.KIND, "/events")
                .scopes("events")
                .errors(ErrorShape.E1)
                .wrap(Resource.Wrap.BARE)
                .list(
                        Paging.P2,
                        Filter.equal("type"),
                        Filter.anyOf("types", "type"),
                        Filter.equal("customer_id", "_customer_id"),
                        Filter.equal("invoice_id", "_invoice_id"),
                        Filter.equal("subscription_id", "_subscription_id"),
                        Filter.equal("order_id", "_order_id"),
                        Filter.createdFrom(),
                        Filter.createdTo())
                .read();
    }
}
