package io.keentill.revkeen.http;

/**
 * How a list is walked and where its items are (section A.7).
 *
 * @param step how the next page is asked for
 * @param member holds the items
 * @param sizeName the parameter that says how many items a page has
 */
public record Envelope(Step step, String member, String sizeName) {

    /** How the next page is asked for. */
    public enum Step {
        /** {@code starting_after} with the last id. */
        CURSOR,
        /** {@code offset} with how many were given. */
        OFFSET,
        /** {@code page}, counted from 1. */
        PAGE,
        /** There is one answer with at most as many items as asked for; what is beyond cannot be had. */
        LIMITED,
        /** All in one answer, which takes no size. */
        WHOLE
    }

    /** {@code starting_after} with the last id (P1 to P4). */
    public static final Envelope CURSOR = new Envelope(Step.CURSOR, "data", "limit");

    /** {@code offset} (P6 to P9; meters of P14). */
    public static final Envelope OFFSET = new Envelope(Step.OFFSET, "data", "limit");

    /** {@code page} and {@code limit} (P10, P11). */
    public static final Envelope PAGE = new Envelope(Step.PAGE, "data", "limit");

    /** {@code page} and {@code pageSize}; P12 is this {@link #named} {@code alerts} or {@code opportunities}. */
    public static final Envelope PAGE_SIZED = new Envelope(Step.PAGE, "data", "pageSize");

    /** {@code limit} alone (usage events, credit-note lines, open disputes, automations, attempts of P14). */
    public static final Envelope LIMITED = new Envelope(Step.LIMITED, "data", "limit");

    /** All in one answer (P5; customer meters of P14). */
    public static final Envelope WHOLE = new Envelope(Step.WHOLE, "data", "limit");

    /** The same with its items under another name; P13 is {@code OFFSET} named {@code threads} or {@code messages}. */
    public Envelope named(String items) {
        return new Envelope(step, items, sizeName);
    }
}
