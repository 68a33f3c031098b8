package io.keentill.revkeen.contract;

import io.keentill.revkeen.externalsync.ExternalSyncChanges;
import io.keentill.revkeen.externalsync.ExternalSyncStatus;
import java.util.List;

/** How far other systems have synchronised (section B.31). */
final class ExternalSyncContract extends Contract {
    private static final String WHO = "practicehub";

    @Override
    List<Case> cases() {
        return List.of(
                on(
                        "PUT /sync-state/{source}/{merchantId}/{resourceType}",
                        w -> w.client().externalSync().update(WHO, w.customer().merchantId(), "invoices", update(w))),
                on(
                        "PUT /sync-state/{source}/{merchantId}/{resourceType}",
                        "clearing",
                        w -> w.client()
                                .externalSync()
                                .update(
                                        WHO,
                                        w.customer().merchantId(),
                                        "invoices",
                                        update(w).withoutCursor().withoutLastSyncError())),
                on("GET /sync-state/{source}/{merchantId}", w -> {
                    String merchant = w.customer().merchantId();
                    w.client()
                            .externalSync()
                            .update(WHO, merchant, "clients", update(w))
                            .send()
                            .orThrow();
                    return w.client().externalSync().list(WHO, merchant);
                }));
    }

    private static ExternalSyncChanges update(World w) {
        return ExternalSyncChanges.empty()
                .withLastSyncAt(w.now())
                .withLastSyncStatus(ExternalSyncStatus.SUCCESS)
                .withCursor("page-2")
                .withItemsSynced(12L);
    }
}
