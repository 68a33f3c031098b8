package io.keentill.sandbox.money;

import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.Filter;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.money.Ledger.Account;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Transactions (API reference B.18): one for every movement. A payment's sale has the payment's own id; captures,
 * refunds, voids, disputes and adjustments are children that name it as their parent.
 */
public final class Transactions {
    /** The kind of stored transactions. */
    public static final String TRANSACTION = "transaction";

    /** What a movement can be. */
    public enum Type {
        /** Money taken, or promised by an authorisation. */
        SALE,
        /** An authorisation turned into money. */
        CAPTURE,
        /** Money given back. */
        REFUND,
        /** A sale undone before it settled. */
        VOID,
        /** Money withheld for a cardholder's complaint. */
        DISPUTE,
        /** A correction, such as a dispute that was won. */
        ADJUSTMENT;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private Transactions() {}

    /** Transactions: list, read. */
    public static Resource transactions() {
        return Resource.of(TRANSACTION, "/transactions")
                .scopes("payments")
                .errors(ErrorShape.PLATFORM)
                .list(
                        Paging.P1,
                        Filter.choice("type", "sale", "refund", "void", "capture", "dispute", "adjustment"),
                        Filter.choice("status", "pending", "succeeded", "failed", "voided"),
                        Filter.equal("customer_id"),
                        Filter.equal("invoice_id"),
                        Filter.createdFrom(),
                        Filter.createdTo())
                .errors(ErrorShape.E4)
                .read();
    }

    /** Writes down the sale of a new payment, without an entry in the ledger. */
    static ObjectNode sale(Work work, ObjectNode payment, String status) {
        return write(work, Json.need(payment, "id"), Type.SALE, status, null, payment, Json.whole(payment, "amount"));
    }

    /** Writes down a movement of {@code amountMinor} on a payment that is there, without an entry in the ledger. */
    static ObjectNode child(Work work, Type type, ObjectNode payment, long amountMinor) {
        String parent = Json.need(payment, "id");
        return write(work, work.ids().uuid(), type, "succeeded", parent, payment, amountMinor);
    }

    /** Writes down a movement and enters it in the ledger. */
    static ObjectNode moved(Work work, Type type, ObjectNode payment, long amountMinor, Account from, Account to) {
        ObjectNode transaction = child(work, type, payment, amountMinor);
        enter(work, transaction, from, to);
        return transaction;
    }

    /** Enters a transaction's amount in the ledger. What touches clearing waits for its settlement from now on. */
    static void enter(Work work, ObjectNode transaction, Account from, Account to) {
        long amount = Json.whole(transaction, "amount");
        Ledger.move(work, Json.need(transaction, "id"), Json.need(transaction, "currency"), amount, from, to);
        if (from == Account.CLEARING || to == Account.CLEARING) {
            transaction
                    .put("_clearing", to == Account.CLEARING ? amount : -amount)
                    .put("_settled", false);
            work.save(TRANSACTION, transaction);
        }
    }

    /** The sale of a payment, given its new status and what went back of it. */
    static void follow(Work work, ObjectNode payment, String status) {
        ObjectNode sale = work.find(TRANSACTION, Json.need(payment, "id"));
        if (sale == null) {
            throw new IllegalStateException("payment without a sale: " + Json.need(payment, "id"));
        }
        sale.put("status", status).put("amount_refunded", Json.whole(payment, "amount_refunded"));
        work.save(TRANSACTION, sale);
    }

    private static ObjectNode write(
            Work work,
            String id,
            Type type,
            String status,
            @Nullable String parent,
            ObjectNode payment,
            long amountMinor) {
        ObjectNode transaction = Json.object().put("id", id).put("object", "transaction");
        transaction.put("type", type.word()).put("status", status);
        Json.copy(payment, transaction, "invoice_id", "customer_id");
        transaction.put("parent_transaction_id", parent);
        Json.copy(payment, transaction, "currency");
        transaction.put("amount", amountMinor).put("amount_refunded", 0);
        Json.copy(payment, transaction, "gateway", "gateway_transaction_id", "gateway_response_code");
        Json.copy(payment, transaction, "gateway_response_text", "payment_method_type");
        Json.copy(payment, transaction, "card_brand", "card_last_four");
        transaction.set("metadata", Json.object());
        transaction.put("created_at", work.nowText()).put("updated_at", work.nowText());
        work.insert(TRANSACTION, transaction);
        return transaction;
    }
}
