package io.keentill.revkeen.events;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;

/** What happened (section B.26). */
public final class Events {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public Events(Caller caller) {
        this.caller = caller;
    }

    /** {@code GET /events/{id}}, scope events:read; 404. */
    @Endpoint("GET /events/{id}")
    public ApiResult<Event> get(String id) {
        return caller.get(Paths.of("events", id), Event::read);
    }

    /** {@code GET /events}, scope events:read, newest first where stated; 401. */
    @Endpoint("GET /events")
    public Listing<Event> list(EventQuery filter) {
        return caller.list(Paths.of("events"), Paths.Query.of(filter), Envelope.CURSOR, Event::read);
    }

    /** {@code POST /events/{id}/resend}, scope events:write; to all endpoints again; 401, 404. */
    @Endpoint("POST /events/{id}/resend")
    public ApiCall<ResentEvent> resend(String id) {
        return caller.prepare("POST", Paths.of("events", id, "resend"), null, ResentEvent::read);
    }

    /** {@code POST /events/test}, scope events:write; {@code type} such as {@code order.created}; 400, 401. */
    @Endpoint("POST /events/test")
    public ApiCall<TestEvent> test(String type) {
        return caller.prepare("POST", Paths.of("events", "test"), new Body().put("type", type), TestEvent::read);
    }

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public Event parse(byte[] body) {
        return Caller.parse(body, Event::read);
    }
}
