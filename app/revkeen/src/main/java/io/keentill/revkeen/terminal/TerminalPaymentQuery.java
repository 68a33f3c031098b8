package io.keentill.revkeen.terminal;

import io.keentill.revkeen.http.Paths;
import org.jspecify.annotations.Nullable;

/**
 * Filters of {@code GET /terminal-payments}; filter the standalone states locally.
 *
 * @param invoiceId uuid
 * @param status only these
 * @param type only these
 * @param deviceId uuid
 */
public record TerminalPaymentQuery(
        @Nullable String invoiceId,
        @Nullable TerminalPaymentStatus status,
        @Nullable TerminalPaymentType type,
        @Nullable String deviceId) {

    /** No filter. */
    public static TerminalPaymentQuery any() {
        return new TerminalPaymentQuery(null, null, null, null);
    }

    /** The same with invoiceId: uuid. */
    public TerminalPaymentQuery withInvoiceId(String value) {
        return new TerminalPaymentQuery(value, status, type, deviceId);
    }

    /** The same with status: only these. */
    public TerminalPaymentQuery withStatus(TerminalPaymentStatus value) {
        return new TerminalPaymentQuery(invoiceId, value, type, deviceId);
    }

    /** The same with type: only these. */
    public TerminalPaymentQuery withType(TerminalPaymentType value) {
        return new TerminalPaymentQuery(invoiceId, status, value, deviceId);
    }

    /** The same with deviceId: uuid. */
    public TerminalPaymentQuery withDeviceId(String value) {
        return new TerminalPaymentQuery(invoiceId, status, type, value);
    }

    Paths.Query query() {
        return new Paths.Query()
                .put("invoice_id", invoiceId)
                .put("status", status)
                .put("type", type)
                .put("device_id", deviceId);
    }
}
