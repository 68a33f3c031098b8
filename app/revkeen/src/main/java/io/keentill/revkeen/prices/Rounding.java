package io.keentill.revkeen.prices;

/** Which way a divided quantity is rounded. */
public enum Rounding {
    UP,
    DOWN
}
