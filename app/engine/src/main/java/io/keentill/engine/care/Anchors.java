package io.keentill.engine.care;

import io.keentill.domain.text.Sentence;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.orders.Order;
import io.keentill.revkeen.orders.OrderQuery;
import io.keentill.store.JournalAnchor;
import io.keentill.store.JournalEntry;
import io.keentill.store.JournalHead;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ends of the journal that are written down where nobody at this machine can change them: each order at RevKeen carries the
 * number and hash of the journal entry that closed its sale, and each backup's name the end it was taken at. Whoever cuts
 * off the journal's end would have to rewrite those too.
 */
public final class Anchors {

    /** Member of an order's metadata at RevKeen: {@code NUMBER:HASH}. */
    public static final String JOURNAL = "keentill_journal";

    /** Member of an order's metadata at RevKeen: the till's lasting id. */
    public static final String TILL = "keentill_till";

    /** Type of the journal entry that says where a restored journal goes on. */
    static final String RESTORED = "till.restored";

    /** Subject of that entry. */
    static final String ACTING_ON = "journal";

    private static final int MOST = 1_000_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Anchors() {}

    /** What asking RevKeen gave. */
    public sealed interface Result {
        /** All that it knows. */
        record Known(List<JournalAnchor> anchors) implements Result {}

        /** It could not be asked; the message says why. */
        record NotAsked(String message) implements Result {}
    }

    /** Everything that RevKeen's orders know of this till's journal. */
    public static Result atRevKeen(RevKeen api, String till) {
        return switch (api.orders().list(OrderQuery.any()).all(MOST)) {
            case ApiResult.Ok<List<Order>> ok -> new Result.Known(of(ok.value(), till));
            case ApiResult.Refused<List<Order>> no ->
                new Result.NotAsked("RevKeen answered: " + no.error().message());
            case ApiResult.Unreachable<List<Order>> lost ->
                new Result.NotAsked("RevKeen cannot be reached: " + lost.message());
        };
    }

    static List<JournalAnchor> of(List<Order> orders, String till) {
        List<JournalAnchor> anchors = new ArrayList<>();
        for (Order order : orders) {
            if (till.equals(order.metadata().get(TILL))) {
                head(order)
                        .ifPresent(head -> anchors.add(new JournalAnchor(
                                head,
                                Sentence.of(
                                        "care.the-order-of-sale-at-revkeen",
                                        "the order of sale {0} at RevKeen",
                                        order.metadata().get("keentill_reference")))));
            }
        }
        return anchors;
    }

    private static Optional<JournalHead> head(Order order) {
        try {
            return Optional.of(JournalHead.parse(String.valueOf(order.metadata().get(JOURNAL))));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /**
     * Without those of entries that a restore has lost, which the journal itself owns up to: its entry about the restore
     * names the stretch, and stays in sight of whoever verifies.
     */
    public static List<JournalAnchor> stillValid(TillStore store, List<JournalAnchor> anchors) throws StoreException {
        List<Lost> lost = store.read(Anchors::lost);
        return anchors.stream()
                .filter(anchor -> lost.stream()
                        .noneMatch(gap ->
                                anchor.head().seq() > gap.after && anchor.head().seq() <= gap.to))
                .toList();
    }

    /** Whether the journal itself says of an entry of this number that a restore has lost it. */
    static boolean isOwnedUp(View view, long seq) {
        return lost(view).stream().anyMatch(gap -> seq > gap.after && seq <= gap.to);
    }

    private static List<Lost> lost(View view) {
        return view.journalOf(ACTING_ON).stream()
                .filter(entry -> entry.type().equals(RESTORED))
                .map(Anchors::gap)
                .toList();
    }

    private static Lost gap(JournalEntry entry) {
        JsonNode detail = JSON.readTree(entry.detail());
        return new Lost(detail.path("after").asLong(), detail.path("lost_to").asLong());
    }

    /** Entries after {@code after}, up to and with {@code to}, that only the data from before a restore had. */
    private record Lost(long after, long to) {}
}
