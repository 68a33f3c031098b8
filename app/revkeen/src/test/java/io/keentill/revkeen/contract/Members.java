package io.keentill.revkeen.contract;

import io.keentill.revkeen.json.Reading;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Compares the members of a reply, at every depth, with those that its reader asks for. It finds what a typed form without
 * {@code extra} loses, a member that is read under a wrong name with a default in its place, and one that the sandbox forgets.
 */
final class Members {
    /** Of envelopes, which the client has no use for: it knows what it asked for, and counts by itself. */
    private static final Set<String> UNUSED = Set.of(
            "requestId",
            "success",
            "url",
            "customer",
            "page",
            "offset",
            "meta.count",
            "meta.offset",
            "meta.payout_id",
            "pagination.count",
            "pagination.kind",
            "pagination.offset",
            "pagination.page");

    /** What tells the envelopes of section A.7 apart, and an object in {@code data} from a bare one. */
    private static final Set<String> TELLING = Set.of(
            "id",
            "data",
            "data.id",
            "has_more",
            "limit",
            "meta",
            "page_size",
            "pagination",
            "total",
            "total_count",
            "total_pages");

    /** What the contract itself marks as optional, or gives in some answers only. */
    private static final Set<String> OPTIONAL = Set.of(
            "blocked",
            "error",
            "ignored",
            "message",
            "skipped",
            "warnings",
            "webhook_endpoint_id",
            "days_until_due",
            "gateway_operations",
            "is_overdue",
            "merchant_id",
            "secret",
            "subscription_terms.end_date",
            "tiers.flat_amount_minor",
            "tiers.last_unit",
            "phases.billing_cycle_anchor",
            "phases.coupon",
            "phases.default_payment_method",
            "phases.metadata",
            "phases.proration_behavior",
            "phases.trial_end");

    private Members() {}

    /** Members that came and were not asked for. */
    static List<String> unread(List<Reading.Entry> objects) {
        return told(objects, Reading.Entry::unread)
                .filter(member -> !UNUSED.contains(member.split("=")[0]))
                .toList();
    }

    /** Members that were asked for and did not come, not even as null. */
    static List<String> absent(List<Reading.Entry> objects) {
        return told(objects, Reading.Entry::absent)
                .filter(member -> !TELLING.contains(member.replaceFirst("^(meta|pagination)\\.", "")))
                .filter(member -> !OPTIONAL.contains(member.replaceFirst("^data\\.", "")))
                .toList();
    }

    private static Stream<String> told(List<Reading.Entry> objects, Function<Reading.Entry, List<String>> which) {
        return objects.stream()
                .flatMap(object -> which.apply(object).stream()
                        .map(member -> object.where().isEmpty() ? member : object.where() + "." + member))
                .distinct();
    }
}
