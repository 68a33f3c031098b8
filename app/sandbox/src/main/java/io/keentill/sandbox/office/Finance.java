package io.keentill.sandbox.office;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Tx;
import io.keentill.sandbox.office.Takings.Taking;
import io.keentill.sandbox.shop.Invoices;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Income and balances (API reference B.28), in snake_case. Gross is what came, net is gross less what went back and less
 * fees. Fees, pending and available money are those of the gateways: cash is the shop's at once.
 */
final class Finance {
    private Finance() {}

    /** Finance: income, summary. */
    static Resource finance() {
        return Resource.of("finance", "/finance")
                .scopes("finance")
                .errors(ErrorShape.E4)
                .endpoint("GET", "/finance/income", Shape.EMPTY, Finance::income)
                .endpoint("GET", "/finance/summary", Shape.EMPTY, Finance::summary);
    }

    private static Reply income(Call call) {
        LocalDate start = day(call, "start_date");
        LocalDate end = day(call, "end_date");
        if (end.isBefore(start)) {
            throw Refusal.invalid("end_date", "The end of the period is before its start.");
        }
        Span span = new Span(moment(start), moment(end.plusDays(1)));
        String grouping = Objects.requireNonNullElse(call.param("group_by"), "day");
        if (!List.of("day", "week", "month").contains(grouping)) {
            throw Refusal.invalid("group_by", "group_by must be one of day, week, month.");
        }
        List<Taking> takings = chosen(call, span);
        Map<LocalDate, List<Taking>> periods = new TreeMap<>();
        for (Taking taking : takings) {
            periods.computeIfAbsent(Span.start(taking.at(), grouping), day -> new ArrayList<>())
                    .add(taking);
        }
        ObjectNode body = Json.object();
        body.set("summary", sums(takings, "total_"));
        ArrayNode rows = body.putArray("rows");
        periods.forEach((day, here) -> {
            ObjectNode row = rows.addObject().put("period", day.toString());
            row.setAll(sums(here, ""));
        });
        return Reply.of(200, body);
    }

    private static List<Taking> chosen(Call call, Span span) {
        Tx tx = call.work().tx();
        List<Taking> takings = Takings.within(Takings.all(tx), span.from(), span.to());
        String status = call.param("status");
        String subscription = call.param("subscription_id");
        if (subscription != null && call.work().find(Recurring.SUBSCRIPTION, subscription) == null) {
            throw Refusal.missing("subscription", subscription);
        }
        return takings.stream()
                .filter(taking -> status == null || status.equals(Json.text(taking.payment(), "status")))
                .filter(taking -> subscription == null || subscription.equals(subscription(call, taking)))
                .toList();
    }

    private static @org.jspecify.annotations.Nullable String subscription(Call call, Taking taking) {
        ObjectNode invoice = call.work().find(Invoices.INVOICE, taking.invoice());
        if (invoice == null) {
            return null;
        }
        String shown = Json.text(invoice, "subscription_id");
        return shown == null ? Json.text(invoice, "_subscription_id") : shown;
    }

    private static ObjectNode sums(List<Taking> takings, String prefix) {
        long gross = takings.stream()
                .filter(Taking::came)
                .mapToLong(Taking::amountMinor)
                .sum();
        long fees = takings.stream().mapToLong(Taking::feeMinor).sum();
        long came = takings.stream().filter(Taking::came).count();
        return Json.object()
                .put(prefix + "gross_cents", gross)
                .put(prefix + "fees_cents", fees)
                .put(prefix + "net_cents", Takings.net(takings) - fees)
                .put(prefix + "tx_count", came)
                .put(prefix + "refund_count", takings.size() - came);
    }

    private static Reply summary(Call call) {
        long fees = 0;
        long pending = 0;
        long available = 0;
        Tx tx = call.work().tx();
        // Settlement leaves its marks on transactions: what each has in clearing, what it cost, whether it was paid
        // out.
        for (ObjectNode transaction : Query.of("transaction").all(tx)) {
            long clearing = Json.whole(transaction, "_clearing");
            fees += Json.whole(transaction, "_fee");
            if (!Json.yes(transaction, "_settled")) {
                pending += clearing;
            } else if (!Json.yes(transaction, "_paid_out")) {
                available += clearing - Json.whole(transaction, "_fee");
            }
        }
        return Reply.of(
                200,
                Json.object()
                        .put("total_revenue_cents", Takings.net(Takings.all(tx)))
                        .put("total_fees_cents", fees)
                        .put("pending_balance_cents", pending)
                        .put("available_balance_cents", available));
    }

    private static LocalDate day(Call call, String name) {
        String text = call.param(name);
        if (text == null) {
            throw Refusal.invalid(name, name + " is required.");
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            throw Refusal.invalid(name, name + " must be a date such as 2026-05-01.");
        }
    }

    private static java.time.Instant moment(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
