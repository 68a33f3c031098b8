package io.keentill.engine.shift;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.shift.CashCount;
import io.keentill.domain.shift.CashMovement;
import io.keentill.domain.shift.Drawer;
import io.keentill.domain.shift.DrawerCount;
import io.keentill.domain.shift.Shift;
import io.keentill.domain.shift.ShiftFigures;
import io.keentill.domain.shift.ShiftFigures.CardSum;
import io.keentill.domain.shift.ShiftFigures.Incidents;
import io.keentill.domain.shift.ShiftFigures.OpenItem;
import io.keentill.domain.shift.ShiftFigures.ReceiptRange;
import io.keentill.domain.shift.ShiftFigures.RefundSums;
import io.keentill.domain.shift.ShiftFigures.ReturnSums;
import io.keentill.domain.shift.ShiftFigures.Sales;
import io.keentill.domain.shift.ShiftFigures.TaxSum;
import io.keentill.domain.shift.ShiftFigures.TenderSum;
import io.keentill.domain.shift.ZReport;
import io.keentill.store.ZRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Z report as the JSON text that is kept and hashed. Amounts are minor units of the shift's currency, times ISO 8601.
 * Fields are only ever added, so that every report can be read for ever.
 */
final class ZText {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FORMAT = 1;

    private ZText() {}

    /** As text. */
    static String of(ZReport z) {
        Map<String, @Nullable Object> text = new LinkedHashMap<>();
        text.put("format", FORMAT);
        text.put("z", z.number());
        text.put("till", z.till());
        text.put("currency", z.shift().currency().getCurrencyCode());
        text.put("shift", shift(z.shift()));
        text.put("count", count(z.count()));
        text.put("difference_reason", z.differenceReason());
        text.put("accepted_by", z.acceptedBy());
        text.put("figures", figures(z.figures()));
        return JSON.writeValueAsString(text);
    }

    private static Map<String, @Nullable Object> shift(Shift s) {
        return map(
                "seq", s.seq(),
                "id", s.id(),
                "opening_float", s.openingFloat().minor(),
                "opened_by", s.openedBy(),
                "opened_at", s.openedAt().toString(),
                "closed_by", s.closedBy(),
                "closed_at", String.valueOf(s.closedAt()));
    }

    private static Map<String, @Nullable Object> count(DrawerCount c) {
        return map(
                "id", c.id(),
                "pieces", c.counted().pieces(),
                "loose", c.counted().loose().minor(),
                "total", c.counted().total().minor(),
                "expected", c.expected().minor(),
                "difference", c.difference().minor(),
                "moves", c.moves(),
                "tries", c.tries(),
                "operator", c.operator(),
                "at", c.at().toString());
    }

