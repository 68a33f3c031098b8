package io.keentill.engine.paylink;

import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is to be seen of the links that run; tells each change once. In memory alone: it is seen anew after a start. */
final class LinkBoard {

    private final Map<String, PayLink> links = new ConcurrentHashMap<>();
    private final TillEvents events;

    LinkBoard(TillEvents events) {
        this.events = events;
    }

    Optional<PayLink> of(String attemptId) {
        return Optional.ofNullable(links.get(attemptId));
    }

    /** The page is known. */
    void page(PaymentAttempt attempt, String url, @Nullable Instant expiresAt) {
        change(attempt, link -> {
            PayLink.Stage stage = link.stage() == PayLink.Stage.ASKING ? PayLink.Stage.WAITING : link.stage();
            return new PayLink(
                    link.attemptId(), link.reference(), link.orderId(), link.amount(), stage, url, expiresAt, null);
        });
    }

    /** It is to end; what trouble there is stays in sight. */
    void ending(PaymentAttempt attempt) {
        change(
                attempt,
                link -> link.stage() == PayLink.Stage.ENDING || link.stage() == PayLink.Stage.DISPUTED
                        ? link
                        : link.at(PayLink.Stage.ENDING, link.trouble()));
    }

    /** RevKeen has told where it stands. */
    void stage(PaymentAttempt attempt, PayLink.Stage stage) {
        change(attempt, link -> link.at(stage, null));
    }

    void trouble(PaymentAttempt attempt, Sentence why) {
        change(attempt, link -> link.stage() == PayLink.Stage.DISPUTED ? link : link.at(link.stage(), why));
    }

    /** RevKeen took another amount than was asked for. */
    void disputed(PaymentAttempt attempt, Sentence why) {
        change(attempt, link -> link.at(PayLink.Stage.DISPUTED, why));
    }

    void over(String attemptId) {
        links.remove(attemptId);
    }

    /** A new one, for whoever asked for it; told when something comes of it. */
    PayLink begun(PaymentAttempt attempt) {
        return links.computeIfAbsent(attempt.id(), id -> fresh(attempt));
    }

    private void change(PaymentAttempt attempt, UnaryOperator<PayLink> how) {
        PayLink before = begun(attempt);
        PayLink after = how.apply(before);
        if (!after.equals(before)) {
            links.put(attempt.id(), after);
            events.publish(new TillEvent.LinkChanged(after));
        }
    }

    private static PayLink fresh(PaymentAttempt attempt) {
        return new PayLink(
                attempt.id(),
                attempt.reference(),
                Objects.requireNonNull(attempt.orderId()),
                attempt.amount(),
                PayLink.Stage.ASKING,
                null,
                null,
                null);
    }
}
