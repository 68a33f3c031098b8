package io.keentill.device.poslink;

import io.keentill.device.poslink.codec.Message;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentKind;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commands that the driver sends. The field for overriding the check for duplicates is never set. */
final class Requests {

    static final String ALL = "00";
    private static final List<String> EMPTY = List.of();
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final String version;
    private final boolean reports;

    Requests(String version, boolean reports) {
        this.version = version;
        this.reports = reports;
    }

    /** A00: who are you. */
    Message initialise() {
        return Message.request("A00", version, List.of());
    }

    /** A14: stop; has no answer of its own. */
    Message cancel() {
        return Message.request("A14", version, List.of());
    }

    /** A35: what are you doing. */
    Message activity() {
        return Message.request("A35", version, List.of());
    }

    /** B00: close the batch. */
    Message closeBatch(Instant now, ZoneId zone) {
        return Message.request("B00", version, List.of(List.of(STAMP.format(now.atZone(zone)))));
    }

    /** R00: totals of all kinds of card. */
    Message totals() {
        return Message.request("R00", version, List.of(List.of(ALL), EMPTY));
    }

    /** R02: the last transaction of the batch. */
    Message last() {
        return detail("", "", "LASTTRANSACTION=1");
    }

    /**
     * R02: a transaction. Public readings of the message differ in which field takes the terminal's number and which the
     * till's reference, so each is asked for in both.
     */
    Message detail(String fifth, String seventh) {
        return detail(fifth, seventh, "");
    }

    private Message detail(String fifth, String seventh, String extended) {
        return Message.request(
                "R02",
                version,
                List.of(List.of(ALL), EMPTY, EMPTY, EMPTY, List.of(fifth), EMPTY, List.of(seventh), List.of(extended)));
    }

    /**
     * T00.
     *
     * @param minor hundredths
     * @param original what the terminal's own books say of the transaction that is undone or completed; null for others
     * @param refunded what a linked refund gives back: the till's reference and the card; null for others
     */
    Message payment(
            PaymentKind kind,
            long minor,
            String reference,
            @Nullable Transaction original,
            @Nullable Refunded refunded) {
        List<String> trace = new ArrayList<>(List.of(reference, "", "", "", "", "", ""));
        List<String> extended = new ArrayList<>();
        if (reports) {
            extended.add("REPORTSTATUS=1");
        }
        if (original != null) {
            trace.set(2, kind == PaymentKind.COMPLETION ? original.authCode() : "");
            trace.set(3, original.number());
            trace.set(6, original.reference());
        }
        if (refunded != null) {
            // Never the terminal's number: it is another payment's after the batch was closed.
            trace.set(6, refunded.reference());
            String host = refunded.card().rrn();
            if (host != null) {
                extended.add("HREF=" + host);
            }
        }
        return Message.request(
                "T00",
                version,
                List.of(
                        List.of(type(kind)),
                        List.of(Long.toString(minor)),
                        EMPTY,
                        trace,
                        EMPTY,
                        EMPTY,
                        EMPTY,
                        EMPTY,
                        extended));
    }

    /** The payment that a linked refund gives back. */
    record Refunded(String reference, CardDetails card) {}

    private static String type(PaymentKind kind) {
        return switch (kind) {
            case SALE -> "01";
            case REFUND -> "02";
            case PRE_AUTHORISATION -> "03";
            case COMPLETION -> "04";
            case REVERSAL, RELEASE -> "16";
        };
    }
}
