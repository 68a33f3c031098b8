package io.keentill.engine.refund;

import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.RefundScope;

/**
 * What somebody wants to give back.
 *
 * @param orderId the sale
 * @param scope how much of it
 * @param back to which of its tenders
 * @param reason why, for people; up to 400 characters and not blank
 */
public record RefundWish(String orderId, RefundScope scope, MoneyBack back, String reason) {}
