package io.keentill.sandbox.office;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.office.Takings.Taking;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Revenue over time and recurring revenue (API reference B.28), in snake_case as since June 2026. */
final class RevenueFigures {
    private static final Set<String> GRANULARITIES = Set.of("day", "week", "month", "quarter", "year");

    /** The most points that one series has. */
    private static final int MOST_POINTS = 5_000;

    private RevenueFigures() {}

    /** Revenue: MRR summary, time series. */
    static Resource figures() {
        return Resource.of("revenue", "/analytics/revenue")
                .scopes("analytics")
                .formerlyCamel()
                .endpoint("GET", "/analytics/revenue/mrr-summary", Shape.EMPTY, RevenueFigures::mrr)
                .endpoint("GET", "/analytics/revenue/time-series", Shape.EMPTY, RevenueFigures::series);
    }

    private static Reply mrr(Call call) {
        Instant asked = Moments.end(call, "asOfDate");
        Instant asOf = asked == null ? call.work().now() : asked;
        Recurring.Summary summary = Recurring.summary(call.work().tx(), asOf);
        ObjectNode body = Json.object();
        body.put("current_mrr", Math.round(summary.current()));
        body.put("previous_mrr", Math.round(summary.previous()));
        double growth = summary.previous() == 0 ? 0 : (summary.current() - summary.previous()) / summary.previous();
        body.put("growth", rounded(growth * 100));
        body.put("new_mrr", Math.round(summary.gained())).put("churned_mrr", Math.round(summary.churned()));
        body.put("expansion_mrr", Math.round(summary.expansion()));
        body.put("contraction_mrr", Math.round(summary.contraction()));
        return Reply.of(200, body.put("as_of_date", Span.text(asOf)));
    }

    private static Reply series(Call call) {
        Span span = Span.needed(call);
        String granularity = Objects.requireNonNullElse(call.param("granularity"), "month");
        if (!GRANULARITIES.contains(granularity)) {
            throw Refusal.invalid("granularity", "granularity must be one of day, week, month, quarter, year.");
        }
        List<Taking> takings = Takings.within(Takings.all(call.work().tx()), span.from(), span.to());
        ObjectNode body = Json.object();
        ArrayNode points = body.putArray("data_points");
        LocalDate day = Span.start(span.from(), granularity);
        while (moment(day).isBefore(span.to())) {
            if (points.size() == MOST_POINTS) {
                throw Refusal.invalid("granularity", "The period has too many points; choose a coarser granularity.");
            }
            LocalDate next = Span.next(day, granularity);
            List<Taking> here = Takings.within(takings, moment(day), moment(next));
            ObjectNode point = points.addObject().put("date", day.toString());
            point.put("revenue", Takings.net(here)).put("invoice_count", invoices(here));
            point.put("avg_invoice_value", average(here));
            day = next;
        }
        body.put("total_revenue", Takings.net(takings)).put("total_invoices", invoices(takings));
        return Reply.of(200, body.put("period_start", Span.text(span.from())).put("period_end", Span.text(span.to())));
    }

    /** How many invoices were paid on. */
    private static int invoices(List<Taking> takings) {
        Set<String> invoices = new HashSet<>();
        takings.stream()
                .filter(Taking::came)
                .map(Taking::invoice)
                .filter(Objects::nonNull)
                .forEach(invoices::add);
        return invoices.size();
    }

    private static double average(List<Taking> takings) {
        int count = invoices(takings);
        List<Taking> onInvoices =
                takings.stream().filter(taking -> taking.invoice() != null).toList();
        return count == 0 ? 0 : rounded((double) Takings.net(onInvoices) / count);
    }

    private static Instant moment(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** A figure with two decimals. */
    static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
