package io.keentill.engine.sync;

import io.keentill.domain.text.Sentence;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who buys, for the counter: found without a network, put on the sale, and made at RevKeen where nobody knows them yet. */
public interface CustomerDesk {

    /** Those in whose name, company, address or phone number every typed word begins one; at most {@code limit}. */
    List<RemoteCustomers.Entry> search(String text, int limit);

    /** The customer on a sale; empty for somebody without a name. */
    Optional<RemoteCustomers.Entry> of(String orderId);

    /**
     * Puts a customer on a sale that is not closed yet; null takes whoever is on it off.
     *
     * @return a sentence for people if that cannot be; empty if it is done
     */
    Optional<Sentence> put(String orderId, @Nullable String customerId, String operator);

    /** Makes a customer at RevKeen ({@code POST /customers}); blocks for that request. They are found here from then on. */
    Made create(Wish wish);

    /**
     * Somebody new.
     *
     * @param email one at most, and one that no other customer of the shop has
     * @param name as they say it; may be blank
     * @param phone as they say it; may be blank
     */
    record Wish(String email, String name, String phone) {}

    /** How it went. */
    sealed interface Made {
        /** RevKeen has them. */
        record Done(RemoteCustomers.Entry customer) implements Made {}

        /** It has not; the sentence says why and what to do. */
        record Not(Sentence why) implements Made {}
    }
}
