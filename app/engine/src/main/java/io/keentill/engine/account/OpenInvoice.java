package io.keentill.engine.account;

import io.keentill.domain.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invoice that a customer has not paid in full (API reference B.10, C.3).
 *
 * @param id RevKeen's
 * @param number for people
 * @param total what it is over
 * @param due what is still to pay; null where part is paid and RevKeen did not say how much
 * @param status RevKeen's word: open, finalized, approved, sent, overdue or partially_paid
 * @param made when; null where RevKeen does not say
 * @param dueOn until when it is to be paid; null for at once
 */
public record OpenInvoice(
        String id,
        String number,
        Money total,
        @Nullable Money due,
        String status,
        @Nullable Instant made,
        @Nullable Instant dueOn) {}
