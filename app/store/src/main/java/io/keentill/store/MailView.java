package io.keentill.store;

import java.util.List;
import java.util.Optional;

/** Receipts that go by e-mail. */
public interface MailView {

    /** One by its id. */
    Optional<MailRow> mail(String id);

    /** Those of a sale, the oldest first. */
    List<MailRow> ofOrder(String orderId);
}
