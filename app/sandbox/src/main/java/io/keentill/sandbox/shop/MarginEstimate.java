package io.keentill.sandbox.shop;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Field;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What each way of paying an invoice would cost (API reference B.10). The prices are the sandbox's own. */
final class MarginEstimate {
    private static final String VERSION = "sandbox-1";
    private static final List<String> RAILS = List.of("card", "direct_debit", "pay_by_bank", "in_store");
    private static final List<String> CARD_RAILS = List.of("card", "in_store");
    private static final long WHOLE = 10_000;

    static final Shape INPUT = Shape.of(
            Field.whole("amount_minor", 1, 2_000_000_000),
            Field.texts("rails", RAILS.size()),
            Field.text("card_scheme", 50),
            Field.texts("card_schemes", 20));

    /**
     * A price: hundredths of a percent, a fixed part, and the least that is taken, both in minor units.
     */
    private record Price(long basisPoints, long fixed, long least) {}

    private MarginEstimate() {}

    static Reply estimate(Call call, ObjectNode invoice) {
        ObjectNode input = call.input();
        long amount = input.has("amount_minor") ? Json.whole(input, "amount_minor") : Books.due(invoice);
        ObjectNode body = Json.object();
        ObjectNode data = body.putObject("data").put("invoice_id", Json.need(invoice, "id"));
        data.put("amount_minor", amount).put("currency", Json.text(invoice, "currency"));
        ArrayNode estimates = data.putArray("estimates");
        for (String rail : texts(input, "rails", RAILS)) {
            if (!RAILS.contains(rail)) {
                throw Refusal.invalid("rails", "rails are " + String.join(", ", RAILS) + "; not " + rail + ".");
            }
            for (@Nullable String scheme : schemes(rail, input)) {
                estimates.add(one(rail, scheme, amount));
            }
        }
        return Reply.of(200, body);
    }

    private static List<@Nullable String> schemes(String rail, ObjectNode input) {
        List<@Nullable String> schemes = new ArrayList<>();
        if (CARD_RAILS.contains(rail)) {
            schemes.addAll(texts(input, "card_schemes", List.of()));
            String single = Json.text(input, "card_scheme");
            if (single != null && !schemes.contains(single)) {
                schemes.add(single);
            }
        }
        if (schemes.isEmpty()) {
            schemes.add(null);
        }
        return schemes;
    }

    private static Price price(String rail, boolean amex) {
        return switch (rail) {
            case "card" -> new Price(amex ? 350 : 290, 30, 0);
            case "in_store" -> new Price(amex ? 250 : 170, 10, 0);
            case "direct_debit" -> new Price(100, 20, 40);
            case "pay_by_bank" -> new Price(80, 0, 20);
            default -> throw new IllegalArgumentException("no such rail: " + rail);
        };
    }

    private static ObjectNode one(String rail, @Nullable String scheme, long amount) {
        Price price = price(rail, "amex".equalsIgnoreCase(scheme));
        // Half a minor unit counts as a whole one, as acquirers round in their own favour.
        long percentage = (amount * price.basisPoints() + WHOLE / 2) / WHOLE;
        long adjustment = Math.max(0, price.least() - percentage - price.fixed());
        long fee = percentage + price.fixed() + adjustment;
        ObjectNode estimate = Json.object().put("rail", rail).put("card_scheme", scheme);
        estimate.put("gross_minor", amount).put("estimated_fee_minor", fee);
        estimate.put("net_after_fees_minor", amount - fee);
        estimate.putObject("fee_breakdown")
                .put("percentage_fee_minor", percentage)
                .put("fixed_fee_minor", price.fixed())
                .put("minimum_fee_adjustment_minor", adjustment);
        return estimate.put("pricing_source", "matrix").put("matrix_version", VERSION);
    }

    private static List<String> texts(ObjectNode input, String field, List<String> usual) {
        JsonNode sent = input.get(field);
        if (sent == null) {
            return usual;
        }
        List<String> texts = new ArrayList<>();
        sent.forEach(text -> texts.add(text.stringValue()));
        return texts;
    }
}
