package io.keentill.engine.mail;

import io.keentill.domain.text.Sentence;
import java.util.List;
import java.util.Optional;

/** Receipts by e-mail, queued while RevKeen is away. Methods block for a commit or a query. */
public interface MailDesk {

    /** Where no RevKeen is set up. */
    MailDesk NONE = new MailDesk() {
        @Override
        public boolean isOffered() {
            return false;
        }

        @Override
        public Optional<String> addressOf(String orderId) {
            return Optional.empty();
        }

        @Override
        public MailResult send(String orderId, String address, String operator) {
            return new MailResult.Refused(Sentence.of(
                    "mail.e-mail-goes-through-revkeen-which",
                    "E-mail goes through RevKeen, which is not set up on this till. Print the"
                            + " receipt or save it as a PDF."));
        }

        @Override
        public List<SentReceipt> of(String orderId) {
            return List.of();
        }
    };

    /** Whether e-mail can be sent at all. Does not block. */
    boolean isOffered();

    /** The address of the customer on a sale, if there is one. */
    Optional<String> addressOf(String orderId);

    /**
     * Queues the receipt of a paid sale, as it is now; from the second time on it is marked as a copy.
     *
     * @param address where it goes, like name@example.com
     */
    MailResult send(String orderId, String address, String operator);

    /** Those of a sale, the oldest first. */
    List<SentReceipt> of(String orderId);
}
