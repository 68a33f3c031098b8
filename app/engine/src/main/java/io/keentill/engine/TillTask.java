package io.keentill.engine;

import io.keentill.domain.text.Sentence;
import java.time.Instant;

/**
 * Something that a person has to look at. Nothing here is ever dropped or settled silently.
 *
 * @param id of the task, payment, refund or outbox row
 * @param kind what it is
 * @param text what happened, whether money moved, and what to do, in that sequence
 * @param since when it came up
 */
public record TillTask(String id, Kind kind, Sentence text, Instant since) {

    /** Kinds of tasks. */
    public enum Kind {
        /** A payment whose outcome nobody knows: the terminal is being asked, or a manager decides. */
        PAYMENT_UNKNOWN,
        /** The terminal says something else of a payment than a manager decided. Closed by {@link Till#closeTask}. */
        PAYMENT_CONTRADICTED,
        /** Money came by a link after its end; no sale counts it. Closed by {@link Till#closeTask}. */
        LINK_PAID_LATE,
        /** A refund that is begun and not finished: continue it or give it up. */
        REFUND_OPEN,
        /** Money held on a card for a sale that is over: let go of it. */
        HOLD_OPEN,
        /** A terminal's day is still to be closed. Closed by {@link Till#closeTask}, or when the day is closed. */
        TERMINAL_DAY_OPEN,
        /** Till, terminal and RevKeen do not have the same of a closed day. Closed by {@link Till#closeTask}. */
        TERMINAL_DIFFERS,
        /** A test payment that is not known to be given back. Closed by {@link Till#closeTask}, or once it is. */
        TEST_PAYMENT,
        /** Somebody cancelled the order of a finished sale at RevKeen. Closed by {@link Till#closeTask}. */
        ORDER_CANCELLED,
        /** More of a sale went back than was paid, in several places. Closed by {@link Till#closeTask}. */
        TOO_MUCH_BACK,
        /** A sale that was finished in data that are lost, and was closed here for that. Closed by {@link Till#closeTask}. */
        SALE_RESTORED,
        /** Something that RevKeen refuses for good. */
        SYNC_REFUSED
    }
}
