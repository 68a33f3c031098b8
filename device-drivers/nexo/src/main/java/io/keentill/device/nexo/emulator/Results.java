package io.keentill.device.nexo.emulator;

import io.keentill.device.emulation.Booking;
import io.keentill.device.emulation.EmulatedTerminal;
import io.keentill.device.emulation.Kind;
import io.keentill.device.emulation.Profile;
import io.keentill.device.emulation.Script;
import io.keentill.device.nexo.message.Amounts;
import io.keentill.device.nexo.message.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What nexo says of a transaction. */
final class Results {

    private final Profile profile;

    Results(Profile profile) {
        this.profile = profile;
    }

    static ObjectNode success() {
        ObjectNode body = Json.object();
        body.putObject("Response").put("Result", "Success");
        return body;
    }

    static ObjectNode failure(String condition) {
        ObjectNode body = Json.object();
        body.putObject("Response").put("Result", "Failure").put("ErrorCondition", condition);
        return body;
    }

    /** The terminal's own name of a transaction. */
    static String transactionId(Booking booking) {
        return "KT%08d.%s".formatted(booking.number(), booking.rrn());
    }

    /** The answer that a booking means, as its books say, or with the fault that the script wants. */
    ObjectNode of(Booking booking, Script.@Nullable Fault fault) {
        ObjectNode body = Json.object();
        response(body.putObject("Response"), booking);
        body.putObject("SaleData")
                .putObject("SaleTransactionID")
                .put("TransactionID", booking.reference() + (fault == Script.Fault.WRONG_REFERENCE ? "X" : ""))
                .put("TimeStamp", booking.at().toString());
        body.putObject("POIData")
                .putObject("POITransactionID")
                .put("TransactionID", transactionId(booking))
                .put("TimeStamp", booking.at().toString());
        if (booking.original() > 0) {
            body.put("ReversedAmount", amount(booking, fault));
            return body;
        }
        ObjectNode paid = body.putObject("PaymentResult");
        card(paid, booking);
        ObjectNode amounts = paid.putObject("AmountsResp");
        amounts.put("Currency", fault == Script.Fault.WRONG_CURRENCY ? "XTS" : booking.currency());
        if (booking.approved()) {
            amounts.put("AuthorizedAmount", amount(booking, fault));
            receipts(body.putArray("PaymentReceipt"), booking);
        }
        return body;
    }

    private static void response(ObjectNode response, Booking booking) {
        switch (booking.state()) {
            case DECLINED ->
                response.put("Result", "Failure")
                        .put(
                                "ErrorCondition",
                                booking.code().equals(EmulatedTerminal.IMPOSSIBLE) ? "NotAllowed" : "Refusal")
                        .put(
                                "AdditionalResponse",
                                "refusalReason=" + encoded(booking.code() + " : Declined by the host"));
            case CANCELLED -> response.put("Result", "Failure").put("ErrorCondition", "Cancel");
            case BOOKED, REVERSED, COMPLETED ->
                response.put("Result", booking.amountMinor() < booking.askedMinor() ? "Partial" : "Success");
        }
    }

    private static java.math.BigDecimal amount(Booking booking, Script.@Nullable Fault fault) {
        long wrong = fault == Script.Fault.WRONG_AMOUNT ? 1 : 0;
        return Amounts.decimal(booking.amountMinor() + wrong, Currency.getInstance(booking.currency()));
    }

    private void card(ObjectNode paid, Booking booking) {
        ObjectNode data = paid.putObject("PaymentInstrumentData")
                .put("PaymentInstrumentType", "Card")
                .putObject("CardData");
        data.put("PaymentBrand", "visa").put("MaskedPan", "476173 **** " + booking.lastFour());
        data.putArray("EntryMode").add("ICC");
        paid.putArray("AuthenticationMethod").add("OnLinePIN");
        ObjectNode acquirer = paid.putObject("PaymentAcquirerData");
        acquirer.put("AcquirerPOIID", profile.terminalId()).put("MerchantID", "EMULATED");
        if (booking.approved()) {
            acquirer.put("ApprovalCode", booking.authCode());
            acquirer.putObject("AcquirerTransactionID").put("TransactionID", booking.rrn());
        }
        paid.put("OnlineFlag", true);
    }

    private void receipts(ArrayNode receipts, Booking booking) {
        for (String qualifier : new String[] {"CashierReceipt", "CustomerReceipt"}) {
            ObjectNode receipt = receipts.addObject().put("DocumentQualifier", qualifier);
            ArrayNode lines = receipt.putObject("OutputContent")
                    .put("OutputFormat", "Text")
                    .putArray("OutputText");
            line(lines, booking.kind() == Kind.REFUND ? "REFUND" : "SALE", "", "header1");
            line(lines, "Card", "VISA ************" + booking.lastFour(), "pan");
            line(lines, "Auth", booking.authCode(), "authCode");
            line(lines, "TID", profile.terminalId(), "tid");
        }
    }

    private static void line(ArrayNode lines, String name, String value, String key) {
        String text = "name=" + encoded(name) + "&value=" + encoded(value) + "&key=" + key;
        lines.addObject().put("Text", text).put("EndOfLineFlag", true);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
