package io.keentill.engine.payment;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.text.Sentence;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tabs of this till: pre-authorisation, completion and release through the same stored states as any payment. */
public final class Tabs implements TabDesk {

    private static final System.Logger LOG = System.getLogger(Tabs.class.getName());

    private final TillStore store;
    private final Payments payments;

    /** Tabs on the terminal of {@code payments}. */
    public Tabs(TillStore store, Payments payments) {
        this.store = store;
        this.payments = payments;
    }

    @Override
    public HoldResult hold(String orderId, Money amount, String operator) {
        boolean able = payments.terminal()
                .filter(t -> t.capabilities().contains(Capability.PRE_AUTHORISATION))
                .isPresent();
        return able
                ? result(payments.run(new TabIntent.Holding(orderId, amount), operator))
                : new HoldResult.Refused(Sentence.of(
                        "payment.this-terminal-cannot-hold-money-on",
                        "This terminal cannot hold money on a card for the till."));
    }

    @Override
    public CardResult complete(String orderId, @Nullable Money amount, String operator) {
        return payments.paid(payments.run(new TabIntent.Taking(orderId, amount), operator));
    }

    @Override
    public HoldResult release(String orderId, String operator) {
        return result(payments.run(new TabIntent.LettingGo(orderId), operator));
    }

    @Override
    public HoldResult letGo(String holdId, String operator) {
        return payments.attempt(holdId)
                .map(PaymentAttempt::orderId)
                .map(orderId -> release(orderId, operator))
                .orElseGet(() -> new HoldResult.Refused(Sentence.of(
                        "payment.this-till-knows-no-such-hold",
                        "This till knows no such hold. Look at the tasks again.")));
    }

    private static HoldResult result(DirectResult result) {
        return switch (result) {
            case DirectResult.Refused no -> new HoldResult.Refused(no.message());
            case DirectResult.Ran(PaymentAttempt attempt) -> {
                if (attempt.state().isOpen()) {
                    yield new HoldResult.NotKnown(attempt);
                }
                yield attempt.moved() ? new HoldResult.Done(attempt) : new HoldResult.NotDone(attempt);
            }
        };
    }

    @Override
    public Optional<Hold> holdOn(String orderId) {
        try {
            return store.read(view -> Hold.of(view.attemptsOf(orderId)));
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "The hold of a sale could not be read", e);
            return Optional.empty();
        }
    }
}
