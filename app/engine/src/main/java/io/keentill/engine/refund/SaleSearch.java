package io.keentill.engine.refund;

import io.keentill.domain.order.Order;
import io.keentill.store.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds finished sales by what stands on their receipts. */
final class SaleSearch {

    private SaleSearch() {}

    /** By receipt number, by the receipt's code, by reference, by goods; each sale once, exact finds first. */
    static List<Order> find(View view, String text, int limit) {
        String wanted = text.strip();
        Map<String, Order> found = new LinkedHashMap<>();
        if (wanted.matches("#?\\d{1,18}")) {
            long number = Long.parseLong(wanted.replace("#", ""));
            view.orderByReceipt(number).ifPresent(o -> found.put(o.id(), o));
        }
        view.orderByReference(wanted.toUpperCase(Locale.ROOT)).ifPresent(o -> found.put(o.id(), o));
        if (!wanted.startsWith("#")) {
            view.paidOrders(wanted, limit).forEach(o -> found.putIfAbsent(o.id(), o));
        }
        return found.values().stream().limit(limit).toList();
    }
}
