package io.keentill.device.nexo;

import io.keentill.device.http.HttpCall;
import io.keentill.device.http.HttpClient;
import io.keentill.device.http.HttpLimits;
import io.keentill.device.http.HttpReply;
import io.keentill.device.http.HttpResult;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.nexo.message.Envelope;
import io.keentill.device.nexo.message.Json;
import io.keentill.device.nexo.message.UntrustedMessage;
import io.keentill.device.terminal.FrameTrace;
import io.keentill.device.terminal.TraceMask;
import io.keentill.domain.text.Sentence;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sends requests, each once, sealed; opens what comes back and makes sure that it answers them. */
final class Wire {

    private static final HttpLimits LIMITS = new HttpLimits(Duration.ofSeconds(5), 16 * 1024, 512 * 1024);

    private final HttpClient http;
    private final FrameTrace trace;
    private final RandomGenerator random;

    /** A line of its own, so that a question need not wait for a payment. */
    Wire(LinkOpener links, LinkAddress link, NexoSettings settings, FrameTrace trace, RandomGenerator random) {
        this.http = new HttpClient(
                links,
                link.over(link.kind(), Set.of()),
                new HttpLimits(settings.connect(), LIMITS.headBytes(), LIMITS.bodyBytes()));
        this.trace = trace;
        this.random = random;
    }

    /** Sends {@code message} once. */
    Reply send(ObjectNode message, Terms terms, Duration within) {
        JsonNode header = message.path("SaleToPOIRequest").path("MessageHeader");
        trace.frame(FrameTrace.Direction.OUT, TraceMask.of(message.toString()));
        String sealed = new String(Json.bytes(Envelope.seal(message, terms.key(), random)), StandardCharsets.UTF_8);
        Reply reply = switch (http.exchange(HttpCall.postJson("/nexo", sealed), within)) {
            case HttpResult.NotSent(Sentence why) -> new Reply.NotSent(Sentence.of("text.stop", "{0}.", why));
            case HttpResult.NoAnswer(Sentence why) -> new Reply.Lost(Sentence.of("text.stop", "{0}.", why));
            case HttpResult.Answered answered -> read(answered.reply(), header, terms);
        };
        trace.frame(FrameTrace.Direction.IN, TraceMask.of(String.valueOf(reply)));
        return reply;
    }

    private static Reply read(HttpReply reply, JsonNode header, Terms terms) {
        if (reply.status() == 400 || reply.status() == 401 || reply.status() == 403 || reply.status() == 404) {
            return new Reply.Refused(reply.status());
        }
        if (reply.status() != 200) {
            return new Reply.Lost(Sentence.of(
                    "nexo.the-terminal-answered-with-status",
                    "The terminal answered with status {0}.",
                    reply.status()));
        }
        if (reply.body().length == 0
                && header.path("MessageCategory").asString("").equals("Abort")) {
            return new Reply.Answered(Json.object());
        }
        try {
            JsonNode message =
                    Envelope.open(Json.read(reply.body()), terms.key()).path("SaleToPOIResponse");
            JsonNode answered = message.path("MessageHeader");
            for (String field : new String[] {"ServiceID", "SaleID", "POIID", "MessageCategory"}) {
                if (!answered.path(field).equals(header.path(field))) {
                    return new Reply.Lost(Sentence.of(
                            "nexo.the-terminal-answered-something-else-its",
                            "The terminal answered something else: its {0} differs.",
                            field));
                }
            }
            return new Reply.Answered(
                    message.path(header.path("MessageCategory").asString() + "Response"));
        } catch (UntrustedMessage e) {
            return new Reply.Lost(
                    Sentence.of("nexo.the-answer-cannot-be-trusted", "The answer cannot be trusted: {0}.", e.said()));
        }
    }

    /** Hangs up; a waiting exchange ends as lost. */
    void close() {
        http.close();
    }
}
