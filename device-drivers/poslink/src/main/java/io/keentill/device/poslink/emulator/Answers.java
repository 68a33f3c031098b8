package io.keentill.device.poslink.emulator;

import io.keentill.device.emulation.Booking;
import io.keentill.device.emulation.Kind;
import io.keentill.device.emulation.Payment;
import io.keentill.device.emulation.Profile;
import io.keentill.device.poslink.codec.Message;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the emulated terminal says. */
final class Answers {

    static final String OK = "000000";
    static final String PARTIAL = "000002";
    static final String DECLINED = "000100";
    static final String ABORTED = "100002";
    static final String FORMAT = "100003";
    static final String UNSUPPORTED = "100004";
    static final String DUPLICATE = "100011";
    static final String NOT_FOUND = "100023";

    private static final String VERSION = "1.35";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final Profile profile;
    private final Batch batch;

    Answers(Profile profile, Batch batch) {
        this.profile = profile;
        this.batch = batch;
    }

    /** The answer to {@code command}: the number after it, a code, a text, and what else there is. */
    static Message of(String command, String code, String text, List<List<String>> groups) {
        int number = Integer.parseInt(command.substring(1)) + 1;
        return Message.response("0", command.charAt(0) + "%02d".formatted(number), VERSION, code, text, groups);
    }

    /** An answer without anything else. */
    static Message bare(String command, String code, String text) {
        return of(command, code, text, List.of());
    }

    /** What it is doing (A36), empty when idle. */
    static Message activity(Optional<Payment> running) {
        String doing =
                running.map(payment -> activity(payment.phases().getLast())).orElse("");
        return of("A35", OK, "OK", List.of(List.of(doing)));
    }

    /** The number for what a customer or the host does. */
    static String activity(Payment.Phase phase) {
        return switch (phase) {
            case STARTED, CARD -> "0";
            case PIN -> "1";
            case PIN_WRONG -> "6";
            case HOST, DONE -> "3";
        };
    }

    /** A01. */
    Message initialised() {
        return of(
                "A00",
                OK,
                "OK",
                List.of(
                        List.of(profile.serial()),
                        List.of("A920"),
                        List.of("Emulator"),
                        List.of("00:00:5E:00:53:01"),
                        List.of("8"),
                        List.of("21")));
    }

    /** T01 for a decided transaction. */
    Message payment(Booking booking, String reference, long amountMinor) {
        boolean partial = amountMinor < booking.askedMinor();
        return of(
                "T00",
                partial ? PARTIAL : OK,
                partial ? "PARTIALLY APPROVED" : "OK",
                details(booking, reference, amountMinor));
    }

    /** T01 for a payment that another one stands for: nothing was booked. */
    Message duplicateOf(Booking earlier) {
        return of("T00", DUPLICATE, "DUP TRANSACTION", details(earlier, earlier.reference(), earlier.amountMinor()));
    }

    /** T01 for one that was not approved. */
    Message refusal(String code, String text, String hostCode, String type, String reference) {
        List<List<String>> groups = new ArrayList<>();
        groups.add(List.of(hostCode, hostCode.isEmpty() ? "" : "HOST SAID NO"));
        groups.add(List.of(type));
        groups.add(List.of());
        groups.add(List.of());
        groups.add(List.of("", reference, stamp()));
        return of("T00", code, text, reference.isEmpty() ? List.of() : groups);
    }

    /** R03 for one record of several; {@code index} counts from 1, the message from 0. */
    Message record(Booking booking, int index, int total) {
        List<List<String>> groups = new ArrayList<>();
        groups.add(List.of(Integer.toString(total)));
        groups.add(List.of(Integer.toString(index - 1)));
        groups.add(host(booking));
        groups.add(List.of("01"));
        groups.add(List.of(batch.type(booking)));
        groups.add(List.of(batch.originalType(booking)));
        groups.add(List.of(Long.toString(booking.amountMinor()), "0"));
        groups.add(account(booking));
        groups.add(trace(booking, booking.reference()));
        groups.add(List.of());
        groups.add(List.of());
        groups.add(List.of());
        groups.add(extended());
        return of("R02", OK, "OK", groups);
    }

    /** R01: count and sum of sale, forced, return, authorisation and completion. */
    Message totals() {
        List<String> credit = new ArrayList<>();
        add(credit, Kind.SALE);
        credit.addAll(List.of("0", "0"));
        add(credit, Kind.REFUND);
        add(credit, Kind.PREAUTH);
        add(credit, Kind.COMPLETION);
        return of("R00", OK, "OK", List.of(List.of("01"), credit));
    }

    /** B01: counts and net sums of credit, debit, EBT, gift, loyalty, cash, cheque. */
    Message closed(int number, List<Booking> bookings, long net) {
        return of(
                "B00",
                OK,
                "OK",
                List.of(
                        List.of("0", "BATCH CLOSED", "", "", "", Integer.toString(number)),
                        List.of(bookings.size() + "=0=0=0=0=0=0"),
                        List.of(net + "=0=0=0=0=0=0"),
                        List.of(stamp()),
                        List.of(profile.terminalId()),
                        List.of("700000001234")));
    }

    private void add(List<String> to, Kind kind) {
        to.add(Integer.toString(batch.counting(kind).size()));
        to.add(Long.toString(batch.sum(kind)));
    }

    private List<List<String>> details(Booking booking, String reference, long amountMinor) {
        List<List<String>> groups = new ArrayList<>();
        groups.add(host(booking));
        groups.add(List.of(batch.type(booking)));
        groups.add(List.of(Long.toString(amountMinor), Long.toString(Math.max(0, booking.askedMinor() - amountMinor))));
        groups.add(account(booking));
        groups.add(trace(booking, reference));
        groups.add(List.of());
        groups.add(List.of());
        groups.add(List.of());
        groups.add(extended());
        return groups;
    }

    private List<String> host(Booking booking) {
        return List.of(
                "00",
                "APPROVAL",
                booking.authCode(),
                booking.rrn(),
                Integer.toString(batch.numberOf(booking)),
                Integer.toString(batch.number()));
    }

    /** The end of the number, how the card was read, no date, and which scheme. A real terminal adds the holder's name. */
    private List<String> account(Booking booking) {
        return List.of(booking.lastFour(), "4", "", "", "", "", "01", "TEST/HOLDER", "", "", "0");
    }

    private List<String> trace(Booking booking, String reference) {
        String at = STAMP.format(booking.at().atZone(zone()));
        return List.of(Integer.toString(batch.numberOf(booking)), reference, at);
    }

    private List<String> extended() {
        return List.of(
                "APPLAB=VISA CREDIT",
                "AID=A0000000031010",
                "TVR=0000008000",
                "TSI=E800",
                "TC=0123456789ABCDEF",
                "CVM=2",
                "CARDBIN=476173",
                "SN=" + profile.serial());
    }

    private String stamp() {
        return STAMP.format(profile.clock().instant().atZone(zone()));
    }

    private ZoneId zone() {
        return profile.clock().getZone();
    }
}
