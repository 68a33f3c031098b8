package io.keentill.storefront;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.TillEvent;
import io.keentill.engine.paylink.LinkDesk;
import io.keentill.engine.paylink.LinkResult;
import io.keentill.engine.paylink.PayLink;
import java.util.Optional;

/** One link at a time, which goes on when a test says so. */
final class FakeLinks implements LinkDesk {

    static final String PAGE = "https://pay.example/c/4f7a2c9e51";

    private final FakeTill till;
    private PaymentAttempt attempt;
    private PayLink link;
    boolean offered = true;
    boolean endWanted;
    String refuses;
    /** Happens after the answer is known and before it arrives. */
    Runnable whileAsked = () -> {};

    FakeLinks(FakeTill till) {
        this.till = till;
    }

    @Override
    public boolean isOffered() {
        return offered;
    }

    @Override
    public LinkResult show(String orderId, Money amount, String operator) {
        if (refuses != null) {
            return new LinkResult.Refused(Sentence.quoted(refuses));
        }
        endWanted = false;
        String reference = "L7QK2M" + till.charges++;
        attempt = Sample.attempt(
                        till.id(), reference, orderId, PaymentKind.SALE, amount, "paylink:" + reference, operator)
                .sent("", FakeTill.NOW);
        till.opened(attempt);
        link = new PayLink(attempt.id(), attempt.reference(), orderId, amount, PayLink.Stage.ASKING, null, null, null);
        return new LinkResult.Begun(link);
    }

    @Override
    public Optional<PayLink> of(String attemptId) {
        Optional<PayLink> known =
                Optional.ofNullable(link).filter(l -> l.attemptId().equals(attemptId));
        whileAsked.run();
        return known;
    }

    @Override
    public void end(String attemptId) {
        endWanted = true;
        tell(PayLink.Stage.ENDING, null);
    }

    @Override
    public boolean setAside(String attemptId) {
        return link != null;
    }

    /** RevKeen tells the page. */
    void opens() {
        tell(PayLink.Stage.WAITING, null);
    }

    void tell(PayLink.Stage stage, String trouble) {
        link = new PayLink(
                link.attemptId(),
                link.reference(),
                link.orderId(),
                link.amount(),
                stage,
                PAGE,
                FakeTill.NOW.plusSeconds(3600),
                trouble == null ? null : Sentence.quoted(trouble));
        till.events().publish(new TillEvent.LinkChanged(link));
    }

    /** RevKeen tells the outcome. */
    void resolves(AttemptState outcome) {
        link = null;
        till.resolve(outcome);
    }
}
