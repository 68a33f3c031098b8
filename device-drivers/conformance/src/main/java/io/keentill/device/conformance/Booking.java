package io.keentill.device.conformance;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentKind;

/**
 * A line in the books of a simulated terminal's host. Reversals and releases are no lines of their own: they take away that
 * the line they undo stands.
 *
 * @param kind sale, refund, pre-authorisation or completion
 * @param amount above zero
 * @param stands whether it counts; a pre-authorisation counts until it is completed or released
 */
public record Booking(PaymentKind kind, Money amount, boolean stands) {}
