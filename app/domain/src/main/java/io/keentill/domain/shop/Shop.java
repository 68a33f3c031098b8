package io.keentill.domain.shop;

import io.keentill.domain.money.CashRounding;
import java.util.Currency;
import java.util.List;

/**
 * Who sells: the head of every receipt and the rules of its money.
 *
 * @param name trading name
 * @param address lines under the name
 * @param taxNumber VAT or similar registration, empty if none
 * @param currency of all prices
 * @param cashRounding smallest coin
 * @param footer last lines of a receipt
 */
public record Shop(
        String name,
        List<String> address,
        String taxNumber,
        Currency currency,
        CashRounding cashRounding,
        List<String> footer) {

    /** Copies the lists. */
    public Shop {
        address = List.copyOf(address);
        footer = List.copyOf(footer);
    }
}
