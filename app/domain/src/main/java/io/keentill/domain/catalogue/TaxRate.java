package io.keentill.domain.catalogue;

import io.keentill.domain.money.Rate;

/**
 * A tax rate of the shop, as RevKeen's tax rates know it.
 *
 * @param id stable key within the shop ({@code vat-20})
 * @param name what the receipt says ({@code VAT 20%})
 * @param rate the percentage
 * @param inclusive whether shelf prices already contain it
 */
public record TaxRate(String id, String name, Rate rate, boolean inclusive) {}
