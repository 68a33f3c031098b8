package io.keentill.sandbox.api;

import io.keentill.sandbox.data.Database;
import io.keentill.sandbox.data.Ids;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The controls that parts of the API add below {@code /sandbox}: what no call of the API can bring about, such as a
 * cardholder's complaint. They need no key; who may reach them at all is decided before.
 */
public final class Controls {
    private static final Keys.ApiKey NOBODY = new Keys.ApiKey("", Set.of(), Versions.CURRENT, null, null);

    private final Router router;
    private final Database database;
    private final InstantSource clock;
    private final Ids ids;

    /** The controls of these groups. */
    public Controls(List<Group> groups, Database database, InstantSource clock, Ids ids) {
        this.router = new Router(
                groups.stream().flatMap(group -> group.controls().stream()).toList());
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    /** A control; its handler may change anything. */
    public static Endpoint control(String method, String path, Shape input, Endpoint.Handler handler) {
        return new Endpoint(method, path, "", ErrorShape.E1, input, handler);
    }

    /** The answer to a request that is one of these controls, else null. */
    public @Nullable Reply handle(ApiRequest request) {
        Router.Route route = router.find(request.method(), request.segments());
        if (route == null) {
            return null;
        }
        ObjectNode body = request.body().isBlank() ? Json.object() : Json.objectOrNull(request.body());
        if (body == null) {
            throw Refusal.invalid(null, "The body must be one JSON object.");
        }
        ObjectNode input = route.endpoint().input().read(body);
        Map<String, String> path = route.path();
        return database.transaction(tx -> {
            Work work = Work.own(tx, clock.instant(), ids);
            return route.endpoint().handler().handle(new Call(work, NOBODY, "", path, request.query(), input));
        });
    }
}
