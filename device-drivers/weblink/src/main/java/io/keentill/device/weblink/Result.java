package io.keentill.device.weblink;

import io.keentill.device.terminal.Outcome.TerminalReceipts;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.CardVerification;
import io.keentill.domain.payment.EmvDetails;
import io.keentill.domain.payment.EntryMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the terminal says of a transaction (WebLink, "Poll"). Fields may be missing and strange ones may come along; the
 * numbers in {@code Statuses} shift between builds and decide nothing.
 */
record Result(JsonNode json) {

    /** What tells two transactions under one {@code uti} apart, whatever of it a build writes. */
    private static final List<String> PRINTED = List.of(
            "transType",
            "transApproved",
            "transCancelled",
            "merchantReference",
            "transDateTime",
            "stan",
            "receiptNumber",
            "retrievalReferenceNumber",
            "authorisationCode",
            "responseCode",
            "emvCryptogram");

    /** Which transaction it speaks of; empty if it does not say. */
    String uti() {
        return text("uti").orElse("");
    }

    /** What kind it was, as the terminal writes it; empty if it does not say. */
    String type() {
        return text("transType").orElse("");
    }

    /** Whether it is the end of the transaction and not only news of it. */
    boolean isFinal() {
        return json.path("transApproved").isBoolean();
    }

    /** Whether the host said yes. */
    boolean approved() {
        return json.path("transApproved").asBoolean(false);
    }

    /** Whether it was stopped. */
    boolean cancelled() {
        return json.path("transCancelled").asBoolean(false);
    }

    /** Whether the terminal says that it approved less than asked. */
    boolean partial() {
        return json.path("transPartiallyApproved").asBoolean(false);
    }

    /**
     * The amount without tip and cashback, minor units; empty if it is missing or no whole number. The protocol has
     * integers. A number with a point is not read as one, even where nothing follows the point: whoever writes it may
     * count pounds.
     */
    OptionalLong amount() {
        JsonNode amount = json.path("amountTrans");
        if (amount.isIntegralNumber() && amount.canConvertToLong()) {
            return OptionalLong.of(amount.longValue());
        }
        return amount.asString("").matches("\\d{1,15}")
                ? OptionalLong.of(Long.parseLong(amount.asString()))
                : OptionalLong.empty();
    }

    /** What was charged or given beside the amount in this field, as it is written; empty for nothing. */
    Optional<String> beside(String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        String written = value.isValueNode() ? value.asString("?").strip() : "?";
        return written.matches("|[+-]?0+(?:\\.0+)?") ? Optional.empty() : Optional.of(written);
    }

    /** The terminal's receipt number; empty if it does not say. */
    String receipt() {
        return text("receiptNumber").orElse("");
    }

    /** The retrieval reference number; empty if it does not say. */
    String rrn() {
        return text("retrievalReferenceNumber").orElse("");
    }

    /** The same for the same result each time it is asked for, and another for every other one. */
    String print() {
        StringBuilder said = new StringBuilder();
        for (String field : PRINTED) {
            said.append(json.path(field)).append('\n');
        }
        return UUID.nameUUIDFromBytes(said.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** ISO 4217 code, if it says. */
    Optional<String> currency() {
        return text("transCurrencyCode").map(code -> code.toUpperCase(Locale.ROOT));
    }

    /** Our reference, if it says. */
    Optional<String> reference() {
        return text("merchantReference").or(() -> text("reference"));
    }

    /** Why not, in the terminal's words. */
    String reason() {
        return text("errorText").or(() -> text("responseText")).orElse("");
    }

    /** The host's code, or the terminal's own. */
    String code() {
        return text("responseCode").or(() -> text("errorCode")).orElse("");
    }

    /** What may be kept of the card. */
    CardDetails card() {
        return CardDetails.builder()
                .scheme(value("cardScheme"))
                .cardNumber(value("cardPan"))
                .entryMode(entryMode())
                .authCode(value("authorisationCode"))
                .rrn(value("retrievalReferenceNumber"))
                .uti(value("uti"))
                .responseCode(value("responseCode"))
                .terminalId(value("terminalId"))
                .traceNumber(value("stan"))
                .receiptNumber(value("receiptNumber"))
                .applicationId(value("emvAId"))
                .cardName(text("applicationLabel").or(() -> text("cardScheme")).orElse(null))
                .verification(verification())
                .emv(EmvDetails.lenient(
                        value("emvTvr"), value("emvTsi"), value("emvCryptogram"), value("emvCryptogramType"), null))
                .build();
    }

    /** The receipts that the terminal would have printed. */
    TerminalReceipts receipts() {
        return new TerminalReceipts(lines("merchantReceipt"), lines("cardholderReceipt"));
    }

    private List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        for (JsonNode line : json.path(name)) {
            lines.add(line.asString(""));
        }
        if (lines.isEmpty()) {
            json.path(name + "Data")
                    .properties()
                    .forEach(entry ->
                            lines.add(entry.getKey() + " " + entry.getValue().asString("")));
        }
        return lines;
    }

    private EntryMode entryMode() {
        return switch (text("cardType").orElse("").toUpperCase(Locale.ROOT)) {
            case "EMV", "ICC" -> EntryMode.EMV_CHIP;
            case "CTLS" -> EntryMode.CONTACTLESS;
            case "MSR" -> EntryMode.MAGNETIC_STRIPE;
            case "MANUAL" -> EntryMode.MANUAL_ENTRY;
            default -> EntryMode.UNKNOWN;
        };
    }

    private CardVerification verification() {
        boolean signature = json.path("cvmSigRequired").asBoolean(false);
        if (json.path("cvmPinVerified").asBoolean(false)) {
            return signature ? CardVerification.PIN_AND_SIGNATURE : CardVerification.PIN;
        }
        return signature ? CardVerification.SIGNATURE : CardVerification.UNKNOWN;
    }

    private @Nullable String value(String name) {
        return text(name).orElse(null);
    }

    private Optional<String> text(String name) {
        JsonNode value = json.path(name);
        return value.isValueNode() && !value.isNull() && !value.asString("").isBlank()
                ? Optional.of(value.asString().strip())
                : Optional.empty();
    }
}