    private static Map<String, @Nullable Object> figures(ShiftFigures f) {
        Sales s = f.sales();
        Incidents i = f.incidents();
        Drawer d = f.drawer();
        return map(
                "sales",
                map(
                        "count", s.count(),
                        "gross", s.gross().minor(),
                        "discount", s.discount().minor(),
                        "net", s.net().minor(),
                        "tax", s.tax().minor(),
                        "total", s.total().minor(),
                        "part_payments", s.partPayments().minor(),
                        "earlier_payments", s.earlierPayments().minor()),
                "taxes",
                taxes(f.taxes()),
                "refunds",
                map(
                        "count", f.refunds().count(),
                        "amount", f.refunds().amount().minor(),
                        "tax", f.refunds().tax().minor()),
                "returns_without_receipt",
                map(
                        "count", f.returns().count(),
                        "amount", f.returns().amount().minor(),
                        "taxes", taxes(f.returns().taxes()),
                        "rounding", f.returns().rounding().minor()),
                "incidents",
                map(
                        "cancelled_sales", i.cancelledSales(),
                        "cancelled", i.cancelled().minor(),
                        "removed_lines", i.removedLines(),
                        "voids", i.voids(),
                        "voided", i.voided().minor(),
                        "overrides", i.overrides(),
                        "price_overrides", i.priceOverrides()),
                "tenders",
                each(
                        f.tenders(),
                        t -> map(
                                "type", t.type().name(),
                                "payments", t.payments(),
                                "taken", t.taken().minor(),
                                "returns", t.returns(),
                                "returned", t.returned().minor(),
                                "rounding", t.rounding().minor())),
                "cards",
                each(
                        f.cards(),
                        c -> map(
                                "scheme", c.scheme(),
                                "payments", c.payments(),
                                "taken", c.taken().minor(),
                                "returns", c.returns(),
                                "returned", c.returned().minor())),
                "drawer",
                map(
                        "opening_float", d.openingFloat().minor(),
                        "sales", d.sales().minor(),
                        "refunds", d.refunds().minor(),
                        "returns_without_receipt", d.returns().minor(),
                        "pay_ins", d.payIns().minor(),
                        "pay_outs", d.payOuts().minor(),
                        "drops", d.drops().minor(),
                        "moves", d.moves()),
                "movements",
                each(
                        f.movements(),
                        m -> map(
                                "id", m.id(),
                                "kind", m.kind().name(),
                                "amount", m.amount().minor(),
                                "reason", m.reason(),
                                "operator", m.operator(),
                                "at", m.at().toString())),
                "open",
                each(
                        f.open(),
                        o -> map(
                                "kind", o.kind().name(),
                                "reference", o.reference(),
                                "amount", o.amount().minor())),
                "receipts",
                map(
                        "first", f.receipts().first(),
                        "last", f.receipts().last(),
                        "missing", f.receipts().missing()));
    }

    private static List<Map<String, @Nullable Object>> taxes(List<TaxSum> taxes) {
        return each(
                taxes,
                t -> map(
                        "name",
                        t.name(),
                        "ppm",
                        t.ppm(),
                        "net",
                        t.net().minor(),
                        "tax",
                        t.tax().minor()));
    }

