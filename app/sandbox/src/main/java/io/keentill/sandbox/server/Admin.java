package io.keentill.sandbox.server;

import io.keentill.sandbox.api.AccessLog;
import io.keentill.sandbox.api.ApiRequest;
import io.keentill.sandbox.api.Controls;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.Faults;
import io.keentill.sandbox.api.Faults.Fault;
import io.keentill.sandbox.api.Field;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.control.Control;
import io.keentill.sandbox.data.Database;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Tx;
import io.keentill.sandbox.shop.Books;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The controls of the sandbox itself, below {@code /sandbox}; its {@link Guard} says who may use them. */
public final class Admin {
    private static final List<String> COUNTED = List.of("order", "invoice", "payment", "terminal_payment", "event");

    private static final Shape FAULT = Shape.of(
            Field.text("kind", 50).must(),
            Field.whole("status", 400, 599).or(503),
            Field.whole("count", 1, 1000).or(1),
            Field.text("path_prefix", 500).or("/"),
            Field.choice("method", "GET", "POST", "PATCH", "PUT", "DELETE"),
            Field.whole("retry_after", 0, 86_400).or(1),
            Field.whole("delay_ms", 0, 600_000).or(1000));

    private final Database database;
    private final Faults faults;
    private final AccessLog access;
    private final Controls controls;
    private final Guard guard;
    private final Map<String, Control.Handler> own = new HashMap<>();
    private final Runnable reset;

    /**
     * Controls over {@code database}, {@code faults} and {@code access}, those of the API's parts and {@code more};
     * {@code reset} makes everything new.
     */
    public Admin(
            Database database,
            Faults faults,
            AccessLog access,
            Controls controls,
            List<Control> more,
            Guard guard,
            Runnable reset) {
        this.guard = guard;
        more.forEach(control -> own.putAll(control.handlers()));
        this.controls = controls;
        this.access = access;
        this.database = database;
        this.faults = faults;
        this.reset = reset;
    }

    /** The answer to a request below {@code /sandbox}. */
    public Reply handle(ApiRequest request) {
        try {
            guard.check(request);
            Control.Handler handler = own.get(request.method() + " " + request.path());
            if (handler != null) {
                return handler.handle(request);
            }
            return switch (request.method() + " " + request.path()) {
                case "GET /ledger" -> Reply.of(200, database.read(Admin::ledger));
                case "GET /access" -> Reply.of(200, served());
                case "DELETE /access" -> {
                    access.clear();
                    yield Reply.of(200, served());
                }
                case "POST /next-fault" -> order(request);
                case "POST /reset" -> {
                    faults.clear();
                    reset.run();
                    yield Reply.of(200, Json.object().put("reset", true));
                }
                default -> {
                    Reply reply = controls.handle(request);
                    if (reply == null) {
                        throw Refusal.missing("sandbox control", request.path());
                    }
                    yield reply;
                }
            };
        } catch (Refusal refusal) {
            return Reply.of(refusal.status(), ErrorShape.E1.body(refusal, ""));
        }
    }

    private Reply order(ApiRequest request) {
        ObjectNode input = Control.body(request, FAULT);
        Faults.Kind kind = Faults.Kind.named(Json.need(input, "kind"));
        if (kind == null) {
            throw Refusal.invalid(
                    "kind",
                    "kind is delay, drop_before_commit, drop_after_commit, cut_body, status, status_after_commit or"
                            + " wrong_json.");
        }
        Fault fault = new Fault(
                kind,
                (int) Json.whole(input, "status"),
                Json.whole(input, "delay_ms"),
                Json.whole(input, "retry_after"),
                Json.text(input, "method"),
                Json.need(input, "path_prefix"));
        faults.order(fault, (int) Json.whole(input, "count"));
        return Reply.of(200, input);
    }

    private ObjectNode served() {
        ObjectNode body = Json.object();
        ArrayNode served = body.putArray("served");
        for (AccessLog.Entry entry : access.entries()) {
            served.addObject()
                    .put("method", entry.method())
                    .put("path", entry.path())
                    .put("status", entry.status())
                    .put("count", entry.count());
        }
        return body;
    }

    /** Money per tender in minor units, net of what went back, over all currencies and per currency. */
    private static ObjectNode ledger(Tx tx) {
        ObjectNode ledger = Json.object().put("card", 0L).put("cash", 0L);
        ObjectNode currencies = Json.object();
        for (ObjectNode payment : Query.of(Books.PAYMENT).oldestFirst().all(tx)) {
            String tender = Json.need(payment, "payment_method_type");
            String currency = Json.need(payment, "currency").toUpperCase(java.util.Locale.ROOT);
            long net = Books.refundable(payment);
            ledger.put(tender, Json.whole(ledger, tender) + net);
            ObjectNode own = currencies.get(currency) instanceof ObjectNode known
                    ? known
                    : currencies.putObject(currency).put("card", 0L).put("cash", 0L);
            own.put(tender, Json.whole(own, tender) + net);
        }
        ledger.set("by_currency", currencies);
        ObjectNode counts = ledger.putObject("counts");
        COUNTED.forEach(kind -> counts.put(kind + "s", Query.of(kind).count(tx)));
        return ledger;
    }
}
