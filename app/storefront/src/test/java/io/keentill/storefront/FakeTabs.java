package io.keentill.storefront;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.payment.Hold;
import io.keentill.engine.payment.HoldResult;
import io.keentill.engine.payment.TabDesk;
import java.util.Optional;

/** Lets go of what a task names, once the terminal of {@link FakeTill} has answered. */
final class FakeTabs implements TabDesk {

    private final FakeTill till;
    String refuses;

    FakeTabs(FakeTill till) {
        this.till = till;
    }

    @Override
    public HoldResult letGo(String holdId, String operator) {
        if (refuses != null) {
            return new HoldResult.Refused(Sentence.quoted(refuses));
        }
        till.tasks.removeIf(t -> t.id().equals(holdId));
        return new HoldResult.Done(
                till.runOnTerminal(PaymentKind.RELEASE, "gone", Money.of(50_00, Sample.GBP), operator));
    }

    @Override
    public HoldResult hold(String orderId, Money amount, String operator) {
        throw new UnsupportedOperationException("No screen holds money yet");
    }

    @Override
    public CardResult complete(String orderId, Money amount, String operator) {
        throw new UnsupportedOperationException("No screen takes held money yet");
    }

    @Override
    public HoldResult release(String orderId, String operator) {
        throw new UnsupportedOperationException("No screen lets go of a sale's hold yet");
    }

    @Override
    public Optional<Hold> holdOn(String orderId) {
        return Optional.empty();
    }
}
