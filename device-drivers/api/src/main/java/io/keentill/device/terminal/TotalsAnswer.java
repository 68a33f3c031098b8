package io.keentill.device.terminal;

/** What came of asking for the totals. */
public sealed interface TotalsAnswer {

    /** These. */
    record Told(Totals totals) implements TotalsAnswer {}

    /** None; {@code message} says why and what to do. */
    record NotTold(String message) implements TotalsAnswer {}
}
