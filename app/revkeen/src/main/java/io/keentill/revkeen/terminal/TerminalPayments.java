package io.keentill.revkeen.terminal;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;
import org.jspecify.annotations.Nullable;

/** Payments on terminals (sections B.2, C.2, D). */
public final class TerminalPayments {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public TerminalPayments(Caller caller) {
        this.caller = caller;
    }

    /** {@code POST /terminal-payments}, scope terminal:write; 400, 403, 409 device busy, 422 offline or unpaired; returns at once as requested. */
    @Endpoint("POST /terminal-payments")
    public ApiCall<TerminalPayment> create(TerminalPaymentRequest request) {
        return caller.prepare("POST", Paths.of("terminal-payments"), Body.of(request), TerminalPayment::read);
    }

    /** {@code GET /terminal-payments/{id}}, scope terminal:read; 404. */
    @Endpoint("GET /terminal-payments/{id}")
    public ApiResult<TerminalPayment> get(String id) {
        return caller.get(Paths.of("terminal-payments", id), TerminalPayment::read);
    }

    /** {@code GET /terminal-payments}, scope terminal:read, newest first where stated; 401. */
    @Endpoint("GET /terminal-payments")
    public Listing<TerminalPayment> list(TerminalPaymentQuery filter) {
        return caller.list(
                Paths.of("terminal-payments"), Paths.Query.of(filter), Envelope.CURSOR, TerminalPayment::read);
    }

    /** {@code POST /terminal-payments/{id}/cancel}, scope terminal:write; 404, 409 when no longer open; an approval may still win. */
    @Endpoint("POST /terminal-payments/{id}/cancel")
    public ApiCall<TerminalPayment> cancel(String id) {
        return caller.prepare("POST", Paths.of("terminal-payments", id, "cancel"), null, TerminalPayment::read);
    }

    /** {@code POST /terminal-payments/{id}/refund}, scope terminal:write; 404, 422 above the rest or not approved. {@code amountMinor} null for all; the answer may be the sale or a new record. */
    @Endpoint("POST /terminal-payments/{id}/refund")
    public ApiCall<TerminalPayment> refund(String id, @Nullable Long amountMinor, @Nullable String reason) {
        return caller.prepare(
                "POST",
                Paths.of("terminal-payments", id, "refund"),
                new Body().put("amount_minor", amountMinor).put("reason", reason),
                TerminalPayment::read);
    }

    /** {@code POST /terminal-payments/{id}/void}, scope terminal:write; 404, 422 when settled; always the whole amount. */
    @Endpoint("POST /terminal-payments/{id}/void")
    public ApiCall<TerminalPayment> voidIt(String id, @Nullable String reason) {
        return caller.prepare(
                "POST",
                Paths.of("terminal-payments", id, "void"),
                new Body().put("reason", reason),
                TerminalPayment::read);
    }

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public TerminalPayment parse(byte[] body) {
        return Caller.parse(body, TerminalPayment::read);
    }
}
