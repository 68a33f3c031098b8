package io.keentill.sandbox.online;

import static io.keentill.sandbox.api.Field.currency;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.texts;
import static io.keentill.sandbox.api.Field.uuid;
import static io.keentill.sandbox.api.Field.whole;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.shop.Books;
import io.keentill.sandbox.shop.Catalogue;
import io.keentill.sandbox.shop.Invoices;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checkout sessions (API reference B.13, C.6): open for a day, pending while a payer answers a challenge, then complete
 * or expired. The page itself is not there; {@link CheckoutControls} pays in its place.
 */
final class CheckoutSessions {
    static final String SESSION = "checkout_session";

    private static final Duration LIFE = Duration.ofHours(24);
    private static final Set<String> METHODS = Set.of("card", "direct_debit", "pay_by_bank", "in_store");

    private static final Shape NEW_SESSION = Shape.of(
            uuid("invoice_id"),
            uuid("product_id"),
            whole("amount_minor", 1, 99_999_999_999L),
            currency("currency").or("USD"),
            text("success_url", 2000),
            text("cancel_url", 2000),
            texts("allowed_methods", 4),
            uuid("companion_device_id"));

    private CheckoutSessions() {}

    static Resource sessions() {
        Resource sessions = Resource.of(SESSION, "/checkout-sessions")
                .scopes("checkout")
                .errors(ErrorShape.E4)
                .wrap(Resource.Wrap.DATA_WITH_REQUEST_ID);
        return sessions.formerlyCamel()
                .endpoint("POST", "/checkout-sessions", NEW_SESSION, call -> create(call, sessions))
                .endpoint("POST", "/checkout-sessions/{id}/expire", Shape.EMPTY, call -> expire(call, sessions))
                .formerlyCamel(false)
                .read();
    }

    /** A new session for what an invoice, a product, an amount or a link asks. */
    static ObjectNode open(Work work, Terms terms) {
        ObjectNode session = work.draft(SESSION).put("status", "open").put("mode", "payment");
        session.put("amount_total", terms.amountMinor()).put("currency", terms.currency());
        session.put("customer_id", terms.customerId()).putNull("payment_intent_id");
        session.put("invoice_id", terms.invoiceId()).putNull("subscription_id");
        String token = work.ids().prefixed("cs_");
        session.put("url", "https://checkout.invalid/" + token).put("_public_token", token);
        session.put("success_url", terms.successUrl()).put("cancel_url", terms.cancelUrl());
        session.put("expires_at", Instant.parse(work.nowText()).plus(LIFE).toString());
        session.put("created_at", work.nowText());
        session.set("allowed_methods", terms.methods());
        session.putNull("selected_method").put("_link_id", terms.linkId());
        work.insert(SESSION, session);
        return session;
    }

    /**
     * What a session is for.
     *
     * @param amountMinor positive, minor units
     * @param methods the ways to pay that are offered
     */
    record Terms(
            long amountMinor,
            String currency,
            @Nullable String customerId,
            @Nullable String invoiceId,
            @Nullable String linkId,
            @Nullable String successUrl,
            @Nullable String cancelUrl,
            JsonNode methods) {}

    /** Expires what has passed its time and is not being paid. */
    static void advance(Work work) {
        for (ObjectNode session :
                Query.of(SESSION).whereIn("status", "open", "pending").all(work.tx())) {
            boolean over = !Instant.parse(Json.need(session, "expires_at")).isAfter(work.now());
            if (over && !session.has("_attempt")) {
                end(work, session);
            }
        }
    }

    /** The event's object (API reference F). */
    static void tell(Work work, ObjectNode session, String what) {
        ObjectNode object = Json.object().put("id", Json.need(session, "id")).put("object", SESSION);
        Json.copy(session, object, "customer_id");
        object.put("payment_id", Json.text(session, "_payment_id"));
        Json.copy(session, object, "invoice_id", "amount_total", "currency", "status", "success_url");
        EventLog.write(work, "checkout.session." + what, object);
    }

