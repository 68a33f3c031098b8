package io.keentill.revkeen.invoices;

import io.keentill.revkeen.Acknowledgement;
import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.BatchResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.Upsert;
import io.keentill.revkeen.creditnotes.CreditNote;
import io.keentill.revkeen.creditnotes.InvoiceCredit;
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

    /** {@code POST /invoices}, scope invoices:write; without lines; 400, 401. */
    @Endpoint("POST /invoices")
    public ApiCall<Invoice> create(InvoiceRequest request) {
        return caller.prepare("POST", Paths.of("invoices"), Body.of(request), Invoice::read);
    }

    /** {@code PATCH /invoices/{id}}, scope invoices:write; 400, 404. */
    @Endpoint("PATCH /invoices/{id}")
    public ApiCall<Invoice> update(String id, InvoiceChanges changes) {
        return caller.prepare("PATCH", Paths.of("invoices", id), Body.of(changes), Invoice::read);
    }

    /** {@code DELETE /invoices/{id}}, scope invoices:write; drafts; 404. */
    @Endpoint("DELETE /invoices/{id}")
    public ApiCall<Acknowledgement> delete(String id) {
        return caller.prepare("DELETE", Paths.of("invoices", id), null, Acknowledgement::read);
    }

    /** {@code POST /invoices/{id}/send}, scope invoices:write; 400 not approved or nobody to send it to, 404. {@code templateId} null for the usual one. */
    @Endpoint("POST /invoices/{id}/send")
    public ApiCall<Invoice> deliver(String id, DeliveryChannel channel, @Nullable String templateId) {
        return caller.prepare(
                "POST",
                Paths.of("invoices", id, "send"),
                new Body().put("channel", channel).put("template_id", templateId),
                Invoice::read);
    }

    /** {@code POST /invoices/{id}/reject}, scope invoices:write; back to draft; 400 unless it waits for approval. */
    @Endpoint("POST /invoices/{id}/reject")
    public ApiCall<Invoice> reject(String id, String reason) {
        return caller.prepare(
                "POST", Paths.of("invoices", id, "reject"), new Body().put("reason", reason), Invoice::read);
    }

    /** {@code GET /invoices/{id}/comments}, scope invoices:read; 404. */
    @Endpoint("GET /invoices/{id}/comments")
    public Listing<Comment> comments(String id, boolean includeInternal) {
        return caller.list(
                Paths.of("invoices", id, "comments"),
                new Paths.Query().put("includeInternal", includeInternal ? "true" : null),
                Envelope.WHOLE,
                Comment::read);
    }

    /** {@code POST /invoices/{id}/comments}, scope invoices:write; 400, 404. */
    @Endpoint("POST /invoices/{id}/comments")
    public ApiCall<Comment> comment(String id, String content, boolean isInternal) {
        return caller.prepare(
                "POST",
                Paths.of("invoices", id, "comments"),
                new Body().put("content", content).put("isInternal", isInternal ? Boolean.TRUE : null),
                Comment::read);
    }

    /** {@code PUT /invoices/external/batch}, scope invoices:write; up to 100 at once; 400, 401, 403. */
    @Endpoint("PUT /invoices/external/batch")
    public ApiCall<BatchResult> upsertBatch(InvoiceBatch batch) {
        return caller.prepare("PUT", Paths.of("invoices", "external", "batch"), Body.of(batch), BatchResult::read);
    }

    /** {@code GET /invoices/{id}/credit-eligibility}, scope invoices:read; 404. */
    @Endpoint("GET /invoices/{id}/credit-eligibility")
    public ApiResult<CreditEligibility> creditEligibility(String id) {
        return caller.get(Paths.of("invoices", id, "credit-eligibility"), CreditEligibility::read);
    }

    /** {@code GET /invoices/{id}/credit-notes}, scope invoices:read; 404. */
    @Endpoint("GET /invoices/{id}/credit-notes")
    public Listing<CreditNote> creditNotes(String id) {
        return caller.list(
                Paths.of("invoices", id, "credit-notes"), new Paths.Query(), Envelope.WHOLE, CreditNote::read);
    }

    /** {@code POST /invoices/{id}/credit-note}, scope credit_notes:write; 400 above what can be credited, 404, 409. */
    @Endpoint("POST /invoices/{id}/credit-note")
    public ApiCall<CreditNote> credit(String id, InvoiceCredit credit) {
        return caller.prepare("POST", Paths.of("invoices", id, "credit-note"), Body.of(credit), CreditNote::read);
    }

    /** {@code POST /invoices/{id}/margin-estimate}, scope invoices:read; changes nothing; 404. */
    @Endpoint("POST /invoices/{id}/margin-estimate")
    public ApiCall<MarginEstimate> estimateMargin(String id, MarginEstimateRequest request) {
        return caller.prepare(
                "POST", Paths.of("invoices", id, "margin-estimate"), Body.of(request), MarginEstimate::read);
    }

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public Invoice parse(byte[] body) {
        return Caller.parse(body, Invoice::read);
    }
}
