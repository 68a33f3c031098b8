package io.keentill.device.poslink;

import io.keentill.device.poslink.codec.Message;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentKind;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A transaction as the terminal tells of it, in the answer to a payment (T01) or in a report (R03).
 *
 * @param type what it is, two digits; may be empty
 * @param amount what was approved, hundredths; empty if it does not say
 * @param number the terminal's own, from 1 in each batch
 * @param reference the till's, as the terminal has it
 * @param stamp date and time by the terminal
 * @param authCode of the host; may be empty
 * @param card what may be kept of the card
 */
record Transaction(
        String type,
        OptionalLong amount,
        String number,
        String reference,
        String stamp,
        String authCode,
        CardDetails card) {

    private static final Set<String> VOIDS = Set.of("16", "17", "18", "19", "20", "22");

    /** Of a T01. */
    static Transaction inAnswer(Message message) {
        return read(message, message.group(5), 6, 7);
    }

    /**
     * Of an R03. Terminals put the number of records and the number of this one before what the host said; one library reads
     * them after it. Which it is shows in where the group of many fields stands.
     */
    static Transaction inReport(Message message) {
        List<String> host =
                message.group(7).size() > 1 || message.group(5).size() <= 1 ? message.group(7) : message.group(5);
        return read(message, host, 9, 11);
    }

    /** Whether an R03 holds a record: some terminals say OK and nothing else where there is none. */
    static boolean holdsRecord(Message report) {
        return !report.group(11).isEmpty() || !report.group(13).isEmpty();
    }

    /** Whether it is what a request of this kind makes. An answer that does not say its type fits. */
    boolean isOf(PaymentKind kind) {
        return type.isEmpty()
                || switch (kind) {
                    case SALE -> type.equals("01");
                    case REFUND -> type.equals("02");
                    case PRE_AUTHORISATION -> type.equals("03");
                    case COMPLETION -> type.equals("04");
                    case REVERSAL, RELEASE -> isVoid();
                };
    }

    /** Whether it undoes another one. */
    boolean isVoid() {
        return VOIDS.contains(type);
    }

    private static Transaction read(Message message, List<String> host, int typeGroup, int amountGroup) {
        int traceGroup = amountGroup + 2;
        return new Transaction(
                message.text(typeGroup),
                amount(message.text(amountGroup)),
                message.field(traceGroup, 0),
                message.field(traceGroup, 1),
                message.field(traceGroup, 2),
                field(host, 2),
                CardReader.read(message, host, amountGroup + 1, traceGroup));
    }

    private static OptionalLong amount(String text) {
        return text.matches("\\d{1,12}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private static String field(List<String> group, int index) {
        return index < group.size() ? group.get(index) : "";
    }
}
