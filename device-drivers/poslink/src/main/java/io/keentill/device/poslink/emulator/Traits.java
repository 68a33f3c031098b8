package io.keentill.device.poslink.emulator;

import java.time.Duration;

/**
 * Where terminals that speak POSLINK differ, as far as public descriptions leave it open.
 *
 * @param reportOrder where a detail report expects the till's reference
 * @param namesFailures whether the answer to a payment that was not approved repeats the till's reference
 * @param tellsActivity whether it answers A35 and reports what it does during a payment
 * @param answerTime how long the till's ACK is awaited
 */
public record Traits(ReportOrder reportOrder, boolean namesFailures, boolean tellsActivity, Duration answerTime) {

    /** The two readings of the fields of R02 that exist in public. */
    public enum ReportOrder {
        /** Record, transaction number, authorisation code, till's reference. */
        NUMBER_FIRST,
        /** Record, till's reference, authorisation code, transaction number. */
        REFERENCE_FIRST
    }

    /** Number first, names no failures as the terminals that were seen, tells what it does, waits three seconds. */
    public static final Traits STANDARD = new Traits(ReportOrder.NUMBER_FIRST, false, true, Duration.ofSeconds(3));

    /** The same with another order of the fields of R02. */
    public Traits reporting(ReportOrder order) {
        return new Traits(order, namesFailures, tellsActivity, answerTime);
    }

    /** The same with answers to failed payments that name the payment. */
    public Traits namingFailures() {
        return new Traits(reportOrder, true, tellsActivity, answerTime);
    }

    /** The same without A35 and reports. */
    public Traits silent() {
        return new Traits(reportOrder, namesFailures, false, answerTime);
    }

    /** The same with another patience for the till's ACK. */
    public Traits waiting(Duration wait) {
        return new Traits(reportOrder, namesFailures, tellsActivity, wait);
    }
}
