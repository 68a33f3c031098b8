package io.keentill.sandbox.money;

/**
 * What the simulated gateways keep of each captured amount: 1.2 % and 5 minor units with the card present, 1.5 % and 20
 * without, rounded half up, never more than the amount. The sandbox's own figures; refunds and voids cost nothing, and a
 * sale that was voided before it settled costs nothing either.
 */
public final class Fees {
    private static final long WHOLE = 10_000;
    private static final long PRESENT = 120;
    private static final long PRESENT_FIXED = 5;
    private static final long ONLINE = 150;
    private static final long ONLINE_FIXED = 20;

    private Fees() {}

    /** The fee on {@code amountMinor} (positive), in minor units. */
    public static long on(long amountMinor, boolean cardPresent) {
        return Math.min(amountMinor, percentage(amountMinor, cardPresent) + fixed(cardPresent));
    }

    /** The part of a fee that grows with the amount. */
    public static long percentage(long amountMinor, boolean cardPresent) {
        long rate = cardPresent ? PRESENT : ONLINE;
        return amountMinor / WHOLE * rate + (amountMinor % WHOLE * rate + WHOLE / 2) / WHOLE;
    }

    /** The part of a fee that is the same for every amount. */
    public static long fixed(boolean cardPresent) {
        return cardPresent ? PRESENT_FIXED : ONLINE_FIXED;
    }
}
