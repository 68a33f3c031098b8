package io.keentill.device.weblink;

import io.keentill.device.link.Deadline;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.domain.text.Sentence;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What became of an earlier attempt. First by our {@code uti}; where the terminal does not know it, its history says
 * whether anything like it happened at all, since an older build may have given it another id.
 */
final class Inquiry {

    private static final Duration BEFORE = Duration.ofMinutes(10);
    private static final Duration AFTER = Duration.ofMinutes(15);

    private final Calls calls;
    private final WebLinkSettings settings;
    private final ZoneId zone;
    private final Map<String, Deadline> firstAsked = new HashMap<>();

    Inquiry(Calls calls, WebLinkSettings settings, ZoneId zone) {
        this.calls = calls;
        this.settings = settings;
        this.zone = zone;
    }

    QueryAnswer ask(Pairings.Paired paired, PastAttempt attempt) {
        QueryAnswer answer = asked(paired, attempt);
        if (answer instanceof QueryAnswer.Found || answer instanceof QueryAnswer.NotFound) {
            firstAsked.remove(attempt.reference());
        }
        return answer;
    }

    private QueryAnswer asked(Pairings.Paired paired, PastAttempt attempt) {
        String hint = attempt.recoveryHint().strip();
        String uti = hint.isEmpty() ? WireType.uti(attempt.reference()) : hint;
        return switch (calls.poll(paired, uti)) {
            case Reply.NotSent(Sentence why) -> new QueryAnswer.Unreachable(why);
            case Reply.Lost(Sentence why) -> new QueryAnswer.Unreachable(why);
            case Reply.Answered answer -> read(paired, attempt, uti, answer);
        };
    }

    private QueryAnswer read(Pairings.Paired paired, PastAttempt attempt, String uti, Reply.Answered answer) {
        return switch (answer.status()) {
            case 200 ->
                answer.object()
                        .map(Result::new)
                        .filter(Result::isFinal)
                        .filter(result -> result.uti().equals(uti))
                        .map(result -> result(paired, attempt, result))
                        .orElse(new QueryAnswer.InProgress());
            case 206 -> new QueryAnswer.InProgress();
            case 404 -> unknown(paired, attempt);
            case 403 ->
                new QueryAnswer.Unreachable(Sentence.of(
                        "weblink.the-terminal-no-longer-knows-this",
                        "The terminal no longer knows this till: pair it again"));
            default ->
                new QueryAnswer.Unreachable(
                        Sentence.of("weblink.the-terminal-answered-2", "The terminal answered: {0}", answer.words()));
        };
    }

    private QueryAnswer result(Pairings.Paired paired, PastAttempt attempt, Result result) {
        if (WireType.namedByOriginal(attempt.kind()) && !WireType.fits(attempt.kind(), result.type())) {
            // It still shows the payment that was to be undone or completed: ours never ran, once nothing runs.
            return idle(paired, attempt, new QueryAnswer.NotFound());
        }
        Outcome outcome = new Judge(attempt.kind(), attempt.amount(), attempt.reference()).of(result);
        return outcome instanceof Outcome.Unknown(Sentence why)
                ? new QueryAnswer.CannotTell(why)
                : new QueryAnswer.Found(outcome);
    }

    private QueryAnswer unknown(Pairings.Paired paired, PastAttempt attempt) {
        QueryAnswer idle = idle(paired, attempt, new QueryAnswer.NotFound());
        if (!(idle instanceof QueryAnswer.NotFound) || takesOurIds()) {
            return idle;
        }
        return switch (calls.history(paired)) {
            case Reply.NotSent(Sentence why) -> new QueryAnswer.Unreachable(why);
            case Reply.Lost(Sentence why) -> new QueryAnswer.Unreachable(why);
            case Reply.Answered answer when answer.status() == 206 -> new QueryAnswer.InProgress();
            case Reply.Answered answer -> byHistory(attempt, answer);
        };
    }

    private boolean takesOurIds() {
        try {
            return calls.pairings().takesOurIds();
        } catch (IOException unreadable) {
            return false; // then the history decides
        }
    }

    /** {@code then}, unless the terminal is at work or the start may still be on its way. */
    private QueryAnswer idle(Pairings.Paired paired, PastAttempt attempt, QueryAnswer then) {
        // Measured from our first question and not from the wall clock, which may have been set meanwhile.
        if (!firstAsked
                .computeIfAbsent(attempt.reference(), reference -> Deadline.in(settings.grace()))
                .passed()) {
            return new QueryAnswer.InProgress();
        }
        return switch (calls.report(paired, "STATUS_CHECK")) {
            case Reply.NotSent(Sentence why) -> new QueryAnswer.Unreachable(why);
            case Reply.Lost(Sentence why) -> new QueryAnswer.Unreachable(why);
            case Reply.Answered answer -> answer.status() == 206 ? new QueryAnswer.InProgress() : then;
        };
    }

    private QueryAnswer byHistory(PastAttempt attempt, Reply.Answered answer) {
        Optional<JsonNode> list = answer.json().filter(JsonNode::isArray);
        if (answer.status() != 200 || list.isEmpty()) {
            return new QueryAnswer.CannotTell(Sentence.of(
                    "weblink.the-terminal-does-not-know-the-payment",
                    "The terminal does not know the payment by our number, and does not show its" + " history: {0}",
                    answer.words()));
        }
        for (JsonNode entry : list.get()) {
            if (mayBe(attempt, new Result(entry), entry)) {
                return new QueryAnswer.CannotTell(Sentence.of(
                        "weblink.the-terminal-does-not-know-the-payment-by",
                        "The terminal does not know the payment by our number, but its history shows one"
                                + " of the same amount at {0}, receipt {1}. Compare the slips",
                        entry.path("transDateTime").asString("?"),
                        entry.path("receiptNumber").asString("?")));
            }
        }
        return new QueryAnswer.NotFound();
    }

    private boolean mayBe(PastAttempt attempt, Result result, JsonNode entry) {
        long amount = entry.path("totalAmountTrans").asLong(attempt.amount().minor());
        if (!result.approved() || amount > attempt.amount().minor() || !WireType.fits(attempt.kind(), result.type())) {
            return false;
        }
        try {
            LocalDateTime at = LocalDateTime.parse(entry.path("transDateTime").asString(""));
            LocalDateTime sent = LocalDateTime.ofInstant(attempt.sentAt(), zone);
            return at.isAfter(sent.minus(BEFORE)) && at.isBefore(sent.plus(AFTER));
        } catch (DateTimeParseException unreadable) {
            return true; // when it cannot be told apart, it is not ruled out
        }
    }
}
