package io.keentill.sandbox.api;

import io.keentill.sandbox.api.Answers.Claim;
import io.keentill.sandbox.api.Delivery.How;
import io.keentill.sandbox.api.Faults.Fault;
import io.keentill.sandbox.api.Keys.ApiKey;
import io.keentill.sandbox.api.Router.Route;
import io.keentill.sandbox.data.Database;
import io.keentill.sandbox.data.Ids;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Tx;
import io.keentill.sandbox.data.Work;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The platform around every endpoint: key, version, rate limit, scope, idempotency, transaction, error shape. A request
 * and the kept answer for its idempotency key commit together.
 */
public final class Gateway {
    private static final System.Logger LOG = System.getLogger(Gateway.class.getName());

    private final Router router;
    private final AccessLog access;
    private final Switches switches;
    private final Database database;
    private final Keys keys;
    private final RateLimiter limiter;
    private final Faults faults;
    private final InstantSource clock;
    private final Ids ids;
    private final Answers answers = new Answers();

    /** A request on its way: who sent it, where it goes, what it will be answered with. */
    private record Visit(ApiRequest request, @Nullable Route route, String requestId, ApiKey key, String version) {
        ErrorShape errors() {
            return route == null ? ErrorShape.PLATFORM : route.endpoint().errors();
        }

        boolean reads() {
            return request.method().equals("GET");
        }

        Reply signed(Reply reply) {
            return Gateway.signed(reply, version, requestId);
        }
    }

    /** A gateway to {@code endpoints}. */
    public Gateway(
            List<Endpoint> endpoints,
            Database database,
            Keys keys,
            RateLimiter limiter,
            Faults faults,
            AccessLog access,
            Switches switches,
            InstantSource clock,
            Ids ids) {
        this.router = new Router(endpoints);
        this.access = access;
        this.switches = switches;
        this.database = database;
        this.keys = keys;
        this.limiter = limiter;
        this.faults = faults;
        this.clock = clock;
        this.ids = ids;
    }

    /** The answer to a request, and how it is to leave. Never throws. */
    public Delivery handle(ApiRequest request) {
        Route route = router.find(request.method(), request.segments());
        Delivery delivery = handle(request, route);
        access.note(
                request.method(),
                route == null ? null : route.endpoint(),
                delivery.reply().status());
        return delivery;
    }

