package io.keentill.device.nexo;

import io.keentill.device.nexo.message.Amounts;
import io.keentill.device.terminal.Outcome.TerminalReceipts;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.CardVerification;
import io.keentill.domain.payment.EntryMode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a PaymentResponse or ReversalResponse says. Fields may be missing and strange ones may come along. */
record Result(JsonNode body) {

    /** Success, Partial or Failure; empty if it does not say. */
    String result() {
        return body.path("Response").path("Result").asString("");
    }

    /** The reason of a failure; empty if it does not say. */
    String condition() {
        return body.path("Response").path("ErrorCondition").asString("");
    }

    /** Our reference, if it says. */
    Optional<String> reference() {
        return text(body.path("SaleData").path("SaleTransactionID").path("TransactionID"));
    }

    /** ISO 4217 code, if it says. */
    Optional<String> currency() {
        return text(amounts().path("Currency"));
    }

    /** What was approved or given back, if it says and it can be written in the currency. */
    Optional<Long> amount(Currency currency) {
        JsonNode reversed = body.path("ReversedAmount");
        return Amounts.minor(reversed.isMissingNode() ? amounts().path("AuthorizedAmount") : reversed, currency);
    }

    /** Why not, in the terminal's words: {@code message} or {@code refusalReason} of the additional response. */
    String words() {
        String additional = body.path("Response").path("AdditionalResponse").asString("");
        for (String pair : additional.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? "" : pair.substring(0, equals);
            if (name.equals("message") || name.equals("refusalReason")) {
                return decoded(pair.substring(equals + 1));
            }
        }
        return "";
    }

    /** What may be kept of the card. */
    CardDetails card() {
        JsonNode data = paid().path("PaymentInstrumentData").path("CardData");
        JsonNode acquirer = paid().path("PaymentAcquirerData");
        JsonNode poi = body.path("POIData").path("POITransactionID");
        return CardDetails.builder()
                .scheme(value(data.path("PaymentBrand")))
                .cardNumber(value(data.path("MaskedPan")))
                .entryMode(entryMode(data.path("EntryMode").path(0).asString("")))
                .authCode(value(acquirer.path("ApprovalCode")))
                .rrn(value(acquirer.path("AcquirerTransactionID").path("TransactionID")))
                .uti(value(poi.path("TransactionID")))
                .traceNumber(value(poi.path("TimeStamp")))
                .terminalId(value(acquirer.path("AcquirerPOIID")))
                .responseCode(condition().isEmpty() ? "00" : condition())
                .verification(verification(paid().path("AuthenticationMethod")))
                .build();
    }

    /** The receipts that the till is to print. */
    TerminalReceipts receipts() {
        return new TerminalReceipts(lines("CashierReceipt"), lines("CustomerReceipt"));
    }

    private List<String> lines(String qualifier) {
        List<String> lines = new ArrayList<>();
        for (JsonNode receipt : body.path("PaymentReceipt")) {
            if (receipt.path("DocumentQualifier").asString("").equals(qualifier)) {
                for (JsonNode line : receipt.path("OutputContent").path("OutputText")) {
                    lines.add(line(line.path("Text").asString("")));
                }
            }
        }
        return lines;
    }

    /** A line comes as {@code name=Total&value=12.50&key=totalAmount}, or as it is. */
    static String line(String text) {
        String name = "";
        String value = "";
        boolean pairs = false;
        for (String pair : text.split("&", -1)) {
            if (pair.startsWith("name=")) {
                name = decoded(pair.substring(5));
                pairs = true;
            } else if (pair.startsWith("value=")) {
                value = decoded(pair.substring(6));
                pairs = true;
            } else if (pair.startsWith("key=")) {
                pairs = true;
            }
        }
        return pairs ? (name + " " + value).strip() : text;
    }

    private JsonNode paid() {
        return body.path("PaymentResult");
    }

    private JsonNode amounts() {
        return paid().path("AmountsResp");
    }

    private static EntryMode entryMode(String mode) {
        return switch (mode) {
            case "ICC", "SynchronousICC" -> EntryMode.EMV_CHIP;
            case "Contactless", "Tapped" -> EntryMode.CONTACTLESS;
            case "MagStripe" -> EntryMode.MAGNETIC_STRIPE;
            case "Keyed", "Manual" -> EntryMode.MANUAL_ENTRY;
            default -> EntryMode.UNKNOWN;
        };
    }

    private static CardVerification verification(JsonNode methods) {
        boolean pin = false;
        boolean signature = false;
        for (JsonNode method : methods) {
            String name = method.asString("");
            pin |= name.equals("OnLinePIN") || name.equals("OffLinePIN");
            signature |= name.equals("SignatureCapture") || name.equals("PaperSignature");
            if (name.equals("Bypass") || name.equals("NoAuthentication")) {
                return CardVerification.NONE;
            }
        }
        if (pin) {
            return signature ? CardVerification.PIN_AND_SIGNATURE : CardVerification.PIN;
        }
        return signature ? CardVerification.SIGNATURE : CardVerification.UNKNOWN;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text; // it is only for reading
        }
    }

    private static @Nullable String value(JsonNode node) {
        return text(node).orElse(null);
    }

    private static Optional<String> text(JsonNode node) {
        return node.isValueNode() && !node.isNull() && !node.asString("").isBlank()
                ? Optional.of(node.asString().strip())
                : Optional.empty();
    }
}
