package io.keentill.revkeen.terminal;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payment, refund or void on a terminal (section B.2).
 *
 * @param id uuid
 * @param invoiceId null for a walk-in
 * @param deviceId which terminal
 * @param type sale, refund or void
 * @param status see C.2
 * @param amountMinor minor units of the currency
 * @param currency ISO 4217, in either letter case
 * @param reference the merchant's own, up to 200 characters
 * @param terminalSerial which terminal answered
 * @param uti the terminal's unique transaction id
 * @param authCode when approved
 * @param responseCode 00 is approved
 * @param rrn retrieval reference, for settlement
 * @param cardScheme VISA, MASTERCARD, …
 * @param maskedPan last four digits only
 * @param entryMode how the card was read
 * @param errorMessage for error and timed_out
 * @param createdAt UTC
 * @param completedAt null while open
 * @param extra members of the reply not named here, under their names on the wire
 */
public record TerminalPayment(
        String id,
        @Nullable String invoiceId,
        @Nullable String deviceId,
        OpenEnum<TerminalPaymentType> type,
        OpenEnum<TerminalPaymentStatus> status,
        long amountMinor,
        String currency,
        @Nullable String reference,
        @Nullable String terminalSerial,
        @Nullable String uti,
        @Nullable String authCode,
        @Nullable String responseCode,
        @Nullable String rrn,
        @Nullable String cardScheme,
        @Nullable String maskedPan,
        @Nullable OpenEnum<EntryMode> entryMode,
        @Nullable String errorMessage,
        @Nullable Instant createdAt,
        @Nullable Instant completedAt,
        Map<String, Object> extra) {

    static TerminalPayment read(Fields f) {
        return new TerminalPayment(
                f.needText("id"),
                f.text("invoice_id"),
                f.text("device_id"),
                f.wordOr("type", TerminalPaymentType.class, TerminalPaymentType.SALE),
                f.needWord("status", TerminalPaymentStatus.class),
                f.needNumber("amount_minor"),
                f.needText("currency"),
                f.text("reference"),
                f.text("terminal_serial"),
                f.text("uti"),
                f.text("auth_code"),
                f.text("response_code"),
                f.text("rrn"),
                f.text("card_scheme"),
                f.text("masked_pan"),
                f.word("entry_mode", EntryMode.class),
                f.text("error_message"),
                f.time("created_at"),
                f.time("completed_at"),
                f.extra());
    }
}
