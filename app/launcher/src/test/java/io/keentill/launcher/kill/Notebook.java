package io.keentill.launcher.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Everything that one till has said was stored, to be held against what it has after it was killed. */
final class Notebook {

    /** An order as last acknowledged. */
    private record Said(BigDecimal pieces, long total, long receipt, OrderState state) {}

    private final Map<String, Said> all = new HashMap<>();
    private final Map<String, Said> unchecked = new LinkedHashMap<>();
    private int lines;
    private int sales;

    /** Notes an answer of the till. */
    void note(String line, JsonNode answer) {
        if (!answer.get("ok").asBoolean() || !answer.hasNonNull("pieces")) {
            return;
        }
        OrderState state = OrderState.valueOf(answer.get("state").asString().toUpperCase(java.util.Locale.ROOT));
        Said said = new Said(
                new BigDecimal(answer.get("pieces").asString()),
                answer.get("total_minor").asLong(),
                answer.get("receipt").asLong(0),
                state);
        String order = answer.get("order").asString();
        all.put(order, said);
        unchecked.put(order, said);
        lines += line.startsWith("scan") ? 1 : 0;
        sales += state == OrderState.PAID ? 1 : 0;
    }

    /** Checks what was said since the last check. */
    void checkNews(Path data, String where) throws StoreException {
        check(data, unchecked, where);
        unchecked.clear();
    }

    /** Checks everything that was ever said. */
    void checkAll(Path data, String where) throws StoreException {
        check(data, all, where);
    }

    private static void check(Path data, Map<String, Said> said, String where) throws StoreException {
        try (TillStore store = TillStore.openReadOnly(data)) {
            store.read(view -> {
                said.forEach((id, words) -> check(id, words, view.order(id).orElse(null), where));
                return true;
            });
        }
    }

    private static void check(String id, Said said, Order stored, String where) {
        assertThat(stored).as("order %s was acknowledged, %s", id, where).isNotNull();
        BigDecimal pieces = BigDecimal.valueOf(
                stored.lines().stream()
                        .mapToLong(l -> l.quantity().thousandths())
                        .sum(),
                3);
        assertThat(pieces).as("lines of order %s, %s", id, where).isGreaterThanOrEqualTo(said.pieces());
        if (said.state() == OrderState.PAID) {
            assertThat(stored.state()).as("sale %s, %s", id, where).isEqualTo(OrderState.PAID);
            assertThat(stored.totals().total().minor())
                    .as("sale %s, %s", id, where)
                    .isEqualTo(said.total());
            assertThat(stored.receiptNumber()).as("sale %s, %s", id, where).isEqualTo(said.receipt());
            assertThat(pieces).as("sale %s, %s", id, where).isEqualByComparingTo(said.pieces());
        }
    }

    /** Lines acknowledged. */
    int lines() {
        return lines;
    }

    /** Sales acknowledged. */
    int sales() {
        return sales;
    }
}
