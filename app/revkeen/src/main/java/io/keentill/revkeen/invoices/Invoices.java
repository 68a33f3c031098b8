package io.keentill.revkeen.invoices;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.Upsert;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;
import org.jspecify.annotations.Nullable;

/** Invoices (sections B.10, C.3). */
public final class Invoices {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public Invoices(Caller caller) {
        this.caller = caller;
    }

    /** {@code GET /invoices/{id}}, scope invoices:read; 404. */
    @Endpoint("GET /invoices/{id}")
    public ApiResult<Invoice> get(String id) {
        return caller.get(Paths.of("invoices", id), Invoice::read);
    }

    /** {@code GET /invoices}, scope invoices:read, newest first where stated; 401. */
    @Endpoint("GET /invoices")
    public Listing<Invoice> list(InvoiceQuery filter) {
        return caller.list(Paths.of("invoices"), Paths.Query.of(filter), Envelope.OFFSET, Invoice::read);
    }

    /** {@code PUT /invoices/external/{source}/{externalId}}, scope invoices:write; 400, 409 immutable fields on a non-draft, 422. */
    @Endpoint("PUT /invoices/external/{source}/{externalId}")
    public ApiCall<Upsert<Invoice>> upsertExternal(String source, String externalId, InvoiceUpsert request) {
        return caller.upsert(Paths.of("invoices", "external", source, externalId), Body.of(request), Invoice::read);
    }

    /** {@code POST /invoices/{id}/finalize}, scope invoices:write; 400 not a draft or no lines, 404. */
    @Endpoint("POST /invoices/{id}/finalize")
    public ApiCall<Invoice> finalizeDraft(String id, boolean autoAdvance) {
        return caller.prepare(
                "POST",
                Paths.of("invoices", id, "finalize"),
                new Body().put("auto_advance", autoAdvance ? Boolean.TRUE : null),
                Invoice::read);
    }

    /** {@code POST /invoices/{id}/pay}, scope invoices:write; 400, 404. */
    @Endpoint("POST /invoices/{id}/pay")
    public ApiCall<Invoice> pay(String id, InvoicePayment payment) {
        return caller.prepare("POST", Paths.of("invoices", id, "pay"), Body.of(payment), Invoice::read);
    }

    /** {@code POST /invoices/{id}/void}, scope invoices:write; 400 has payments or is void, 404. */
    @Endpoint("POST /invoices/{id}/void")
    public ApiCall<Invoice> voidIt(String id, @Nullable String reason) {
        return caller.prepare(
                "POST", Paths.of("invoices", id, "void"), new Body().put("reason", reason), Invoice::read);
    }

    /** {@code POST /invoices/{id}/refund}, scope invoices:write; 400. {@code amountMinor} null for all. */
    @Endpoint("POST /invoices/{id}/refund")
    public ApiCall<Invoice> refund(String id, @Nullable Long amountMinor, @Nullable String reason) {
        return caller.prepare(
                "POST",
                Paths.of("invoices", id, "refund"),
                new Body().put("amount_minor", amountMinor).put("reason", reason),
                Invoice::read);
    }

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public Invoice parse(byte[] body) {
        return Caller.parse(body, Invoice::read);
    }
}
