package io.keentill.store;

import io.keentill.domain.refund.NoReceiptReturn;
import java.util.List;
import java.util.Optional;

/** Returns without a receipt. */
public interface NoReceiptView {

    /** The one with this id. */
    Optional<NoReceiptReturn> byId(String id);

    /** The one with this number. */
    Optional<NoReceiptReturn> byNumber(long number);

    /** The one with this printed reference. */
    Optional<NoReceiptReturn> byReference(String reference);

    /** The newest first. */
    List<NoReceiptReturn> recent(int limit);

    /** Those of the shift with this number, oldest first. */
    List<NoReceiptReturn> ofShift(long seq);
}