    private static Map<String, @Nullable Object> map(@Nullable Object... pairs) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return map;
    }

    private static <T> List<Map<String, @Nullable Object>> each(
            List<T> all, Function<T, Map<String, @Nullable Object>> one) {
        return all.stream().map(one).toList();
    }

    /**
     * From its text.
     *
     * @throws tools.jackson.core.JacksonException or {@link IllegalArgumentException} if it is no such text
     */
    static ZReport read(ZRow row) {
        JsonNode text = JSON.readTree(row.data());
        if (text.path("format").asInt() != FORMAT) {
            throw new IllegalArgumentException("it was written by a newer program");
        }
        Reader in = new Reader(text, Currency.getInstance(text.path("currency").asString()));
        return new ZReport(
                text.path("z").asLong(),
                text.path("till").asString(),
                in.shift(),
                in.figures(),
                in.textOrNull(text, "difference_reason"),
                in.textOrNull(text, "accepted_by"),
                row.hash());
    }

    /** Reads amounts in the report's currency. */
    private record Reader(JsonNode text, Currency currency) {

        Shift shift() {
            JsonNode s = text.path("shift");
            return new Shift(
                    s.path("id").asString(),
                    s.path("seq").asLong(),
                    money(s, "opening_float"),
                    s.path("opened_by").asString(),
                    at(s, "opened_at"),
                    count(),
                    text.path("z").asLong(),
                    textOrNull(s, "closed_by"),
                    at(s, "closed_at"));
        }

        private DrawerCount count() {
            JsonNode c = text.path("count");
            SortedMap<Long, Long> pieces = new TreeMap<>();
            c.path("pieces")
                    .properties()
                    .forEach(p ->
                            pieces.put(Long.valueOf(p.getKey()), p.getValue().asLong()));
            return new DrawerCount(
                    c.path("id").asString(),
                    new CashCount(currency, pieces, money(c, "loose")),
                    money(c, "expected"),
                    c.path("moves").asLong(),
                    c.path("tries").asInt(),
                    c.path("operator").asString(),
                    at(c, "at"));
        }

        ShiftFigures figures() {
            JsonNode f = text.path("figures");
            JsonNode s = f.path("sales");
            JsonNode i = f.path("incidents");
            return new ShiftFigures(
                    new Sales(
                            s.path("count").asLong(),
                            money(s, "gross"),
                            money(s, "discount"),
                            money(s, "net"),
                            money(s, "tax"),
                            money(s, "total"),
                            money(s, "part_payments"),
                            money(s, "earlier_payments")),
                    each(f, "taxes", this::tax),
                    new RefundSums(
                            f.path("refunds").path("count").asLong(),
                            money(f.path("refunds"), "amount"),
                            money(f.path("refunds"), "tax")),
                    returns(f.path("returns_without_receipt")),
                    new Incidents(
                            i.path("cancelled_sales").asLong(),
                            money(i, "cancelled"),
                            i.path("removed_lines").asLong(),
                            i.path("voids").asLong(),
                            money(i, "voided"),
                            i.path("overrides").asLong(),
                            i.path("price_overrides").asLong()),
                    each(f, "tenders", this::tender),
                    each(f, "cards", this::card),
                    drawer(f.path("drawer")),
                    each(f, "movements", this::movement),
                    each(
                            f,
                            "open",
                            o -> new OpenItem(
                                    OpenItem.Kind.valueOf(o.path("kind").asString()),
                                    o.path("reference").asString(),
                                    money(o, "amount"))),
                    receipts(f.path("receipts")));
        }

        private TaxSum tax(JsonNode t) {
            return new TaxSum(t.path("name").asString(), t.path("ppm").asInt(), money(t, "net"), money(t, "tax"));
        }

        /** Reports from before there were any say nothing of them. */
        private ReturnSums returns(JsonNode r) {
            return r.isMissingNode()
                    ? ReturnSums.none(Money.zero(currency))
                    : new ReturnSums(
                            r.path("count").asLong(),
                            money(r, "amount"),
                            each(r, "taxes", this::tax),
                            money(r, "rounding"));
        }

        private TenderSum tender(JsonNode t) {
            return new TenderSum(
                    TenderType.valueOf(t.path("type").asString()),
                    t.path("payments").asLong(),
                    money(t, "taken"),
                    t.path("returns").asLong(),
                    money(t, "returned"),
                    money(t, "rounding"));
        }

        private CardSum card(JsonNode c) {
            return new CardSum(
                    c.path("scheme").asString(),
                    c.path("payments").asLong(),
                    money(c, "taken"),
                    c.path("returns").asLong(),
                    money(c, "returned"));
        }

        private Drawer drawer(JsonNode d) {
            return new Drawer(
                    money(d, "opening_float"),
                    money(d, "sales"),
                    money(d, "refunds"),
                    d.has("returns_without_receipt") ? money(d, "returns_without_receipt") : Money.zero(currency),
                    money(d, "pay_ins"),
                    money(d, "pay_outs"),
                    money(d, "drops"),
                    d.path("moves").asLong());
        }

        private CashMovement movement(JsonNode m) {
            return new CashMovement(
                    m.path("id").asString(),
                    text.path("shift").path("id").asString(),
                    CashMovement.Kind.valueOf(m.path("kind").asString()),
                    money(m, "amount"),
                    m.path("reason").asString(),
                    m.path("operator").asString(),
                    at(m, "at"));
        }

        private static ReceiptRange receipts(JsonNode r) {
            boolean none = r.path("first").isNull() || r.path("last").isNull();
            return none
                    ? new ReceiptRange(null, null, r.path("missing").asLong())
                    : new ReceiptRange(
                            r.path("first").asLong(),
                            r.path("last").asLong(),
                            r.path("missing").asLong());
        }

        private <T> List<T> each(JsonNode of, String name, Function<JsonNode, T> one) {
            List<T> all = new ArrayList<>();
            of.path(name).forEach(node -> all.add(one.apply(node)));
            return all;
        }

        private Money money(JsonNode of, String name) {
            JsonNode minor = Objects.requireNonNull(of.get(name), name);
            return Money.of(minor.asLong(), currency);
        }

        private static Instant at(JsonNode of, String name) {
            return Instant.parse(of.path(name).asString());
        }

        @Nullable
        String textOrNull(JsonNode of, String name) {
            JsonNode value = of.path(name);
            return value.isNull() || value.isMissingNode() ? null : value.asString();
        }
    }
}
