package io.keentill.device.weblink;

import io.keentill.device.link.Deadline;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.domain.text.Sentence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What became of an earlier attempt. First by our {@code uti}. A terminal that does not know that number proves nothing: it
 * may have given the payment another, or forgotten it. That the attempt never was is said only if its history shows the
 * payment before it, and nothing after that which may be it.
 */
final class Inquiry {

    private final Calls calls;
    private final WebLinkSettings settings;
    private final Map<String, Deadline> firstAsked = new HashMap<>();

    Inquiry(Calls calls, WebLinkSettings settings) {
        this.calls = calls;
        this.settings = settings;
    }

    QueryAnswer ask(Pairings.Paired paired, PastAttempt attempt) {
        QueryAnswer answer = asked(paired, attempt);
        if (answer instanceof QueryAnswer.Found || answer instanceof QueryAnswer.NotFound) {
            firstAsked.remove(attempt.reference());
        }
        return answer;
    }

    private QueryAnswer asked(Pairings.Paired paired, PastAttempt attempt) {
        Hint hint = Hint.parse(attempt.recoveryHint(), attempt.reference());
        return switch (calls.poll(paired, hint.uti())) {
            case Reply.NotSent(Sentence why) -> new QueryAnswer.Unreachable(why);
            case Reply.Lost(Sentence why) -> new QueryAnswer.Unreachable(why);
            case Reply.Answered answer -> read(paired, attempt, hint, answer);
        };
    }

    private QueryAnswer read(Pairings.Paired paired, PastAttempt attempt, Hint hint, Reply.Answered answer) {
        return switch (answer.status()) {
            case 200 ->
                answer.object()
                        .map(Result::new)
                        .filter(Result::isFinal)
                        .filter(result -> result.uti().equals(hint.uti()))
                        .map(result -> result(paired, attempt, hint, result))
                        .orElse(new QueryAnswer.InProgress());
            case 206 -> new QueryAnswer.InProgress();
            case 404 -> absent(paired, attempt, hint);
            case 403 ->
                new QueryAnswer.Unreachable(Sentence.of(
                        "weblink.the-terminal-no-longer-knows-this",
                        "The terminal no longer knows this till: pair it again"));
            default ->
                new QueryAnswer.Unreachable(
                        Sentence.of("weblink.the-terminal-answered-2", "The terminal answered: {0}", answer.words()));
        };
    }

    private QueryAnswer result(Pairings.Paired paired, PastAttempt attempt, Hint hint, Result result) {
        return switch (Shown.of(attempt.kind(), attempt.reference(), hint.was(), result)) {
            case EARLIER, ANOTHERS -> absent(paired, attempt, hint);
            case UNTOLD -> new QueryAnswer.CannotTell(Judge.untold(attempt.kind()));
            case OURS -> judged(attempt, result);
        };
    }

    private QueryAnswer judged(PastAttempt attempt, Result result) {
        Outcome outcome = new Judge(attempt.kind(), attempt.amount(), attempt.reference()).of(result);
        if (outcome instanceof Outcome.Unknown(Sentence why)) {
            return new QueryAnswer.CannotTell(why);
        }
        calls.pairings().approvals().note(attempt.reference(), attempt.kind(), outcome);
        return new QueryAnswer.Found(outcome);
    }

    /** The terminal has no result of ours. It never will have one once no start is on its way and nothing runs. */
    private QueryAnswer absent(Pairings.Paired paired, PastAttempt attempt, Hint hint) {
        // Measured from our first question and not from the wall clock, which may have been set meanwhile.
        if (!firstAsked
                .computeIfAbsent(attempt.reference(), reference -> Deadline.in(settings.grace()))
                .passed()) {
            return new QueryAnswer.InProgress();
        }
        return switch (calls.report(paired, "STATUS_CHECK")) {
            case Reply.NotSent(Sentence why) -> new QueryAnswer.Unreachable(why);
            case Reply.Lost(Sentence why) -> new QueryAnswer.Unreachable(why);
            case Reply.Answered answer when answer.status() == 206 -> new QueryAnswer.InProgress();
            case Reply.Answered idle -> byBooks(paired, attempt, hint);
        };
    }

    private QueryAnswer byBooks(Pairings.Paired paired, PastAttempt attempt, Hint hint) {
        return switch (calls.history(paired)) {
            case Reply.NotSent(Sentence why) -> new QueryAnswer.Unreachable(why);
            case Reply.Lost(Sentence why) -> new QueryAnswer.Unreachable(why);
            case Reply.Answered answer when answer.status() == 206 -> new QueryAnswer.InProgress();
            case Reply.Answered answer -> byBooks(attempt, hint, answer);
        };
    }

    private QueryAnswer byBooks(PastAttempt attempt, Hint hint, Reply.Answered answer) {
        Optional<JsonNode> list = answer.json().filter(JsonNode::isArray);
        if (answer.status() != 200 || list.isEmpty()) {
            return new QueryAnswer.CannotTell(Sentence.of(
                    "weblink.the-terminal-does-not-know-the-payment",
                    "The terminal does not know the payment by our number, and does not show its" + " history: {0}",
                    answer.words()));
        }
        Books books = new Books(list.get());
        List<Booked> others = calls.pairings().approvals().others(attempt.reference());
        Optional<JsonNode> candidate = books.mayBe(hint.after(), others);
        if (candidate.isPresent()) {
            return new QueryAnswer.CannotTell(Sentence.of(
                    "weblink.the-terminal-does-not-know-the-payment-by",
                    "The terminal does not know the payment by our number, but its history shows one that may"
                            + " be it: {2} in minor units at {0}, receipt {1}. Compare the slips",
                    candidate.get().path("transDateTime").asString("?"),
                    candidate.get().path("receiptNumber").asString("?"),
                    candidate.get().path("totalAmountTrans").asString("?")));
        }
        return books.reachesBackTo(hint.after())
                ? new QueryAnswer.NotFound()
                : new QueryAnswer.CannotTell(Sentence.of(
                        "weblink.its-history-does-not-reach-back",
                        "The terminal does not know the payment by our number, and its history does not reach"
                                + " back to the payment before it. Look at its slips or its totals"));
    }
}
