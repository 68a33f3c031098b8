package io.keentill.engine.account;

import io.keentill.domain.order.Order;
import io.keentill.domain.text.Sentence;

/** How taking an invoice in went. */
public sealed interface TakeResult {

    /** It lies on the counter as this order, stored. */
    record Taken(Order order) implements TakeResult {}

    /** It cannot be paid here; the sentence says why and what to do. Nothing changed. */
    record Refused(Sentence why) implements TakeResult {}

    /** RevKeen cannot be asked, and without its word no invoice is taken in. Nothing changed. */
    record NotReachable(Sentence why) implements TakeResult {}
}
