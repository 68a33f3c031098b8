package io.keentill.revkeen.transactions;

import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;

/** The ledger of every movement; children point at their parent (section B.18). */
public final class Transactions {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public Transactions(Caller caller) {
        this.caller = caller;
    }

    /** {@code GET /transactions}, scope payments:read, newest first; 401. */
    @Endpoint("GET /transactions")
    public Listing<Transaction> list(TransactionQuery filter) {
        return caller.list(Paths.of("transactions"), Paths.Query.of(filter), Envelope.CURSOR, Transaction::read);
    }

    /** {@code GET /transactions/{id}}, scope payments:read; 404. */
    @Endpoint("GET /transactions/{id}")
    public ApiResult<Transaction> get(String id) {
        return caller.get(Paths.of("transactions", id), Transaction::read);
    }

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public Transaction parse(byte[] body) {
        return Caller.parse(body, Transaction::read);
    }
}
