package io.keentill.revkeen.prices;

/** What a step of a tiered price is for: the units within it, or all of them. */
public enum TiersMode {
    GRADUATED,
    VOLUME
}
