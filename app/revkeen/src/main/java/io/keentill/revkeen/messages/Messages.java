package io.keentill.revkeen.messages;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;
import io.keentill.revkeen.json.Fields;
import java.util.Map;

/** Messages to customers by e-mail, SMS and WhatsApp (section B.29). */
public final class Messages {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public Messages(Caller caller) {
        this.caller = caller;
    }

    /** {@code POST /comms/send}, scope comms:write; 400. */
    @Endpoint("POST /comms/send")
    public ApiCall<SentMessage> send(MessageRequest request) {
        return caller.prepare("POST", Paths.of("comms", "send"), Body.of(request), SentMessage::read);
    }

    /** Reads a stored reply to {@link #send}; {@link IllegalArgumentException} when these bytes are none. */
    public SentMessage parse(byte[] body) {
        return Caller.parse(body, SentMessage::read);
    }

    /** {@code GET /comms/threads}, scope comms:read; 401; conversations, untyped in the API. */
    @Endpoint("GET /comms/threads")
    public Listing<Map<String, Object>> threads(ThreadQuery filter) {
        return caller.list(
                Paths.of("comms", "threads"), Paths.Query.of(filter), Envelope.OFFSET.named("threads"), Fields::all);
    }

    /** {@code GET /comms/threads/{threadId}/messages}, scope comms:read; untyped in the API; 404. */
    @Endpoint("GET /comms/threads/{threadId}/messages")
    public Listing<Map<String, Object>> messages(String threadId) {
        return caller.list(
                Paths.of("comms", "threads", threadId, "messages"),
                new Paths.Query(),
                Envelope.OFFSET.named("messages"),
                Fields::all);
    }
}
