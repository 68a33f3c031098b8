package io.keentill.device.zvt;

import io.keentill.device.link.LinkException;
import io.keentill.domain.text.Sentence;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks a terminal for its last payment, as after a power failure: 05 01, 06 00 if needed, 06 20 without print. */
final class LastPayment {

    /** What it says. */
    sealed interface Answer {

        /** This was the last. */
        record Known(StatusInfo last) implements Answer {}

        /** There was none yet. */
        record None() implements Answer {}

        /** It answers, but does not tell. */
        record Untold(ResultCode code) implements Answer {}

        /** It took our registration, but knows no 06 20. */
        record Unsupported(ResultCode code) implements Answer {}

        /** It does something else. */
        record Busy() implements Answer {}

        /** It does not answer. */
        record Unreachable(Sentence why) implements Answer {}
    }

    private static final int MOST_TRIES = 3;
    private static final int NOT_REGISTERED = 0x6B;
    private static final int UNKNOWN_COMMAND = 0x83;
    /** Reversal impossible and its relatives: nothing there to repeat. */
    private static final Set<Integer> NOTHING_THERE = Set.of(0xB4, 0xB5, 0xB7);

    private final Connection connection;

    LastPayment(Connection connection) {
        this.connection = connection;
    }

    /**
     * Asks, and leaves a link on which the next answer is that to the next command: it may decide about money. So it asks
     * again, on a new link, until the line was in order throughout.
     */
    Answer ready(@Nullable Currency currency, Duration patience) {
        for (int i = 0; i < MOST_TRIES; i++) {
            boolean used = connection.isOpen();
            Answer answer = settled(currency, patience);
            if (connection.isClean() && !(used && answer instanceof Answer.Unreachable)) {
                return answer;
            }
            connection.drop();
        }
        return new Answer.Unreachable(Sentence.of(
                "zvt.the-line-to-the-terminal-is-disturbed",
                "The line to the terminal is disturbed. Check its cable, then try again"));
    }

    private Answer settled(@Nullable Currency currency, Duration patience) {
        try {
            connection.settle();
        } catch (LinkException e) {
            connection.drop();
            return new Answer.Unreachable(LinkException.said(e));
        }
        return ask(currency, false, patience);
    }

    /**
     * Asks. Drops the connection if the terminal does not answer. That it does not tell is believed only on a new link: on
     * one that was in use, it may be the answer to something earlier.
     *
     * @param currency to register for; null if any will do
     * @param enquire whether to send 05 01 first
     * @param patience how long a busy terminal is asked again
     */
    Answer ask(@Nullable Currency currency, boolean enquire, Duration patience) {
        boolean used = connection.isOpen();
        Answer answer = once(currency, enquire, patience);
        if (used && (answer instanceof Answer.Untold || answer instanceof Answer.Unsupported)) {
            connection.drop();
            answer = once(currency, enquire, patience);
        }
        if (!connection.isRegistered(null)) {
            connection.drop();
        }
        return answer;
    }

    private Answer once(@Nullable Currency currency, boolean enquire, Duration patience) {
        try {
            Answer answer = steps(currency, enquire, patience);
            if (answer instanceof Answer.Unreachable || answer instanceof Answer.Busy) {
                connection.drop();
            }
            return answer;
        } catch (LinkException e) {
            connection.drop();
            return new Answer.Unreachable(LinkException.said(e));
        }
    }

    private Answer steps(@Nullable Currency currency, boolean enquire, Duration patience) throws LinkException {
        if (enquire) {
            Service.Result status = connection.status(patience);
            if (!(status instanceof Service.Result.Done) && !refusedWith(status, NOT_REGISTERED, UNKNOWN_COMMAND)) {
                return failure(status);
            }
        }
        Answer registration = register(currency, patience);
        if (registration != null) {
            return registration;
        }
        Service.Result repeated = connection.repeatLast(patience);
        if (refusedWith(repeated, NOT_REGISTERED)) {
            // It was restarted and forgot us, and the link did not notice.
            connection.drop();
            registration = register(currency, patience);
            repeated = registration == null ? connection.repeatLast(patience) : repeated;
        }
        return registration == null ? last(repeated) : registration;
    }

    private @Nullable Answer register(@Nullable Currency currency, Duration patience) throws LinkException {
        if (connection.isOpen() && connection.isRegistered(currency)) {
            return null;
        }
        Service.Result result = connection.register(currency, patience);
        return result instanceof Service.Result.Done ? null : failure(result);
    }

    private static Answer last(Service.Result result) {
        return switch (result) {
            case Service.Result.Done(var _, List<StatusInfo> statuses, var _) ->
                statuses.isEmpty()
                        ? new Answer.Unsupported(ResultCode.of(UNKNOWN_COMMAND))
                        : new Answer.Known(statuses.getLast());
            case Service.Result.Refused(int code) when NOTHING_THERE.contains(code) -> new Answer.None();
            case Service.Result.Refused(int code)
            when code == UNKNOWN_COMMAND -> new Answer.Unsupported(ResultCode.of(code));
            default -> failure(result);
        };
    }

    private static Answer failure(Service.Result result) {
        return switch (result) {
            case Service.Result.Busy() -> new Answer.Busy();
            case Service.Result.Silent() ->
                new Answer.Unreachable(Sentence.of(
                        "zvt.the-terminal-does-not-answer-check",
                        "The terminal does not answer. Check that it is on and shows its start screen"));
            case Service.Result.Refused(int code) -> new Answer.Untold(ResultCode.of(code));
            case Service.Result.Done _ -> new Answer.Untold(ResultCode.of(UNKNOWN_COMMAND));
        };
    }

    private static boolean refusedWith(Service.Result result, int... codes) {
        return result instanceof Service.Result.Refused(int code)
                && java.util.Arrays.stream(codes).anyMatch(one -> one == code);
    }
}
