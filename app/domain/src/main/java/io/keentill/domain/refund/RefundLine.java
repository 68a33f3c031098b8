package io.keentill.domain.refund;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Quantity;

/**
 * Goods that come back.
 *
 * @param lineId the line of the sale
 * @param name as on the sale's receipt
 * @param quantity how many of it, at most as many as were sold
 * @param amount what they come to, tax included; zero where the sale gave them away
 */
public record RefundLine(String lineId, String name, Quantity quantity, Money amount) {}
