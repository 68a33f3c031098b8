package io.keentill.revkeen.prices;

/** Once or again and again. */
public enum PriceType {
    ONE_TIME,
    RECURRING
}
