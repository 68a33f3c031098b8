package io.keentill.engine.care;

import io.keentill.engine.book.JournalText;
import io.keentill.engine.setup.Settings;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.orders.Order;
import io.keentill.revkeen.orders.OrderQuery;
import io.keentill.store.JournalEntry;
import io.keentill.store.OutboxRow;
import io.keentill.store.Restored;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings a till's books in order after its data came back from a backup: what happened since is gathered from the journal
 * of the damaged data and from RevKeen, written into the journal, and told. Nothing is sent to RevKeen twice, and no receipt
 * number is given again.
 */
public final class RestoredBooks {

    /** Left out where nobody can know how many receipts were given since the backup; more than any till gives in a day. */
    static final long UNKNOWN_RECEIPTS = 10_000;

    private static final int MOST = 1_000_000;
    static final String ACTOR = "restore";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TillStore store;
    private final Restored restored;
    private final InstantSource clock;
    private final Map<String, LostSale> sales = new LinkedHashMap<>();
    private final Map<String, LostPayment> payments = new LinkedHashMap<>();
    private long lostTo;
    private long refunds;
    private long returns;
    private long reports;
    /** RevKeen has a sale that the journal, although it seems whole, knows nothing of. */
    private boolean contradicted;

    private RestoredBooks(TillStore store, Restored restored, InstantSource clock) throws StoreException {
        this.store = store;
        this.restored = restored;
        this.clock = clock;
        boolean told = store.read(view -> Anchors.isOwnedUp(view, restored.leftEnd()));
        this.lostTo = Math.max(restored.lostTo(), told ? 0 : restored.leftEnd());
    }

    /**
     * A sale that happened after the backup.
     *
     * @param order its id
     * @param reference as printed; empty if only RevKeen's order names it otherwise
     * @param receipt its number, 0 if nobody knows
     * @param totalMinor minor units of the shop's currency
     * @param remoteId the order at RevKeen; null if it never got there, as far as is known
     */
    public record LostSale(
            String order,
            String reference,
            long receipt,
            long totalMinor,
            @Nullable String remoteId) {}

    /**
     * A card payment that happened after the backup.
     *
     * @param reference the till's own
     * @param state as last journalled
     * @param amountMinor asked for, minor units
     */
    public record LostPayment(String reference, String state, long amountMinor) {}

    /**
     * What came out.
     *
     * @param sales closed after the backup, in the journal's sequence, then what only RevKeen knows
     * @param payments at the terminal after the backup
     * @param closed references of those of the sales that were still open in the backup: closed here without a receipt
     * @param nextReceipt the next receipt number
     * @param complete whether everything since the backup is accounted for; if not, only the terminal's own report and
     *     RevKeen can tell the rest
     * @param revKeen why RevKeen could not be asked; null if it was
     */
    public record Report(
            List<LostSale> sales,
            List<LostPayment> payments,
            List<String> closed,
            long nextReceipt,
            boolean complete,
            @Nullable String revKeen) {

        /** Copies the lists. */
        public Report {
            sales = List.copyOf(sales);
            payments = List.copyOf(payments);
            closed = List.copyOf(closed);
        }
    }

    /**
     * Does it, in one transaction; run again after a crash it does it again.
     *
     * @param api RevKeen, to be asked for what it knows of this till's sales; null where it is not set up
     */
    public static Report settle(TillStore store, Restored restored, @Nullable RevKeen api, InstantSource clock)
            throws StoreException {
        RestoredBooks books = new RestoredBooks(store, restored, clock);
        restored.known().forEach(books::read);
        String silent = api == null ? "No RevKeen is set up here." : books.ask(api);
        return books.write(silent);
    }

    private void read(JournalEntry entry) {
        JsonNode detail = JSON.readTree(entry.detail());
        if (entry.type().equals("sale.closed")) {
            sales.put(
                    entry.subject(),
                    new LostSale(
                            entry.subject(),
                            detail.path("reference").asString(""),
                            detail.path("receipt").asLong(),
                            detail.path("total_minor").asLong(),
                            null));
        } else if (entry.type().equals("refund.closed")) {
            refunds++;
        } else if (entry.type().equals("return.without_receipt")) {
            returns++;
        } else if (entry.type().equals("shift.closed")) {
            reports++;
        } else if (entry.type().startsWith("payment.")) {
            payments.put(
                    entry.subject(),
                    new LostPayment(
                            detail.path("reference").asString(""),
                            entry.type().substring("payment.".length()),
                            detail.path("amount_minor").asLong()));
        }
    }

