package io.keentill.engine.book;

import io.keentill.store.RemoteObject;
import io.keentill.store.View;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What others did with the order of a sale at RevKeen (API reference B.1, C.1), as it was last heard. It changes nothing
 * of the sale.
 *
 * @param change what was done
 * @param at when, by RevKeen's clock; null where it does not say
 */
public record OrderElsewhere(Change change, @Nullable Instant at) {

    /** What can be done with an order. */
    public enum Change {
        /** Cancelled, before RevKeen was told of the money. */
        CANCELED,
        /** Handed over or sent. */
        FULFILLED
    }

    /** Under which it is kept; its lookup is the sale's id. */
    public static final String KIND = "order_elsewhere";

    /** The kind of the task about a sale whose order was cancelled. */
    public static final String CANCELLED = "order.cancelled";

    /** Who is named in the journal for what was heard from RevKeen. */
    public static final String BY = BackElsewhere.COMMANDED;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What was done with the order of the sale with this id, oldest first. */
    public static List<OrderElsewhere> of(View view, String saleId) {
        return view.remotesBy(KIND, saleId).stream()
                .map(OrderElsewhere::read)
                .sorted(Comparator.comparing(
                        one -> Optional.ofNullable(one.at()).orElse(Instant.MAX)))
                .toList();
    }

    private static OrderElsewhere read(RemoteObject one) {
        JsonNode content = JSON.readTree(one.content());
        String at = content.path("at").asString("");
        Change change = Change.valueOf(content.path("status").asString("").toUpperCase(Locale.ROOT));
        return new OrderElsewhere(change, at.isEmpty() ? null : Instant.parse(at));
    }
}
