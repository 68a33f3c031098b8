package io.keentill.device.nexo;

import io.keentill.device.nexo.message.Amounts;
import io.keentill.device.nexo.message.Json;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.CardDetails;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests in plain (terminal-protocols, nexo).
 *
 * @param saleId the till
 * @param poiId the terminal: model and serial number
 */
record Messages(String saleId, String poiId) {

    /** Take {@code amount}, or give it back to a card presented now. */
    ObjectNode payment(String serviceId, String reference, Money amount, boolean refund, Instant now) {
        ObjectNode body = Json.object();
        saleTransaction(body.putObject("SaleData"), reference, now);
        ObjectNode asked = body.putObject("PaymentTransaction").putObject("AmountsReq");
        asked.put("Currency", amount.currency().getCurrencyCode());
        asked.put("RequestedAmount", Amounts.decimal(amount.minor(), amount.currency()));
        if (refund) {
            body.putObject("PaymentData").put("PaymentType", "Refund");
        }
        return request("Payment", serviceId, body);
    }

    /** Undo or give back an earlier payment, {@code amount} of it. */
    ObjectNode reversal(String serviceId, String reference, Money amount, CardDetails original, Instant now) {
        ObjectNode body = Json.object();
        saleTransaction(body.putObject("SaleData"), reference, now);
        body.put("ReversalReason", "MerchantCancel");
        body.put("ReversedAmount", Amounts.decimal(amount.minor(), amount.currency()));
        ObjectNode id = body.putObject("OriginalPOITransaction").putObject("POITransactionID");
        id.put("TransactionID", original.uti());
        if (original.traceNumber() != null) {
            id.put("TimeStamp", original.traceNumber());
        }
        return request("Reversal", serviceId, body);
    }

    /** Stop the exchange {@code aborted}. */
    ObjectNode abort(String serviceId, String category, String aborted) {
        ObjectNode body = Json.object();
        body.put("AbortReason", "MerchantAbort");
        reference(body, category, aborted);
        return request("Abort", serviceId, body);
    }

    /** What became of the exchange {@code asked}. */
    ObjectNode status(String serviceId, String category, String asked) {
        ObjectNode body = Json.object();
        body.put("ReceiptReprintFlag", true);
        body.putArray("DocumentQualifier").add("CashierReceipt").add("CustomerReceipt");
        reference(body, category, asked);
        return request("TransactionStatus", serviceId, body);
    }

    /** Are you there. */
    ObjectNode diagnosis(String serviceId) {
        return request("Diagnosis", serviceId, Json.object().put("HostDiagnosisFlag", false));
    }

    /** Close the day. */
    ObjectNode reconciliation(String serviceId) {
        return request("Reconciliation", serviceId, Json.object().put("ReconciliationType", "SaleReconciliation"));
    }

    private void reference(ObjectNode body, String category, String serviceId) {
        body.putObject("MessageReference")
                .put("MessageCategory", category)
                .put("SaleID", saleId)
                .put("ServiceID", serviceId);
    }

    private static void saleTransaction(ObjectNode saleData, String reference, Instant now) {
        saleData.putObject("SaleTransactionID")
                .put("TransactionID", reference)
                .put("TimeStamp", now.truncatedTo(ChronoUnit.MILLIS).toString());
    }

    private ObjectNode request(String category, String serviceId, ObjectNode body) {
        ObjectNode message = Json.object();
        ObjectNode root = message.putObject("SaleToPOIRequest");
        root.putObject("MessageHeader")
                .put("ProtocolVersion", "3.0")
                .put("MessageClass", "Service")
                .put("MessageCategory", category)
                .put("MessageType", "Request")
                .put("ServiceID", serviceId)
                .put("SaleID", saleId)
                .put("POIID", poiId);
        root.set(category + "Request", body);
        return message;
    }
}
