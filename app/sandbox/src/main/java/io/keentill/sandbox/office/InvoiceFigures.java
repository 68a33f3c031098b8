package io.keentill.sandbox.office;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Tx;
import io.keentill.sandbox.office.Takings.Taking;
import io.keentill.sandbox.shop.Invoices;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What customers owe and how long they take (API reference B.28), in camelCase. */
final class InvoiceFigures {
    private static final Set<String> NOT_OWED = Set.of("draft", "pending_approval", "void", "voided", "uncollectible");
    private static final String[] LABELS = {"current", "1-30", "31-60", "61-90", "90+"};
    private static final int USUAL_DAYS = 90;
    private static final double NOTABLE = 0.05;

    private InvoiceFigures() {}

    /** An invoice with something left to pay. */
    record Debt(ObjectNode invoice, long amountMinor) {}

    /** Collections and invoices: ageing of receivables, days sales outstanding. */
    static Resource figures() {
        return Resource.of("receivables", "/analytics")
                .scopes("analytics")
                .endpoint("GET", "/analytics/invoices/ar-aging", Shape.EMPTY, InvoiceFigures::aging)
                .endpoint("GET", "/analytics/collections/dso", Shape.EMPTY, InvoiceFigures::dso);
    }

    /** What was owed at a moment, invoice by invoice. */
    static List<Debt> debts(Tx tx, List<Taking> takings, Instant at) {
        Map<String, Long> paid = new HashMap<>();
        for (Taking taking : takings) {
            String invoice = taking.invoice();
            if (invoice != null && taking.came() && !taking.at().isAfter(at)) {
                paid.merge(invoice, taking.amountMinor(), Math::addExact);
            }
        }
        return issued(tx).stream()
                .filter(invoice -> !date(invoice).isAfter(at))
                .map(invoice -> new Debt(
                        invoice, Json.whole(invoice, "total_minor") - paid.getOrDefault(Json.need(invoice, "id"), 0L)))
                .filter(debt -> debt.amountMinor() > 0)
                .toList();
    }

    /** The invoices that oblige somebody, or did until they were paid. */
    static List<ObjectNode> issued(Tx tx) {
        return Query.of(Invoices.INVOICE).oldestFirst().all(tx).stream()
                .filter(invoice -> !NOT_OWED.contains(Json.need(invoice, "status")))
                .toList();
    }

    /** The date of an invoice: its own where it has one, else when it was made. */
    static Instant date(ObjectNode invoice) {
        String own = Json.text(invoice, "_invoice_date");
        return Moments.of(own == null ? Json.need(invoice, "created_at") : own);
    }

    private static Reply aging(Call call) {
        Instant asked = Moments.end(call, "asOfDate");
        Instant asOf = asked == null ? call.work().now() : asked;
        Tx tx = call.work().tx();
        List<Debt> debts = debts(tx, Takings.all(tx), asOf);
        int[] counts = new int[LABELS.length];
        long[] totals = new long[LABELS.length];
        for (Debt debt : debts) {
            int bucket = bucket(debt.invoice(), asOf);
            counts[bucket]++;
            totals[bucket] = Math.addExact(totals[bucket], debt.amountMinor());
        }
        ObjectNode body = Json.object().put("asOfDate", Span.text(asOf));
        ArrayNode buckets = body.putArray("buckets");
        for (int i = 0; i < LABELS.length; i++) {
            buckets.addObject().put("label", LABELS[i]).put("count", counts[i]).put("totalMinor", totals[i]);
        }
        body.put("totalOutstanding", sum(debts)).put("totalInvoices", debts.size());
        return Reply.of(200, body);
    }

    private static int bucket(ObjectNode invoice, Instant asOf) {
        String due = Json.text(invoice, "due_date");
        long late = due == null
                ? 0
                : (long) Math.ceil(Duration.between(Moments.of(due), asOf).toMillis() / 86_400_000.0);
        if (late <= 0) {
            return 0;
        }
        return (int) Math.min(LABELS.length - 1, (late - 1) / 30 + 1);
    }

    private static Reply dso(Call call) {
        Span span = Span.of(call, USUAL_DAYS);
        Tx tx = call.work().tx();
        List<Taking> takings = Takings.all(tx);
        double now = dso(tx, takings, span);
        double before = dso(tx, takings, span.before());
        ObjectNode body = Json.object().put("dso", RevenueFigures.rounded(now));
        body.put("trend", trend(now, before));
        if (before > 0) {
            body.put("previousDso", RevenueFigures.rounded(before));
        }
        return Reply.of(200, body.put("periodStart", Span.text(span.from())).put("periodEnd", Span.text(span.to())));
    }

    /** Receivables at the end of the span over what was invoiced in it, times its days; 0 without invoices. */
    private static double dso(Tx tx, List<Taking> takings, Span span) {
        long invoiced = issued(tx).stream()
                .filter(invoice -> span.holds(date(invoice)))
                .mapToLong(invoice -> Json.whole(invoice, "total_minor"))
                .sum();
        return invoiced == 0 ? 0 : sum(debts(tx, takings, span.to())) * span.days() / invoiced;
    }

    private static String trend(double now, double before) {
        if (before == 0 || Math.abs(now - before) <= before * NOTABLE) {
            return "stable";
        }
        return now < before ? "improving" : "declining";
    }

    private static long sum(List<Debt> debts) {
        return debts.stream().mapToLong(Debt::amountMinor).sum();
    }
}
