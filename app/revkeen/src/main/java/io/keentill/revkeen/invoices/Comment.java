package io.keentill.revkeen.invoices;

import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A remark on an invoice (section B.10).
 *
 * @param id uuid
 * @param invoiceId on which
 * @param userId whose
 * @param content what it says
 * @param isInternal whether the customer must not see it
 * @param createdAt UTC
 * @param updatedAt null until changed
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Comment(
        String id,
        String invoiceId,
        @Nullable String userId,
        String content,
        boolean isInternal,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, Object> extra) {

    static Comment read(Fields f) {
        return new Comment(
                f.needText("id"),
                f.textOr("invoice_id", ""),
                f.text("user_id"),
                f.textOr("content", ""),
                f.flagOr("is_internal", false),
                f.time("created_at"),
                f.time("updated_at"),
                f.extra());
    }
}
