package io.keentill.engine.refund;

import io.keentill.domain.refund.Refund;
import java.util.Optional;

/** What paper has to know of refunds. */
public interface RefundFacts {

    /** Whether the attempt with this id gives back a part of a refund, whose receipt says so. */
    boolean isPart(String attemptId);

    /** A refund by id. */
    Optional<Refund> find(String refundId);
}