    /** Why RevKeen could not be asked, or null. */
    private @Nullable String ask(RevKeen api) throws StoreException {
        String till = store.read(view -> view.setting(Settings.TILL_ID)).orElse("");
        return switch (api.orders().list(OrderQuery.any()).all(MOST)) {
            case ApiResult.Ok<List<Order>> ok -> {
                for (Order order : ok.value()) {
                    if (till.equals(order.metadata().get(Anchors.TILL)) && !isToldAlready(order)) {
                        compare(order);
                        Anchors.of(List.of(order), till)
                                .forEach(anchor ->
                                        lostTo = Math.max(lostTo, anchor.head().seq()));
                    }
                }
                yield null;
            }
            case ApiResult.Refused<List<Order>> no ->
                "RevKeen answered: " + no.error().message();
            case ApiResult.Unreachable<List<Order>> lost -> "RevKeen cannot be reached: " + lost.message();
        };
    }

    /** An earlier restore has lost it, and the data now in place say so. */
    private boolean isToldAlready(Order order) throws StoreException {
        return store.read(view -> view.journalOf(id(order)).stream()
                .anyMatch(entry -> entry.type().equals(Overtaken.SALE)));
    }

    private static String id(Order order) {
        return String.valueOf(order.metadata().get("keentill_order"));
    }

    private void compare(Order order) throws StoreException {
        String id = id(order);
        Optional<io.keentill.domain.order.Order> here = store.read(view -> view.order(id));
        boolean paidHere = here.filter(o -> o.state() == io.keentill.domain.order.OrderState.PAID)
                .isPresent();
        if (!paidHere) {
            contradicted |= !sales.containsKey(id);
            sales.put(
                    id,
                    new LostSale(
                            id,
                            String.valueOf(order.metadata().get("keentill_reference")),
                            receipt(order),
                            order.total(),
                            order.id()));
        }
    }

    private static long receipt(Order order) {
        String number = String.valueOf(order.metadata().get("keentill_receipt"));
        return number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
    }

    private Report write(@Nullable String silent) throws StoreException {
        long known = sales.values().stream().mapToLong(LostSale::receipt).max().orElse(0);
        long given = Math.max(restored.data().receipts(), known);
        boolean complete = restored.isComplete() && !contradicted && lostTo <= restored.lastKnown();
        long unknown = complete ? 0 : UNKNOWN_RECEIPTS;
        long last = given + unknown;
        List<String> closed = store.write(tx -> {
            long before = tx.skipReceiptNumbers(last);
            // A Z is on paper and in an accountant's books: no other report ever gets its number.
            tx.shifts().skipZ(reports + unknown);
            tx.skipRefundNumbers(refunds + unknown);
            tx.withoutReceipt().skipNumbers(returns + unknown);
            journal(tx, before, last, complete);
            for (LostSale sale : sales.values()) {
                tx.appendJournal(
                        Overtaken.SALE, ACTOR, sale.order(), detail(sale).json());
            }
            for (OutboxRow row : tx.outboxUndone()) {
                tx.updateOutbox(row.doubted());
            }
            return new Overtaken(sales.values(), restored.known(), clock).end(tx);
        });
        return new Report(
                List.copyOf(sales.values()), List.copyOf(payments.values()), closed, last + 1, complete, silent);
    }

    private void journal(Tx tx, long before, long last, boolean complete) {
        tx.appendJournal(
                Anchors.RESTORED,
                ACTOR,
                Anchors.ACTING_ON,
                JournalText.of(
                                "from",
                                restored.source(),
                                "file",
                                String.valueOf(restored.from().getFileName()),
                                "after",
                                restored.data().journal().seq())
                        .with("lost_to", lostTo)
                        .with("complete", complete)
                        .with("receipts_skipped_from", before + 1)
                        .with("receipts_skipped_to", last)
                        .with("why", "No receipt number is given again that a customer may have on paper")
                        .json());
    }

    private static JournalText detail(LostSale sale) {
        return JournalText.of(
                        "reference", sale.reference(), "receipt", sale.receipt(), "total_minor", sale.totalMinor())
                .with("revkeen", sale.remoteId());
    }
}
