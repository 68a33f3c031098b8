package io.keentill.sandbox.shop;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Field;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Comments on an invoice (API reference B.10): camelCase both ways, the oldest first. */
final class InvoiceComments {
    private static final String COMMENT = "invoice_comment";

    static final Shape NEW = Shape.of(
            Field.text("content", 5000).must(), Field.flag("is_internal").or(false));

    private InvoiceComments() {}

    /** The comments that a customer may read; with {@code includeInternal=true} all. */
    static Reply list(Call call, ObjectNode invoice) {
        Query comments =
                Query.of(COMMENT).where("invoiceId", Json.need(invoice, "id")).oldestFirst();
        if (!"true".equals(call.param("includeInternal"))) {
            comments.where("isInternal", false);
        }
        ObjectNode body = Json.object();
        ArrayNode data = body.putArray("data");
        comments.all(call.work().tx()).forEach(data::add);
        return Reply.of(200, body.put("requestId", call.requestId()));
    }

    static Reply add(Call call, ObjectNode invoice) {
        ObjectNode comment = Json.object().put("id", call.work().ids().uuid());
        comment.put("invoiceId", Json.need(invoice, "id")).putNull("userId");
        comment.put("content", Json.need(call.input(), "content"));
        comment.put("isInternal", Json.yes(call.input(), "is_internal"));
        comment.put("createdAt", call.work().nowText()).putNull("updatedAt");
        call.work().insert(COMMENT, comment);
        ObjectNode body = Json.object();
        body.set("data", comment);
        return Reply.of(201, body.put("requestId", call.requestId()));
    }
}
