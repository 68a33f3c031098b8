package io.keentill.revkeen.setupintents;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.Secret;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to store a payment method (section B.9).
 *
 * @param id uuid
 * @param publicId {@code seti_…}
 * @param status where it stands
 * @param customerId whose method
 * @param paymentMethodId the method, once there is one
 * @param paymentMethodTypes card …
 * @param usage whether the customer will be there
 * @param nextAction null when nothing is to be done
 * @param clientSecret for the page that collects the card
 * @param gateway who stores it
 * @param lastError null when nothing went wrong
 * @param cancellationReason null unless canceled
 * @param description free
 * @param metadata free
 * @param confirmedAt null until confirmed
 * @param canceledAt null unless canceled
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record SetupIntent(
        String id,
        @Nullable String publicId,
        OpenEnum<SetupIntentStatus> status,
        @Nullable String customerId,
        @Nullable String paymentMethodId,
        List<String> paymentMethodTypes,
        @Nullable OpenEnum<SetupUsage> usage,
        @Nullable NextAction nextAction,
        @Nullable Secret clientSecret,
        @Nullable String gateway,
        @Nullable SetupError lastError,
        @Nullable OpenEnum<CancellationReason> cancellationReason,
        @Nullable String description,
        Map<String, Object> metadata,
        @Nullable Instant confirmedAt,
        @Nullable Instant canceledAt,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, Object> extra) {

    static SetupIntent read(Fields f) {
        return new SetupIntent(
                f.needText("id"),
                f.text("public_id"),
                f.needWord("status", SetupIntentStatus.class),
                f.text("customer_id"),
                f.text("payment_method_id"),
                f.texts("payment_method_types"),
                f.word("usage", SetupUsage.class),
                NextAction.readOrNull(f.object("next_action")),
                Secret.of(f.text("client_secret")),
                f.text("gateway"),
                SetupError.readOrNull(f.object("last_error")),
                f.word("cancellation_reason", CancellationReason.class),
                f.text("description"),
                f.map("metadata"),
                f.time("confirmed_at"),
                f.time("canceled_at"),
                f.time("created_at"),
                f.time("updated_at"),
                f.extra());
    }
}
