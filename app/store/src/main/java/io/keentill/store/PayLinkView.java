package io.keentill.store;

import java.util.List;
import java.util.Optional;

/** Payments by link. */
public interface PayLinkView {

    /** That of an attempt; empty for one on a terminal. */
    Optional<PayLinkRow> of(String attemptId);

    /** Those that are still looked at, the oldest first. */
    List<PayLinkRow> watched();
}
