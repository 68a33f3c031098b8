package io.keentill.engine.payment;

import org.jspecify.annotations.Nullable;

/**
 * What stands in the place of a terminal's address for a payment by link: {@code paylink:REFERENCE}. Each link is a
 * terminal of its own, so that several customers can be at it while the counter goes on.
 */
public final class LinkAddress {

    private static final String FAMILY = "paylink:";

    private LinkAddress() {}

    /** Of the payment with this reference. */
    static String of(String reference) {
        return FAMILY + reference;
    }

    /** Whether this stands for a payment by link; no terminal can be asked about it. */
    public static boolean is(@Nullable String address) {
        return address != null && address.startsWith(FAMILY);
    }
}
