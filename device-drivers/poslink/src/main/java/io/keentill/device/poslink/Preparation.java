package io.keentill.device.poslink;

import io.keentill.device.link.Deadline;
import io.keentill.device.poslink.Inquiry.Record;
import io.keentill.device.poslink.RecoveryHint.Mark;
import io.keentill.device.terminal.Original;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything before a payment is sent: what can be checked here, that the terminal is idle, what its last transaction is, and
 * for a void or completion that the original is still in the open batch under its own reference. The terminal's number alone
 * would name another customer's payment after the batch was closed.
 */
final class Preparation {

    private static final long MOST = 999_999_999;

    private final Inquiry inquiry;
    private final PoslinkSettings settings;
    private final TerminalRequest request;
    private final Running running;

    Preparation(Inquiry inquiry, PoslinkSettings settings, TerminalRequest request, Running running) {
        this.inquiry = inquiry;
        this.settings = settings;
        this.request = request;
        this.running = running;
    }

    /** What came of it. */
    sealed interface Result {

        /** It can be sent. */
        record Ready(RecoveryHint hint, @Nullable Transaction original) implements Result {}

        /** It cannot be sent; nothing was. */
        record Obstacle(Sentence why) implements Result {}

        /** Somebody asked to stop meanwhile. */
        record Stopped() implements Result {}
    }

    Result prepare() {
        Optional<Sentence> obstacle = obstacle();
        if (obstacle.isPresent()) {
            return new Result.Obstacle(obstacle.get());
        }
        Record last = whenIdle(inquiry::last);
        if (running.cancelled()) {
            return new Result.Stopped();
        }
        if (last instanceof Record.Busy || last instanceof Record.Unreachable) {
            return new Result.Obstacle(reason(last));
        }
        return names(request.kind()) ? withOriginal(last) : ready(last, null);
    }

    /** What a linked refund gives back. */
    static Requests.@Nullable Refunded refunded(TerminalRequest request) {
        return request.kind() == PaymentKind.REFUND
                ? request.earlier()
                        .map(original -> new Requests.Refunded(reference(original), original.card()))
                        .orElse(null)
                : null;
    }

    private Optional<Sentence> obstacle() {
        if (!request.amount().currency().equals(settings.currency())) {
            return Optional.of(Sentence.of(
                    "poslink.this-terminal-is-set-up-for-the",
                    "This terminal is set up for {0}, the payment is in {1}. If the terminal takes"
                            + " {1}, add ?currency={1} to its address",
                    settings.currency(),
                    request.amount().currency()));
        }
        if (request.amount().minor() < 1 || request.amount().minor() > MOST) {
            return Optional.of(Sentence.of(
                    "poslink.the-terminal-takes-amounts-from-to",
                    "The terminal takes amounts from 0.01 to 9999999.99"));
        }
        boolean beyond = request.kind() == PaymentKind.COMPLETION
                && request.earlier()
                        .filter(original ->
                                original.amount().minor() < request.amount().minor())
                        .isPresent();
        return beyond
                ? Optional.of(Sentence.of("poslink.no-more-can-be-taken-than", "No more can be taken than was held"))
                : Optional.empty();
    }

    private Result withOriginal(Record last) {
        Original original = request.earlier().orElseThrow();
        Record found = whenIdle(() -> inquiry.withReference(reference(original)));
        if (!(found instanceof Record.Of(Transaction transaction))) {
            return new Result.Obstacle(
                    found instanceof Record.None
                            ? Sentence.of(
                                    "poslink.the-terminal-does-not-have-this",
                                    "The terminal does not have this payment in its open batch any more. If the"
                                            + " batch was closed, give a refund")
                            : reason(found));
        }
        boolean sameAmount = transaction.amount().isPresent()
                && transaction.amount().getAsLong() == original.amount().minor();
        if (transaction.isVoid() || !sameAmount) {
            return new Result.Obstacle(Sentence.of(
                    "poslink.the-terminal-has-another-transaction-under",
                    "The terminal has another transaction under this payment's reference. Look at"
                            + " its journal, and undo it there"));
        }
        return ready(last, transaction);
    }

    private Result ready(Record last, @Nullable Transaction original) {
        Mark mark = original == null ? null : Mark.of(original);
        return Inquiry.before(EcrReference.of(request.reference()), last, mark)
                .<Result>map(hint -> new Result.Ready(hint, original))
                .orElseGet(() -> new Result.Obstacle(reason(last)));
    }

    /** Asks until the terminal takes the question, or its time is up; once more if the link was lost over it. */
    private Record whenIdle(Supplier<Record> question) {
        Deadline until = Deadline.in(settings.busy());
        Record answer = question.get();
        if (answer instanceof Record.Unreachable) {
            // A serial line that was pulled out shows it only now, and may be back.
            answer = question.get();
        }
        while (answer instanceof Record.Busy
                && !until.passed()
                && !running.cancelled()
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(until.left(settings.pause()).toNanos());
            answer = question.get();
        }
        return answer;
    }

    private static boolean names(PaymentKind kind) {
        return switch (kind) {
            case REVERSAL, COMPLETION, RELEASE -> true;
            case SALE, REFUND, PRE_AUTHORISATION -> false;
        };
    }

    /** The terminal's name of an earlier payment: as noted then, or as it would be made now. */
    private static String reference(Original original) {
        return RecoveryHint.parse(original.recoveryHint())
                .map(RecoveryHint::reference)
                .orElseGet(() -> EcrReference.of(original.reference()));
    }

    private static Sentence reason(Record record) {
        return switch (record) {
            case Record.Busy() ->
                Sentence.of(
                        "poslink.the-terminal-is-busy-or-in-its",
                        "The terminal is busy or in its menu. Nothing was sent. Wait until it shows its"
                                + " start screen, then try again");
            case Record.Unreachable(Sentence why) ->
                Sentence.of("poslink.nothing-was-sent", "{0}. Nothing was sent", why);
            case Record.Untold(Sentence why) -> Sentence.of("poslink.nothing-was-sent", "{0}. Nothing was sent", why);
            case Record.None(), Record.Of _ -> Sentence.of("poslink.nothing-was-sent-2", "Nothing was sent");
        };
    }
}
