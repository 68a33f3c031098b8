package io.keentill.revkeen.creditnotes;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;

/** Credit notes (section B.11). */
public final class CreditNotes {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public CreditNotes(Caller caller) {
        this.caller = caller;
    }

    /** {@code POST /credit_notes}, scope credit_notes:write; 400 not eligible or above what can be credited, 409 duplicate key. */
    @Endpoint("POST /credit_notes")
    public ApiCall<CreditNote> create(CreditNoteRequest request) {
        return caller.prepare("POST", Paths.of("credit_notes"), Body.of(request), CreditNote::read);
    }

    /** {@code GET /credit_notes}, scope credit_notes:read; 401. */
    @Endpoint("GET /credit_notes")
    public Listing<CreditNote> list(CreditNoteQuery filter) {
        return caller.list(Paths.of("credit_notes"), Paths.Query.ofIso(filter), Envelope.OFFSET, CreditNote::read);
    }

    /** {@code GET /credit_notes/{id}}, scope credit_notes:read; 404. */
    @Endpoint("GET /credit_notes/{id}")
    public ApiResult<CreditNote> get(String id) {
        return caller.get(Paths.of("credit_notes", id), CreditNote::read);
    }

    /** {@code POST /credit_notes/{id}/void}, scope credit_notes:write; moves no money; 400 already void or applied, 404. */
    @Endpoint("POST /credit_notes/{id}/void")
    public ApiCall<CreditNote> voidIt(String id) {
        return caller.prepare("POST", Paths.of("credit_notes", id, "void"), null, CreditNote::read);
    }

    /** {@code POST /credit_notes/preview}, scope credit_notes:write; changes nothing; 400, 404. */
    @Endpoint("POST /credit_notes/preview")
    public ApiCall<CreditNotePreview> preview(CreditPreviewRequest request) {
        return caller.prepare("POST", Paths.of("credit_notes", "preview"), Body.of(request), CreditNotePreview::read);
    }

    /** {@code GET /credit_notes/{id}/lines}, scope credit_notes:read; up to 100; 404. */
    @Endpoint("GET /credit_notes/{id}/lines")
    public Listing<CreditNoteLine> lines(String id) {
        return caller.list(
                Paths.of("credit_notes", id, "lines"), new Paths.Query(), Envelope.LIMITED, CreditNoteLine::read);
    }

    /** {@code GET /credit_notes/invoice/{id}/eligibility}, scope credit_notes:read; 404. */
    @Endpoint("GET /credit_notes/invoice/{id}/eligibility")
    public ApiResult<CreditOptions> optionsForInvoice(String invoiceId) {
        return caller.get(Paths.of("credit_notes", "invoice", invoiceId, "eligibility"), CreditOptions::read);
    }

    /** {@code GET /credit_notes/transaction/{id}/reversal-eligibility}, scope credit_notes:read; with the customer there, terminals count; 404. */
    @Endpoint("GET /credit_notes/transaction/{id}/reversal-eligibility")
    public ApiResult<ReversalOptions> optionsForTransaction(String transactionId, boolean customerPresent) {
        return caller.get(
                Paths.of("credit_notes", "transaction", transactionId, "reversal-eligibility"),
                new Paths.Query().put("customer_present", customerPresent ? Boolean.TRUE : null),
                ReversalOptions::read);
    }

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public CreditNote parse(byte[] body) {
        return Caller.parse(body, CreditNote::read);
    }
}
