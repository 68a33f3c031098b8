package io.keentill.engine.sync;

import io.keentill.domain.order.Order;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.Tender;
import io.keentill.engine.IdSource;
import io.keentill.engine.book.OutboxKind;
import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.CreateTerminalPayment;
import io.keentill.revkeen.PayInvoice;
import io.keentill.revkeen.RevKeen;
import io.keentill.store.OutboxRow;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the request of an outbox row from what is stored, once everything that it needs is known. */
final class Planner {

    private final TillStore store;
    private final RevKeen api;
    private final IdSource ids;
    private final InstantSource clock;
    private final DeviceIdentity device;

    Planner(TillStore store, RevKeen api, IdSource ids, InstantSource clock, DeviceIdentity device) {
        this.store = store;
        this.api = api;
        this.ids = ids;
        this.clock = clock;
        this.device = device;
    }

    /** The request of a row that is not frozen yet. */
    Plan plan(OutboxRow row) throws StoreException {
        return store.read(view -> plan(view, row));
    }

    private Plan plan(View view, OutboxRow row) {
        Order order = view.order(row.saleId()).orElseThrow();
        return switch (OutboxKind.of(row.kind())) {
            case INVOICE -> {
                String id = order.id();
                yield send(api.invoices()
                        .upsertExternal(
                                SaleTranslation.SOURCE, id, SaleTranslation.invoice(order, clock.instant())));
            }
            case FINALIZE -> send(api.invoices().finalise(invoice(view, row), false));
            case ORDER -> send(api.orders().create(SaleTranslation.order(order, invoice(view, row))));
            case CASH -> send(api.invoices().pay(invoice(view, row), cash(order, tender(order, row))));
            case CARD -> card(view, row, order);
        };
    }

    private Plan card(View view, OutboxRow row, Order order) {
        Tender tender = tender(order, row);
        PaymentAttempt attempt = view.attempt(Objects.requireNonNull(tender.attemptId())).orElseThrow();
        Optional<String> deviceId = view.setting(DeviceIdentity.SETTING);
        if (device.notOffered()) {
            // Without a connector channel a payment posted to terminal-payments would be charged a second time by
            // whatever drives that device; the documented way to record money taken elsewhere is used instead.
            return send(api.invoices().pay(invoice(view, row), recorded(tender, attempt)));
        }
        if (deviceId.isEmpty() || !device.linked()) {
            return new Plan.NotYet("Waiting for the connector channel", Duration.ofSeconds(1));
        }
        return send(api.terminalPayments()
                .create(new CreateTerminalPayment(
                        deviceId.get(),
                        tender.applied().minor(),
                        order.currency().getCurrencyCode(),
                        invoice(view, row),
                        attempt.reference())));
    }

    private static PayInvoice cash(Order order, Tender tender) {
        String notes = "Cash, handed " + tender.tendered() + ", change " + tender.change() + ", receipt "
                + order.receiptNumber();
        return new PayInvoice(tender.applied().minor(), "cash", tender.id(), notes, tender.takenAt());
    }

    private static PayInvoice recorded(Tender tender, PaymentAttempt attempt) {
        String notes = "Card on the till's own terminal, authorisation "
                + Objects.requireNonNullElse(attempt.card().authCode(), "not given");
        return new PayInvoice(tender.applied().minor(), "other", attempt.reference(), notes, tender.takenAt());
    }

    static Tender tender(Order order, OutboxRow row) {
        return order.tenders().stream()
                .filter(t -> t.id().equals(row.ref()))
                .findFirst()
                .orElseThrow();
    }

    /** RevKeen's id of the sale's invoice, made by an earlier step. */
    static String invoice(View view, OutboxRow row) {
        @Nullable String id = view.outboxOf(row.saleId()).stream()
                .filter(r -> r.kind().equals(OutboxKind.INVOICE.key()))
                .map(OutboxRow::remoteId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (id == null) {
            throw new IllegalStateException("Step " + row.step() + " of sale " + row.saleId() + " came before its invoice");
        }
        return id;
    }

    private Plan send(ApiCall<?> call) {
        return new Plan.Send(call.freeze(ids.next()));
    }
}
