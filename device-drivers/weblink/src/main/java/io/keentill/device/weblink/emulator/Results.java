package io.keentill.device.weblink.emulator;

import io.keentill.device.emulation.Booking;
import io.keentill.device.emulation.Kind;
import io.keentill.device.emulation.Payment;
import io.keentill.device.emulation.Profile;
import io.keentill.device.emulation.Script;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What WebLink says of a transaction: terminal-protocols, WebLink, "Poll", "Statuses" and "historyReports". */
final class Results {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private final Profile profile;
    private final Behaviour behaviour;

    Results(Profile profile, Behaviour behaviour) {
        this.profile = profile;
        this.behaviour = behaviour;
    }

    /** A transaction that still runs: the statuses so far. */
    ObjectNode running(Payment payment) {
        ObjectNode json = JSON.createObjectNode();
        json.put("uti", payment.id());
        return json.put("Statuses", statuses(payment.phases(), null));
    }

    /** A finished one, as its books say, or with the fault that the script wants. */
    ObjectNode of(
            Booking booking,
            String uti,
            List<Payment.Phase> phases,
            Script.@org.jspecify.annotations.Nullable Fault fault) {
        boolean approved = booking.approved();
        boolean wrongAmount = fault == Script.Fault.WRONG_AMOUNT;
        ObjectNode json = JSON.createObjectNode();
        json.put("uti", uti);
        json.put("transType", type(booking.kind()));
        json.put("transApproved", approved);
        json.put("transCancelled", booking.state() == Booking.State.CANCELLED);
        json.put("transPartiallyApproved", approved && booking.amountMinor() < booking.askedMinor());
        json.put("amountTrans", booking.amountMinor() + (wrongAmount ? 1 : 0));
        json.put("amountGratuity", tip(booking)).put("amountCashback", 0).put("amountDiscount", 0);
        json.put("transCurrencyCode", fault == Script.Fault.WRONG_CURRENCY ? "XTS" : booking.currency());
        json.put("merchantReference", booking.reference() + (fault == Script.Fault.WRONG_REFERENCE ? "X" : ""));
        json.put("responseCode", booking.code());
        json.put("terminalId", profile.terminalId());
        json.put("transDateTime", time(booking));
        json.put("softwareVersion", "emulated 1.0");
        if (approved) {
            card(json, booking);
        } else {
            json.put("errorText", booking.state() == Booking.State.CANCELLED ? "Transaction cancelled" : "Declined");
        }
        json.put("Statuses", statuses(phases, booking));
        behaviour.leavesOut().forEach(json::remove);
        return json;
    }

    /** An entry of the history, which names no {@code uti}. */
    ObjectNode history(Booking booking) {
        ObjectNode json = JSON.createObjectNode();
        json.put("transType", behaviour.history().ownWords() ? "Card " + booking.kind() : type(booking.kind()));
        json.put("transApproved", booking.approved());
        json.put("cardPan", "************" + booking.lastFour());
        json.put("receiptNumber", Integer.toString(booking.number()));
        json.put("retrievalReferenceNumber", booking.rrn());
        json.put("totalAmountTrans", booking.amountMinor() + tip(booking));
        return json.put("transDateTime", time(booking));
    }

    private long tip(Booking booking) {
        return booking.approved() && booking.kind() == Kind.SALE ? behaviour.tipMinor() : 0;
    }

    static String type(Kind kind) {
        return switch (kind) {
            case SALE -> "SALE";
            case REFUND -> "REFUND";
            case REVERSAL, RELEASE -> "REVERSAL";
            case PREAUTH -> "PRE_AUTH";
            case COMPLETION -> "COMPLETION";
        };
    }

    private void card(ObjectNode json, Booking booking) {
        json.put("authorisationCode", booking.authCode());
        json.put("retrievalReferenceNumber", booking.rrn());
        json.put("stan", "%06d".formatted(booking.number()));
        json.put("receiptNumber", Integer.toString(booking.number()));
        json.put("cardPan", "************" + booking.lastFour());
        json.put("cardScheme", "VISA").put("cardType", "EMV");
        json.put("cvmSigRequired", false).put("cvmPinVerified", true);
        json.put("emvAId", "A0000000031010").put("emvTvr", "0000008000").put("emvTsi", "E800");
        json.put("emvCryptogram", "%016X".formatted(booking.number() * 0x9E37_79B9_7F4A_7C15L));
        json.put("emvCryptogramType", "TC");
        lines(json.putArray("merchantReceipt"), "MERCHANT COPY", booking);
        lines(json.putArray("cardholderReceipt"), "CUSTOMER COPY", booking);
    }

    private void lines(ArrayNode receipt, String whose, Booking booking) {
        receipt.add(whose).add(type(booking.kind())).add("VISA  ************" + booking.lastFour());
        receipt.add("AID A0000000031010").add("AUTH " + booking.authCode()).add("TID " + profile.terminalId());
    }

    private String time(Booking booking) {
        ZoneId zone = profile.clock().getZone();
        return TIME.format(booking.at().plus(behaviour.history().ahead()).atZone(zone));
    }

    /** The JSON list that WebLink hides in a string; its numbers decide nothing. */
    private String statuses(List<Payment.Phase> phases, @org.jspecify.annotations.Nullable Booking booking) {
        ArrayNode list = JSON.createArrayNode();
        phases.forEach(phase -> add(list, phase));
        if (booking != null) {
            add(list, booking.approved() ? 1 : booking.state() == Booking.State.CANCELLED ? 9 : 2, "");
            add(list, 11, "Transaction Finished");
        }
        return JSON.writeValueAsString(list);
    }

    private void add(ArrayNode list, Payment.Phase phase) {
        switch (phase) {
            case STARTED -> add(list, 0, "Transaction Started");
            case CARD -> add(list, 12, "Get card screen");
            case PIN -> add(list, 15, "Please enter PIN");
            case PIN_WRONG -> add(list, 31, "PIN wrong, try again");
            case HOST -> add(list, 16, "Connecting to host");
            case DONE -> {}
        }
    }

    private void add(ArrayNode list, int number, String text) {
        list.addObject()
                .put("statusDescription", text.isEmpty() ? "Status " + number : text)
                .put("statusValue", behaviour.shiftedStatuses() ? number + 1 : number);
    }
}
