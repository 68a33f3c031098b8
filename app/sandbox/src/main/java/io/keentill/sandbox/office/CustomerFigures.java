package io.keentill.sandbox.office;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Tx;
import io.keentill.sandbox.office.Takings.Taking;
import io.keentill.sandbox.shop.Customers;
import io.keentill.sandbox.shop.Orders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What customers are worth (API reference B.28), in camelCase. A customer's value is what was received, net. */
final class CustomerFigures {
    private static final Set<String> NO_ORDER = Set.of("draft", "pending", "canceled");
    private static final int USUAL_TOP = 10;

    private CustomerFigures() {}

    /** Customer analytics: lifetime values, one customer. */
    static Resource figures() {
        return Resource.of("customer figures", "/analytics/customers")
                .scopes("analytics")
                .endpoint("GET", "/analytics/customers/ltv", Shape.EMPTY, CustomerFigures::ltv)
                .endpoint("GET", "/analytics/customers/{customerId}", Shape.EMPTY, CustomerFigures::one);
    }

    private static Reply ltv(Call call) {
        int top = top(call);
        Tx tx = call.work().tx();
        Map<String, Long> revenue = revenue(tx);
        Map<String, Integer> orders = new HashMap<>();
        for (ObjectNode order : Query.of(Orders.ORDER).all(tx)) {
            String customer = Json.text(order, "customer_id");
            if (customer != null && !NO_ORDER.contains(Json.need(order, "status"))) {
                orders.merge(customer, 1, Integer::sum);
            }
        }
        List<Long> values = new ArrayList<>(revenue.values());
        values.sort(Comparator.naturalOrder());
        ObjectNode body = Json.object();
        ArrayNode customers = body.putArray("customers");
        revenue.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(top)
                .forEach(entry -> customers.add(
                        customer(call, entry.getKey(), entry.getValue(), orders.getOrDefault(entry.getKey(), 0))));
        body.put("avgLtv", average(values.stream().mapToLong(Long::longValue).sum(), values.size()));
        return Reply.of(200, body.put("medianLtv", median(values)));
    }

    private static Reply one(Call call) {
        String id = call.id("customerId");
        Tx tx = call.work().tx();
        if (call.work().find(Customers.CUSTOMER, id) == null) {
            throw Refusal.missing("customer", id);
        }
        List<Taking> all = Takings.all(tx);
        List<Taking> own =
                all.stream().filter(taking -> id.equals(taking.customer())).toList();
        List<ObjectNode> invoices = InvoiceFigures.issued(tx).stream()
                .filter(invoice -> id.equals(Json.text(invoice, "customer_uuid")))
                .toList();
        long invoiced = invoices.stream()
                .mapToLong(invoice -> Json.whole(invoice, "total_minor"))
                .sum();
        long owed = InvoiceFigures.debts(tx, all, call.work().now()).stream()
                .filter(debt -> id.equals(Json.text(debt.invoice(), "customer_uuid")))
                .mapToLong(InvoiceFigures.Debt::amountMinor)
                .sum();
        ObjectNode body = Json.object().put("customerId", id).put("totalRevenue", Takings.net(own));
        body.put("totalInvoices", invoices.size()).put("avgInvoiceValue", average(invoiced, invoices.size()));
        body.put("outstandingBalance", owed);
        ArrayNode history = body.putArray("paymentHistory");
        own.stream().sorted(Comparator.comparing(Taking::at).reversed()).forEach(taking -> history.add(shown(taking)));
        return Reply.of(200, body);
    }

    private static ObjectNode shown(Taking taking) {
        return Json.object()
                .put("paymentId", Json.need(taking.payment(), "id"))
                .put("invoiceId", taking.invoice())
                .put("type", taking.came() ? "payment" : "refund")
                .put("amountMinor", taking.amountMinor())
                .put("currency", Json.text(taking.payment(), "currency"))
                .put("date", Span.text(taking.at()));
    }

    private static Map<String, Long> revenue(Tx tx) {
        Map<String, Long> revenue = new HashMap<>();
        for (Taking taking : Takings.all(tx)) {
            String customer = taking.customer();
            if (customer != null) {
                revenue.merge(customer, taking.amountMinor(), Math::addExact);
            }
        }
        return revenue;
    }

    private static ObjectNode customer(Call call, String id, long revenue, int orders) {
        ObjectNode customer = call.work().find(Customers.CUSTOMER, id);
        return Json.object()
                .put("customerId", id)
                .put("customerName", customer == null ? null : Json.text(customer, "name"))
                .put("ltv", revenue)
                .put("totalRevenue", revenue)
                .put("avgOrderValue", average(revenue, orders))
                .put("orderCount", orders);
    }

    private static int top(Call call) {
        String text = call.param("topN");
        if (text == null) {
            return USUAL_TOP;
        }
        if (!text.matches("[1-9]\\d?|100")) {
            throw Refusal.invalid("topN", "topN must be a whole number from 1 to 100.");
        }
        return Integer.parseInt(text);
    }

    private static double average(long total, int count) {
        return count == 0 ? 0 : RevenueFigures.rounded((double) total / count);
    }

    private static double median(List<Long> sorted) {
        if (sorted.isEmpty()) {
            return 0;
        }
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2.0;
    }
}
