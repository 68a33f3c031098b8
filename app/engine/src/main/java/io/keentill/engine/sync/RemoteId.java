package io.keentill.engine.sync;

import io.keentill.engine.book.OutboxKind;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.messages.SentMessage;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads in RevKeen's answers what a row has become there. */
final class RemoteId {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RevKeen api;

    RemoteId(RevKeen api) {
        this.api = api;
    }

    /** RevKeen answers an upsert that changes nothing, or is older than what it has, without naming the object. */
    static boolean isIgnored(String body) {
        try {
            return JSON.readTree(body).path("ignored").asBoolean(false);
        } catch (JacksonException notJson) {
            return false; // whoever looks for the id reads it again, and tells it as what it is
        }
    }

    /**
     * The id under which RevKeen has it; empty if RevKeen answers that it did not take it.
     *
     * @param terminal whether it was posted as a terminal payment
     * @throws IllegalArgumentException if the answer cannot be read
     */
    String in(OutboxKind kind, boolean terminal, byte[] body) {
        if (terminal) {
            return api.terminalPayments().parse(body).id();
        }
        return switch (kind) {
            case ORDER -> api.orders().parse(body).id();
            case CREDIT, CREDIT_VOID -> api.creditNotes().parse(body).id();
            case MAIL -> mailed(api.messages().parse(body));
            case LET_GO -> "told"; // nothing is ever asked about it
            case INVOICE, FINALIZE, CASH, CARD, LINK, EXCHANGE, CARD_BACK ->
                api.invoices().parse(body).id();
        };
    }

    private static String mailed(SentMessage reply) {
        return reply.success() ? Objects.requireNonNullElse(reply.messageId(), "taken") : "";
    }
}