    private Delivery handle(ApiRequest request, @Nullable Route route) {
        String requestId = ids.prefixed("req_");
        ErrorShape errors =
                route == null ? ErrorShape.PLATFORM : route.endpoint().errors();
        String version = Versions.CURRENT;
        try {
            ApiKey key = keys.require(request, clock.instant());
            version = key.version();
            version = Versions.chosen(request.header("revkeen-version"), key.version());
            return limited(new Visit(request, route, requestId, key, version));
        } catch (Refusal refusal) {
            return whole(signed(refused(refusal, errors, requestId), version, requestId));
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.ERROR, "request " + requestId + " failed", bug);
            Refusal fault = new Refusal(500, "internal_error", "The sandbox failed; its log says why.", null);
            return whole(signed(refused(fault, errors, requestId), version, requestId));
        }
    }

    private Delivery limited(Visit visit) {
        long wait = limiter.take(visit.key().hash());
        if (wait > 0) {
            return whole(slower(visit, wait));
        }
        Fault fault = faults.take(visit.request());
        if (fault == null) {
            return whole(claimed(visit, null));
        }
        return switch (fault.kind()) {
            case DELAY, STATUS_AFTER_COMMIT -> whole(claimed(visit, fault));
            case DROP_BEFORE_COMMIT -> new Delivery(new Reply(503, Map.of(), ""), How.DROPPED);
            case DROP_AFTER_COMMIT -> new Delivery(claimed(visit, fault), How.DROPPED);
            case CUT_BODY -> new Delivery(claimed(visit, fault), How.CUT);
            case STATUS -> whole(fault.status() == 429 ? slower(visit, fault.retryAfter()) : ordered(visit, fault));
            case WRONG_JSON -> {
                Reply right = claimed(visit, fault);
                yield whole(new Reply(right.status(), right.headers(), "<html>not json</html>"));
            }
        };
    }

    private static Reply slower(Visit visit, long seconds) {
        Refusal slower = new Refusal(429, "rate_limited", "Too many requests; wait " + seconds + " s.", null);
        Reply reply = refused(slower, ErrorShape.PLATFORM, visit.requestId());
        return visit.signed(reply.with("Retry-After", Long.toString(seconds)));
    }

    private static Reply ordered(Visit visit, Fault fault) {
        Refusal ordered = new Refusal(fault.status(), "injected_fault", "A fault was ordered.", null);
        return visit.signed(refused(ordered, visit.errors(), visit.requestId()));
    }

    private Reply claimed(Visit visit, @Nullable Fault fault) {
        Optional<Claim> claim = Answers.claimed(visit.request(), visit.key().hash());
        claim.ifPresent(answers::begin);
        try {
            pause(fault != null && fault.kind() == Faults.Kind.DELAY ? fault.delayMillis() : 0);
            Ready ready = ready(visit);
            return visit.reads()
                    ? database.read(tx -> read(tx, visit, ready))
                    : database.transaction(tx -> answered(tx, visit, ready, claim, fault));
        } finally {
            claim.ifPresent(answers::end);
        }
    }

    private Reply read(Tx tx, Visit visit, Ready ready) {
        try {
            return visit.signed(run(tx, visit, ready, clock.instant()));
        } catch (Refusal refusal) {
            return visit.signed(refused(refusal, visit.errors(), visit.requestId()));
        }
    }

    private Reply answered(Tx tx, Visit visit, Ready ready, Optional<Claim> claim, @Nullable Fault fault) {
        Instant now = clock.instant();
        if (claim.isPresent()) {
            Optional<Reply> kept = Answers.find(tx, claim.get(), ready.bodyHash(), now);
            if (kept.isPresent()) {
                return kept.get();
            }
        }
        boolean keep = true;
        Reply reply;
        try {
            reply = visit.signed(run(tx, visit, ready, now));
            if (fault != null && fault.kind() == Faults.Kind.STATUS_AFTER_COMMIT) {
                reply = ordered(visit, fault);
            }
        } catch (Refusal refusal) {
            tx.undo();
            keep = refusal.status() < 500;
            reply = visit.signed(refused(refusal, visit.errors(), visit.requestId()));
        }
        if (keep && claim.isPresent()) {
            Answers.keep(tx, claim.get(), ready.bodyHash(), reply, now);
        }
        return reply;
    }

    /**
     * What can be known about a request before its transaction begins, so that the one writer need not work it out.
     *
     * @param input the checked body, null when it is refused
     * @param refusal why the request is refused already, else null
     */
    private record Ready(
            String bodyHash,
            @Nullable ObjectNode input,
            @Nullable Refusal refusal) {}

    private static Ready ready(Visit visit) {
        ApiRequest request = visit.request();
        String bodyHash = visit.reads() ? "" : Keys.hash(request.body());
        try {
            Route route = visit.route();
            if (route == null) {
                String what = request.method() + " " + request.path();
                throw new Refusal(404, "resource_missing", "No such endpoint: " + what + ".", null);
            }
            Keys.permit(visit.key(), route.endpoint().scope());
            Shape shape = route.endpoint().input();
            return new Ready(bodyHash, shape.read(body(request, shape)), null);
        } catch (Refusal refusal) {
            return new Ready(bodyHash, null, refusal);
        }
    }

    private Reply run(Tx tx, Visit visit, Ready ready, Instant now) {
        Refusal refusal = ready.refusal();
        if (refusal != null) {
            throw refusal;
        }
        Route route = Objects.requireNonNull(visit.route());
        ObjectNode input = Objects.requireNonNull(ready.input());
        ApiRequest request = visit.request();
        Work work = new Work(tx, now, ids, visit.requestId(), request.header("idempotency-key"));
        Reply reply = route.endpoint()
                .handler()
                .handle(new Call(work, visit.key(), visit.requestId(), route.path(), request.query(), input));
        boolean older = switches.olderSpelling() && route.endpoint().formerlyCamel();
        return older ? new Reply(reply.status(), reply.headers(), Spelling.camelText(reply.body())) : reply;
    }

    private static ObjectNode body(ApiRequest request, Shape shape) {
        if (request.method().equals("GET") || request.body().isBlank()) {
            return Json.object();
        }
        String type = request.header("content-type");
        if (type != null && Multipart.is(type) && shape.knows(Multipart.FILE)) {
            return Multipart.read(type, request.body());
        }
        ObjectNode body = Json.objectOrNull(request.body());
        if (body == null) {
            throw Refusal.invalid(null, "The body must be one JSON object.");
        }
        return body;
    }

    private static Reply refused(Refusal refusal, ErrorShape errors, String requestId) {
        // The idempotency rules are the platform's own and name error.code, which some resource shapes lack.
        boolean platform = refusal.code().startsWith("idempotency_");
        ErrorShape shape = platform ? ErrorShape.PLATFORM : errors;
        return Reply.of(refusal.status(), shape.body(refusal, requestId));
    }

    private static Reply signed(Reply reply, String version, String requestId) {
        return reply.with("RevKeen-Version", version).with("X-Request-Id", requestId);
    }

    private static Delivery whole(Reply reply) {
        return new Delivery(reply, How.WHOLE);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
