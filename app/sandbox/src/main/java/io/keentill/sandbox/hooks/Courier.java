package io.keentill.sandbox.hooks;

import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.FanOut;
import io.keentill.sandbox.api.Switches;
import io.keentill.sandbox.data.Database;
import io.keentill.sandbox.data.Ids;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Tx;
import io.keentill.sandbox.data.Work;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries deliveries to their endpoints when they are due. One that was being sent when the sandbox stopped is sent
 * again: an endpoint can hear of an event twice, as the contract says.
 */
public final class Courier implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Courier.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 8;

    private final Database database;
    private final InstantSource clock;
    private final Ids ids;
    private final Switches switches;
    private final Post post;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ReentrantLock picking = new ReentrantLock();

    /** What is under way: delivery to endpoint. */
    private final Map<String, String> carried = new ConcurrentHashMap<>();

    /** A courier; it goes only to this machine's own addresses unless it may go {@code anywhere}. */
    public Courier(Database database, InstantSource clock, Ids ids, Switches switches, boolean anywhere) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.switches = switches;
        this.post = new Post(PATIENCE, anywhere);
        database.listen(FanOut.SIGNAL, this::wake);
    }

    /** Looks for what is due; returns at once. */
    public void wake() {
        try {
            threads.execute(this::carryDue);
        } catch (RejectedExecutionException closed) {
            LOG.log(System.Logger.Level.DEBUG, "the courier has gone home", closed);
        }
    }

    /** What may leave to an endpoint. */
    private record Due(ObjectNode endpoint, List<String> deliveries) {}

    private void carryDue() {
        picking.lock();
        try {
            Instant now = clock.instant();
            // Looked at before anything is read: what has left this map by then is read as it was booked.
            Map<String, String> busy = Map.copyOf(carried);
            for (Due due : database.read(tx -> due(tx, busy, now))) {
                carry(due, now);
            }
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.WARNING, "webhooks could not be looked for", failure);
        } finally {
            picking.unlock();
        }
    }

    private void carry(Due due, Instant now) {
        String endpoint = Json.need(due.endpoint(), "id");
        if (Breaker.rests(due.endpoint(), now)) {
            inTransaction(work -> halfOpen(work, endpoint));
        }
        for (String delivery : due.deliveries()) {
            carried.put(delivery, endpoint);
            threads.execute(() -> carry(delivery));
        }
    }

    private void carry(String delivery) {
        try {
            HttpRequest request = database.read(tx -> letter(tx, delivery));
            if (request != null) {
                long start = clock.millis();
                Post.Answer answer = post.send(request);
                long took = Math.max(0, clock.millis() - start);
                inTransaction(work -> Attempts.book(work, delivery, answer.result(took)));
            }
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.WARNING, "webhook delivery " + delivery + " failed inside", failure);
        } finally {
            carried.remove(delivery);
        }
        wake();
    }

    private @Nullable HttpRequest letter(Tx tx, String deliveryId) {
        Work work = Work.own(tx, clock.instant(), ids);
        ObjectNode delivery = work.find(FanOut.DELIVERY, deliveryId);
        ObjectNode endpoint = delivery == null ? null : work.find(FanOut.ENDPOINT, Json.text(delivery, "endpoint_id"));
        ObjectNode event = delivery == null ? null : work.find(EventLog.KIND, Json.text(delivery, "event_id"));
        if (endpoint == null || event == null) {
            return null;
        }
        String body = Letter.body(work, event, switches.olderEvents());
        long now = work.now().getEpochSecond();
        return HttpRequest.newBuilder(URI.create(Json.need(endpoint, "url")))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Keentill-Sandbox")
                .header("X-Revkeen-Signature", Letter.signature(Json.need(endpoint, "_secret"), now, body))
                .header("X-Revkeen-Timestamp", Long.toString(now))
                .header("X-Revkeen-Event-Id", Json.need(event, "id"))
                .header("X-Revkeen-Version", Json.need(event, "api_version"))
                .header("X-Revkeen-Account", Letter.ACCOUNT)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** What may leave, {@code busy} being what is under way: of each endpoint its state and its deliveries at one moment. */
    private static List<Due> due(Tx tx, Map<String, String> busy, Instant now) {
        List<Due> all = new ArrayList<>();
        for (ObjectNode endpoint :
                Query.of(FanOut.ENDPOINT).where("status", "enabled").all(tx)) {
            String id = Json.need(endpoint, "id");
            int under = Collections.frequency(busy.values(), id);
            int free = Breaker.admits(endpoint, now, AT_ONCE) - under;
            if (free > 0) {
                List<String> waiting = new ArrayList<>(waiting(tx, id, now, free + under));
                waiting.removeAll(busy.keySet());
                if (!waiting.isEmpty()) {
                    all.add(new Due(endpoint, waiting.subList(0, Math.min(free, waiting.size()))));
                }
            }
        }
        return all;
    }

    private static List<String> waiting(Tx tx, String endpoint, Instant now, int most) {
        return Query.of(FanOut.DELIVERY)
                .where("status", "pending")
                .where("endpoint_id", endpoint)
                .below(FanOut.DUE, now.toEpochMilli() + 1)
                .oldestFirst()
                .fetch(tx, most, 0)
                .stream()
                .map(delivery -> Json.need(delivery, "id"))
                .toList();
    }

    private static void halfOpen(Work work, String endpointId) {
        ObjectNode endpoint = work.find(FanOut.ENDPOINT, endpointId);
        if (endpoint != null && Breaker.rests(endpoint, work.now())) {
            Breaker.halfOpen(endpoint);
            work.save(FanOut.ENDPOINT, endpoint);
        }
    }

    private void inTransaction(java.util.function.Consumer<Work> change) {
        database.transaction(tx -> {
            Work work = Work.own(tx, clock.instant(), ids);
            change.accept(work);
            return work;
        });
    }

    /** Stops; what is under way is given up and sent again after the next start. */
    @Override
    public void close() {
        threads.shutdownNow();
        post.close();
        threads.close();
    }
}
