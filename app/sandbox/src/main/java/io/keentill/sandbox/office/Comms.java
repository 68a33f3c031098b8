package io.keentill.sandbox.office;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.map;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.uuid;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.Filter;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.shop.Customers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages to customers (API reference B.29). Nothing leaves the sandbox: a message is kept in its thread as sent. There
 * is one open thread per customer (or address) and channel (inferred).
 */
final class Comms {
    /** The kind of stored threads, in camelCase as they are answered. */
    static final String THREAD = "comms_thread";

    /** The kind of stored messages. */
    static final String MESSAGE = "comms_message";

    private static final Shape SEND = Shape.of(
            choice("channel", "email", "sms", "whatsapp").must(),
            text("body", 20_000).must(),
            uuid("customer_id"),
            text("customer_email", 320),
            uuid("thread_id"),
            text("subject", 500),
            text("body_html", 100_000),
            choice("entity_type", "invoice", "payment_link", "payment", "subscription"),
            text("entity_id", 255),
            text("entity_url", 2_000),
            choice("source", "superinbox", "external", "api", "automation").or("api"),
            map("metadata"));

    private Comms() {}

    /** Messages: send, list threads, list a thread's messages. */
    static Resource comms() {
        return Resource.of(THREAD, "/comms/threads")
                .scopes("comms")
                .errors(ErrorShape.E4)
                .endpoint("POST", "/comms/send", SEND, Comms::send)
                .list(
                        Paging.P13.under("threads"),
                        Filter.equal("customerId"),
                        Filter.choice("status", "open", "closed", "pending"),
                        Filter.choice("channel", "email", "sms", "whatsapp"),
                        Filter.equal("invoiceId"))
                .endpoint("GET", "/comms/threads/{threadId}/messages", Shape.EMPTY, Comms::messages);
    }

    private static Reply messages(Call call) {
        String thread = call.id("threadId");
        if (call.work().find(THREAD, thread) == null) {
            throw Refusal.missing("thread", thread);
        }
        Query messages = Query.of(MESSAGE).where("threadId", thread);
        String path = "/comms/threads/" + thread + "/messages";
        return Reply.of(200, Paging.P13.under("messages").answer(call, messages, path));
    }

    private static Reply send(Call call) {
        Work work = call.work();
        ObjectNode input = call.input();
        checkEntity(work, input);
        ObjectNode thread = thread(work, input);
        String id = work.ids().uuid();
        ObjectNode message = message(work, input, thread).put("id", id);
        work.insert(MESSAGE, message);
        thread.put("lastMessageAt", work.nowText())
                .put("messageCount", Json.whole(thread, "messageCount") + 1)
                .put("updatedAt", work.nowText());
        if ("invoice".equals(Json.text(input, "entity_type"))) {
            thread.put("invoiceId", Json.text(input, "entity_id"));
        }
        work.save(THREAD, thread);
        return Reply.of(
                200,
                Json.object()
                        .put("success", true)
                        .put("conversationId", Json.need(thread, "id"))
                        .put("messageId", id)
                        .put("notificationId", Json.need(message, "notificationId"))
                        .put("customerId", Json.text(thread, "customerId")));
    }

    private static ObjectNode message(Work work, ObjectNode input, ObjectNode thread) {
        ObjectNode message = Json.object().put("threadId", Json.need(thread, "id"));
        message.put("notificationId", work.ids().uuid()).put("direction", "outbound");
        message.put("channel", Json.need(input, "channel")).put("subject", Json.text(input, "subject"));
        message.put("body", Json.need(input, "body")).put("bodyHtml", Json.text(input, "body_html"));
        message.put("entityType", Json.text(input, "entity_type")).put("entityId", Json.text(input, "entity_id"));
        message.put("entityUrl", Json.text(input, "entity_url")).put("source", Json.need(input, "source"));
        message.set("metadata", input.has("metadata") ? input.get("metadata") : Json.object());
        return message.put("status", "sent").put("createdAt", work.nowText());
    }

    private static void checkEntity(Work work, ObjectNode input) {
        String type = Json.text(input, "entity_type");
        String id = Json.text(input, "entity_id");
        if ((type == null) != (id == null)) {
            throw Refusal.invalid("entityType", "entityType and entityId go together.");
        }
        if (type != null && work.find(type, id) == null) {
            throw Refusal.invalid("entityId", "No such " + type.replace('_', ' ') + ": " + id + ".");
        }
    }

    /** The thread that a message belongs to: the named one, else the open one of its recipient, else a new one. */
    private static ObjectNode thread(Work work, ObjectNode input) {
        String named = Json.text(input, "thread_id");
        if (named != null) {
            ObjectNode thread = work.find(THREAD, named);
            if (thread == null) {
                throw Refusal.invalid("threadId", "No such thread: " + named + ".");
            }
            if (!Json.need(thread, "channel").equals(Json.need(input, "channel"))) {
                throw Refusal.invalid("channel", "This thread runs by " + Json.text(thread, "channel") + ".");
            }
            return thread;
        }
        ObjectNode customer = customer(work, input);
        String email = customer == null ? Json.text(input, "customer_email") : Json.need(customer, "email");
        if (email == null) {
            throw Refusal.invalid("customerId", "Say who it is for: customerId, customerEmail or threadId.");
        }
        String channel = Json.need(input, "channel");
        if (!channel.equals("email") && (customer == null || !Json.has(customer, "phone"))) {
            throw Refusal.invalid("channel", "There is no phone number to send to by " + channel + ".");
        }
        Query open = Query.of(THREAD).where("status", "open").where("channel", channel);
        String id = customer == null ? null : Json.need(customer, "id");
        Query whose = id == null ? open.whereIgnoringCase("customerEmail", email) : open.where("customerId", id);
        return whose.first(work.tx()).orElseGet(() -> started(work, channel, id, email, input));
    }

    private static ObjectNode started(
            Work work, String channel, @Nullable String customer, String email, ObjectNode input) {
        ObjectNode thread = Json.object().put("id", work.ids().uuid());
        thread.put("customerId", customer).put("customerEmail", email).put("channel", channel);
        thread.put("status", "open").put("subject", Json.text(input, "subject")).putNull("invoiceId");
        thread.put("messageCount", 0).put("lastMessageAt", work.nowText());
        thread.put("createdAt", work.nowText()).put("updatedAt", work.nowText());
        work.insert(THREAD, thread);
        return thread;
    }

    private static @Nullable ObjectNode customer(Work work, ObjectNode input) {
        String id = Json.text(input, "customer_id");
        if (id != null) {
            ObjectNode customer = work.find(Customers.CUSTOMER, id);
            if (customer == null) {
                throw Refusal.invalid("customerId", "No such customer: " + id + ".");
            }
            return customer;
        }
        String email = Json.text(input, "customer_email");
        if (email == null) {
            return null;
        }
        if (email.indexOf('@') < 1 || email.endsWith("@")) {
            throw Refusal.invalid("customerEmail", "customerEmail must be an e-mail address.");
        }
        return Query.of(Customers.CUSTOMER)
                .whereIgnoringCase("email", email)
                .first(work.tx())
                .orElse(null);
    }
}
