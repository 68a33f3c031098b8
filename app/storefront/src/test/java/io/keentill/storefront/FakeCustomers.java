package io.keentill.storefront;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.sync.CustomerDesk;
import io.keentill.engine.sync.RemoteCustomers.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Customers in memory; whoever is made with {@code taken@example.com} is refused. */
final class FakeCustomers implements CustomerDesk {

    private final List<Entry> known = new ArrayList<>(List.of(
            new Entry("c1", "Åsa Lindqvist", "asa@example.com", "+44 20 7946 0000", null),
            new Entry("c2", "Bertha Weiß", "bertha@example.com", null, "Weiß & Söhne"),
            new Entry("c3", null, "office@example.com", null, null)));
    private final Map<String, String> onSale = new HashMap<>();

    synchronized void knows(String id, String name) {
        known.add(new Entry(id, name, id + "@example.com", null, null));
    }

    @Override
    public synchronized List<Entry> search(String text, int limit) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(c ->
                        (c.name() + " " + c.email()).toLowerCase(Locale.ROOT).contains(wanted))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<Entry> of(String orderId) {
        return known.stream().filter(c -> c.id().equals(onSale.get(orderId))).findFirst();
    }

    @Override
    public synchronized Optional<Sentence> put(String orderId, String customerId, String operator) {
        onSale.put(orderId, customerId);
        return Optional.empty();
    }

    @Override
    public synchronized Made create(Wish wish) {
        if (wish.email().equals("taken@example.com")) {
            return new Made.Not(Sentence.quoted("RevKeen knows somebody with this address already. Search for them."));
        }
        Entry made = new Entry("c" + (known.size() + 1), wish.name(), wish.email(), wish.phone(), null);
        known.add(made);
        return new Made.Done(made);
    }
}