    private static Reply create(Call call, Resource sessions) {
        Work work = call.work();
        ObjectNode input = call.input();
        ObjectNode invoice = named(work, Invoices.INVOICE, input, "invoice_id");
        ObjectNode product = named(work, Catalogue.PRODUCT, input, "product_id");
        ObjectNode companion = named(work, CompanionDevices.DEVICE, input, "companion_device_id");
        if (invoice != null && (!Invoices.payable(invoice) || Books.due(invoice) == 0)) {
            throw Refusal.invalid(
                    "invoiceId", "An invoice that is " + Json.text(invoice, "status") + " cannot be paid.");
        }
        ObjectNode source = invoice != null ? invoice : product != null ? product : input;
        long amount = amount(input, invoice, product);
        Terms terms = new Terms(
                amount,
                Json.need(source, "currency"),
                invoice == null ? null : Json.text(invoice, "customer_uuid"),
                Json.text(input, "invoice_id"),
                null,
                Json.text(input, "success_url"),
                Json.text(input, "cancel_url"),
                methods(input, invoice));
        ObjectNode session = open(work, terms);
        if (companion != null) {
            CompanionDevices.show(work, companion, session);
        }
        ObjectNode made = Json.object();
        Json.copy(session, made, "id", "url");
        made.put("public_token", Json.need(session, "_public_token")).put("amount_minor", amount);
        Json.copy(session, made, "currency", "customer_id", "expires_at", "allowed_methods", "selected_method");
        return sessions.single(201, call, made);
    }

    private static long amount(ObjectNode input, @Nullable ObjectNode invoice, @Nullable ObjectNode product) {
        long due = invoice != null
                ? Books.due(invoice)
                : product != null ? Json.whole(product, "amount_minor") : Json.whole(input, "amount_minor");
        long amount = input.has("amount_minor") ? Json.whole(input, "amount_minor") : due;
        if (amount == 0) {
            throw Refusal.invalid("amountMinor", "A session needs an invoice, a priced product or an amount.");
        }
        if (invoice != null && amount > due) {
            throw Refusal.invalid("amountMinor", "Only " + due + " is due on this invoice.");
        }
        return amount;
    }

    private static JsonNode methods(ObjectNode input, @Nullable ObjectNode invoice) {
        JsonNode wanted = input.get("allowed_methods");
        if (wanted == null && invoice != null && invoice.get("allowed_methods").isArray()) {
            return invoice.get("allowed_methods");
        }
        if (wanted == null || wanted.isEmpty()) {
            return Json.array().add("card");
        }
        for (JsonNode method : wanted) {
            if (!METHODS.contains(method.stringValue())) {
                throw Refusal.invalid(
                        "allowedMethods", "allowedMethods are card, direct_debit, pay_by_bank, in_store.");
            }
        }
        return wanted;
    }

    private static @Nullable ObjectNode named(Work work, String kind, ObjectNode input, String field) {
        String id = Json.text(input, field);
        ObjectNode object = work.find(kind, id);
        if (id != null && object == null) {
            throw Refusal.missing(kind, id);
        }
        return object;
    }

    private static Reply expire(Call call, Resource sessions) {
        ObjectNode session = sessions.found(call);
        String status = Json.need(session, "status");
        boolean open = status.equals("open") || status.equals("pending");
        if (!open || session.has("_attempt")) {
            String why = open ? "is being paid" : "is " + status;
            throw Refusal.conflict("conflict", "A session that " + why + " cannot be expired.");
        }
        end(call.work(), session);
        ObjectNode ended = Json.object().put("id", Json.need(session, "id")).put("status", "expired");
        return sessions.single(200, call, ended.put("expired_at", call.work().nowText()));
    }

    private static void end(Work work, ObjectNode session) {
        work.save(SESSION, session.put("status", "expired"));
        tell(work, session, "expired");
    }
}
