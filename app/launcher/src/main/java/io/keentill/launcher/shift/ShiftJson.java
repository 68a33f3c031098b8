package io.keentill.launcher.shift;

import io.keentill.domain.money.Money;
import io.keentill.domain.shift.CashMovement;
import io.keentill.domain.shift.DrawerCount;
import io.keentill.domain.shift.ShiftFigures;
import io.keentill.domain.shift.ZReport;
import io.keentill.engine.shift.ShiftResult;
import io.keentill.engine.shift.XReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shifts as JSON for scripts; amounts in minor units. */
final class ShiftJson {

    private ShiftJson() {}

    static Map<String, @Nullable Object> opened(ShiftResult.Opened opened) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("shift", opened.shift().seq());
        put(json, "float", opened.shift().openingFloat());
        put(json, "cash_before", opened.cashBefore());
        return json;
    }

    static Map<String, @Nullable Object> moved(CashMovement movement) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", movement.kind().name().toLowerCase(Locale.ROOT));
        put(json, "amount", movement.amount());
        json.put("reason", movement.reason());
        return json;
    }

    static Map<String, @Nullable Object> counted(ShiftResult.Counted counted) {
        Map<String, @Nullable Object> json = count(counted.count());
        json.put("needs_reason", counted.needsReason());
        return json;
    }

    private static Map<String, @Nullable Object> count(DrawerCount count) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        put(json, "counted", count.counted().total());
        put(json, "expected", count.expected());
        put(json, "difference", count.difference());
        json.put("tries", count.tries());
        return json;
    }

    static Map<String, @Nullable Object> x(XReport report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("shift", report.shift().seq());
        json.put("at", report.at().toString());
        figures(json, report.figures());
        DrawerCount count = report.shift().count();
        json.put("count", count == null ? null : count(count));
        return json;
    }

    static Map<String, @Nullable Object> z(ZReport report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("z", report.number());
        json.put("shift", report.shift().seq());
        json.put("closed_at", String.valueOf(report.shift().closedAt()));
        figures(json, report.figures());
        json.put("count", count(report.count()));
        json.put("difference_reason", report.differenceReason());
        json.put(
                "unknown",
                report.unknown().stream().map(ShiftFigures.OpenItem::reference).toList());
        json.put("hash", report.hash());
        return json;
    }

    private static void figures(Map<String, @Nullable Object> json, ShiftFigures figures) {
        json.put("sales", figures.sales().count());
        put(json, "gross", figures.sales().gross());
        put(json, "discount", figures.sales().discount());
        put(json, "net", figures.sales().net());
        put(json, "tax", figures.sales().tax());
        put(json, "total", figures.sales().total());
        json.put("taxes", figures.taxes().stream().map(ShiftJson::tax).toList());
        put(json, "refunded", figures.refunds().amount());
        json.put("returns_without_receipt", figures.returns().count());
        put(json, "returned_without_receipt", figures.returns().amount());
        json.put("tenders", figures.tenders().stream().map(ShiftJson::tender).toList());
        json.put("cards", figures.cards().stream().map(ShiftJson::card).toList());
        json.put("movements", figures.movements().stream().map(ShiftJson::moved).toList());
        json.put("first_receipt", figures.receipts().first());
        json.put("last_receipt", figures.receipts().last());
        json.put("missing_receipts", figures.receipts().missing());
        json.put("open", figures.open().stream().map(ShiftJson::open).toList());
    }

    private static Map<String, @Nullable Object> tax(ShiftFigures.TaxSum tax) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", tax.name());
        json.put("ppm", tax.ppm());
        put(json, "net", tax.net());
        put(json, "tax", tax.tax());
        return json;
    }

    private static Map<String, @Nullable Object> tender(ShiftFigures.TenderSum tender) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("type", tender.type().name().toLowerCase(Locale.ROOT));
        json.put("payments", tender.payments());
        put(json, "taken", tender.taken());
        put(json, "returned", tender.returned());
        return json;
    }

    private static Map<String, @Nullable Object> card(ShiftFigures.CardSum card) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("scheme", card.scheme());
        json.put("payments", card.payments());
        put(json, "taken", card.taken());
        put(json, "returned", card.returned());
        return json;
    }

    private static Map<String, @Nullable Object> open(ShiftFigures.OpenItem item) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", item.kind().name().toLowerCase(Locale.ROOT));
        json.put("reference", item.reference());
        put(json, "amount", item.amount());
        return json;
    }

    static Map<String, @Nullable Object> all(List<Map<String, @Nullable Object>> reports) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("reports", reports);
        return json;
    }

    private static void put(Map<String, @Nullable Object> json, String name, Money money) {
        json.put(name + "_minor", money.minor());
    }
}
