package io.keentill.sandbox.office;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What can be exported, under which kind it is stored, and which columns each column set has (inferred). */
@SuppressWarnings("ImmutableEnumChecker") // its lists are unmodifiable
enum ExportKind {
    CUSTOMERS(
            "customer",
            "id email name",
            "id email name phone company_name address_line1 address_line2 city state postal_code country created_at",
            "merchant_id custom_fields metadata updated_at"),
    INVOICES(
            "invoice",
            "id invoice_number total_minor status",
            "id invoice_number customer_uuid total_minor currency status due_date created_at",
            "allowed_methods custom_fields external_source external_type external_id subscription_terms updated_at"),
    TRANSACTIONS(
            "transaction",
            "id type amount currency status",
            "id type status amount currency invoice_id customer_id parent_transaction_id payment_method_type"
                    + " created_at",
            "amount_refunded gateway gateway_transaction_id gateway_response_code gateway_response_text card_brand"
                    + " card_last_four metadata updated_at"),
    SUBSCRIPTIONS(
            "subscription",
            "id customer_id status",
            "id customer_id product_id price_id status quantity amount_minor currency billing_interval"
                    + " current_period_start current_period_end created_at",
            "merchant_id plan_id trial_end canceled_at updated_at"),
    PRODUCTS(
            "product",
            "id product_id name amount_minor",
            "id product_id name description kind pricing_model amount_minor currency interval interval_count"
                    + " is_active created_at",
            "trial_days is_archived fulfillment_type track_inventory stock_quantity slug image_url tax_behavior"
                    + " tax_code metadata updated_at"),
    PAYMENT_METHODS("payment_method", "id type", "id type customer_id status created_at", "metadata updated_at");

    /** Filters by time, in Unix seconds. */
    static final Set<String> TIMES = Set.of("created_gte", "created_lte");

    private final String stored;
    private final List<String> minimal;
    private final List<String> standard;
    private final List<String> more;

    ExportKind(String stored, String minimal, String standard, String more) {
        this.stored = stored;
        this.minimal = List.of(minimal.split(" "));
        this.standard = List.of(standard.split(" "));
        this.more = List.of(more.split(" "));
    }

    /** The words that name them in a request. */
    static String[] words() {
        return Arrays.stream(values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    /** The kind that a request names. */
    static ExportKind of(String resourceType) {
        return valueOf(resourceType.toUpperCase(Locale.ROOT));
    }

    /** The kind of the stored objects. */
    String stored() {
        return stored;
    }

    /** Whether an export can be narrowed by {@code name}. */
    boolean filters(String name) {
        return TIMES.contains(name) || standard.contains(name) || more.contains(name);
    }

    /** The columns of a column set; a full one is followed by whatever else the objects have. */
    List<String> columns(String set) {
        return switch (set) {
            case "minimal" -> minimal;
            case "full" ->
                java.util.stream.Stream.concat(standard.stream(), more.stream()).toList();
            default -> standard;
        };
    }
}
