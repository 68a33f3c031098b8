package io.keentill.revkeen.invoices;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The subscription that an invoice begins (section B.10).
 *
 * @param collectionMethod how it is paid
 * @param startMode when it starts
 * @param durationType how long it lasts
 * @param firstPaymentBehavior when the first period is charged
 * @param startDate for a specific date
 * @param durationCount cycles, for fixed cycles
 * @param endDate for an end date
 * @param extra members of the reply not named here, under their names on the wire
 */
public record SubscriptionTerms(
        OpenEnum<CollectionMethod> collectionMethod,
        OpenEnum<StartMode> startMode,
        OpenEnum<DurationType> durationType,
        OpenEnum<FirstPaymentBehavior> firstPaymentBehavior,
        @Nullable Instant startDate,
        @Nullable Long durationCount,
        @Nullable Instant endDate,
        Map<String, Object> extra) {

    static SubscriptionTerms read(Fields f) {
        return new SubscriptionTerms(
                f.needWord("collection_method", CollectionMethod.class),
                f.needWord("start_mode", StartMode.class),
                f.needWord("duration_type", DurationType.class),
                f.needWord("first_payment_behavior", FirstPaymentBehavior.class),
                f.time("start_date"),
                f.number("duration_count"),
                f.time("end_date"),
                f.extra());
    }

    static @Nullable SubscriptionTerms readOrNull(@Nullable Fields f) {
        return f == null ? null : read(f);
    }
}
