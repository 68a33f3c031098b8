package io.keentill.sandbox;

import io.keentill.sandbox.Client.Answer;
import io.keentill.sandbox.LedgerPropertyTest.Step;
import io.keentill.sandbox.data.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Everything that can be done to money in a shop, each as one call that may be refused. */
final class MoneyMoves implements AutoCloseable {
    enum Move {
        INVOICE_AND_ORDER,
        RECORD_BY_HAND,
        PAY_ORDER,
        REFUND_INVOICE,
        CREDIT_NOTE,
        TERMINAL_SALE,
        TERMINAL_REFUND,
        TERMINAL_VOID,
        CHARGE,
        AUTHORISE,
        CAPTURE_PAYMENT,
        CANCEL_PAYMENT,
        CAPTURE_CHARGE,
        REFUND_CHARGE,
        INTENT,
        CAPTURE_INTENT,
        CANCEL_INTENT,
        REFUND,
        END_REFUND,
        VOID,
        CHECKOUT,
        DISPUTE,
        RESOLVE_DISPUTE,
        END_PAYOUT,
        SECONDS_PASS,
        DAY_PASSES
    }

    private static final Map<Move, String> LIKELY = Map.ofEntries(
            Map.entry(Move.CAPTURE_PAYMENT, "&status=authorized"),
            Map.entry(Move.CANCEL_PAYMENT, "&status=authorized"),
            Map.entry(Move.CAPTURE_CHARGE, "&status=pending"),
            Map.entry(Move.REFUND_CHARGE, "&status=succeeded"),
            Map.entry(Move.CAPTURE_INTENT, "&status=processing"),
            Map.entry(Move.CANCEL_INTENT, "&status=processing"),
            Map.entry(Move.RECORD_BY_HAND, "&status=open"),
            Map.entry(Move.REFUND_INVOICE, "&status=paid"),
            Map.entry(Move.REFUND, "&payment_channel=card_not_present"),
            Map.entry(Move.VOID, "&payment_channel=card_not_present"),
            Map.entry(Move.END_REFUND, "&status=pending"),
            Map.entry(Move.DISPUTE, "&status=succeeded"),
            Map.entry(Move.RESOLVE_DISPUTE, "&status=needs_response"),
            Map.entry(Move.END_PAYOUT, "&status=pending"));

    private final Shop shop;
    private final String customer;
    private final String good;
    private final String bad;
    private TestConnector till;

    MoneyMoves(Shop shop) {
        this.shop = shop;
        customer = shop.customer();
        good = method("success");
        bad = method("insufficient_funds");
        till = TestConnector.ready(shop);
    }

    /** Makes the move; the HTTP status of its call, 404 when there is nothing to act on. */
    int make(Step step) {
        int amount = step.amount();
        String money = "{'amount_minor':" + (1 + amount % 400) + "}";
        return switch (step.move()) {
            case INVOICE_AND_ORDER -> {
                String invoice = shop.openInvoice(amount);
                yield shop.orderOn(invoice, amount).isEmpty() ? 500 : 201;
            }
            case RECORD_BY_HAND ->
                onInvoice(
                        step,
                        "/pay",
                        "{'amount_minor':%d,'payment_method':'%s'}"
                                .formatted(
                                        amount,
                                        List.of("cash", "check", "bank_transfer", "other")
                                                .get(amount % 4)));
            case PAY_ORDER ->
                act(
                        step,
                        "/orders",
                        "/pay",
                        "{'amount':%d,'payment_token':'tok_%s_%s'}"
                                .formatted(
                                        amount,
                                        step.luck() ? "success" : "declined",
                                        Long.toString(System.nanoTime(), 36)));
            case REFUND_INVOICE -> onInvoice(step, "/refund", money);
            case CREDIT_NOTE -> creditNote(step);
            case TERMINAL_SALE -> terminalSale(step);
            case TERMINAL_REFUND -> terminal(step, "/refund", money);
            case TERMINAL_VOID -> terminal(step, "/void", "{}");
            case CHARGE -> charge(step, "");
            case AUTHORISE -> charge(step, ",'capture':false");
            case CAPTURE_PAYMENT -> act(step, "/payments", "/capture", "{'amount':" + (1 + amount % 400) + "}");
            case CANCEL_PAYMENT -> act(step, "/payments", "/cancel", "{}");
            case CAPTURE_CHARGE -> act(step, "/charges", "/capture", "{}");
            case REFUND_CHARGE -> act(step, "/charges", "/refund", money);
            case INTENT -> intent(step);
            case CAPTURE_INTENT ->
                act(step, "/payment-intents", "/capture", "{'amount_to_capture':" + (1 + amount % 400) + "}");
            case CANCEL_INTENT -> act(step, "/payment-intents", "/cancel", "{}");
            case REFUND -> onPayment(step, "/refunds", ",'amount_minor':" + (1 + amount % 400));
            case END_REFUND -> control(step, "/refunds", "/end", "{'status':'canceled'}");
            case VOID -> onPayment(step, "/voids", "");
            case CHECKOUT -> checkout(step);
            case DISPUTE -> dispute(step);
            case RESOLVE_DISPUTE ->
                control(step, "/disputes", "/resolve", "{'resolution':'%s'}".formatted(step.luck() ? "won" : "lost"));
            case END_PAYOUT -> control(step, "/payouts", "/end", "{}");
            case SECONDS_PASS -> pass(Duration.ofSeconds(2));
            case DAY_PASSES -> pass(Duration.ofDays(1));
        };
    }

    private String method(String card) {
        String body = "{'customer_id':'%s','card':'%s'}".formatted(customer, card);
        return shop.admin.post("/payment-methods", body).id();
    }

    private int charge(Step step, String more) {
        return shop.api
                .post(
                        "/charges",
                        ("{'customerId':'%s','amountMinor':%d,'description':'Tea','currency':'GBP',"
                                        + "'paymentMethodId':'%s'%s}")
                                .formatted(customer, step.amount(), step.luck() ? good : bad, more))
                .status();
    }

    private int intent(Step step) {
        String made = shop.api
                .post(
                        "/payment-intents",
                        ("{'amount':%d,'customer':'%s','currency':'GBP',"
                                        + "'payment_method':'%s','capture_method':'%s'}")
                                .formatted(
                                        step.amount(),
                                        customer,
                                        step.luck() ? good : bad,
                                        step.pick() % 2 == 0 ? "manual" : "automatic"))
                .id();
        return shop.api.post("/payment-intents/" + made + "/confirm", "{}").status();
    }

    private int checkout(Step step) {
        String invoice = pick(step, "/invoices");
        String body = invoice == null || step.pick() % 2 == 0
                ? "{'amountMinor':%d,'currency':'GBP'}".formatted(step.amount())
                : "{'invoiceId':'%s'}".formatted(invoice);
        Answer made = shop.api.post("/checkout-sessions", body);
        return made.status() >= 300
                ? made.status()
                : shop.admin
                        .post(
                                "/checkout-sessions/" + made.id() + "/pay",
                                "{'card':'%s'}".formatted(step.luck() ? "success" : "declined"))
                        .status();
    }

    private int creditNote(Step step) {
        String invoice = pick(step, "/invoices");
        String method = List.of("refund_to_payment_method", "customer_balance", "external")
                .get(step.amount() % 3);
        return invoice == null
                ? 404
                : shop.api
                        .post(
                                "/credit_notes",
                                "{'invoice_id':'%s','amount_minor':%d,'credit_method':'%s'}"
                                        .formatted(invoice, step.amount(), method))
                        .status();
    }

    private int dispute(Step step) {
        String payment = pick(step, "/payments");
        return payment == null
                ? 404
                : shop.admin
                        .post("/disputes", "{'payment_id':'%s','warning':%b}".formatted(payment, step.pick() % 5 == 0))
                        .status();
    }

    private int onInvoice(Step step, String action, String body) {
        return act(step, "/invoices", action, body);
    }

    private int onPayment(Step step, String path, String more) {
        String payment = pick(step, "/payments");
        return payment == null
                ? 404
                : shop.api
                        .post(path, "{'payment_id':'%s'%s}".formatted(payment, more))
                        .status();
    }

    private int act(Step step, String list, String action, String body) {
        String id = pick(step, list);
        return id == null ? 404 : shop.api.post(list + "/" + id + action, body).status();
    }

    private int control(Step step, String list, String action, String body) {
        String id = pick(step, list);
        return id == null
                ? 404
                : shop.admin.post(list + "/" + id + action, body).status();
    }

    private int terminalSale(Step step) {
        String invoice = step.pick() % 2 == 0 ? null : pick(step, "/invoices");
        String more = invoice == null ? "" : ",'invoice_id':'" + invoice + "'";
        return carriedOut(
                step,
                shop.api.post(
                        "/terminal-payments",
                        "{'device_id':'%s','amount_minor':%d,'currency':'GBP'%s}"
                                .formatted(till.device, step.amount(), more)));
    }

    private int terminal(Step step, String action, String body) {
        List<String> sales = ids("/terminal-payments?type=sale&status=approved&limit=100");
        return sales.isEmpty()
                ? 404
                : carriedOut(
                        step,
                        shop.api.post("/terminal-payments/" + sales.get(step.pick() % sales.size()) + action, body));
    }

    /** The connector does what it is told, or its cardholder has bad luck. */
    private int carriedOut(Step step, Answer sent) {
        if (sent.status() < 300) {
            String command = Json.need(till.awaitWith("command", "payment_id", sent.id()), "command_id");
            till.outcome(command, step.luck() ? "approved" : "declined", Json.whole(sent.data(), "amount_minor"));
            till.awaitWith("settled", "command_id", command);
        }
        return sent.status();
    }

    /** Time passes, and the till says that it is still there. */
    private int pass(Duration time) {
        shop.clock.forward(time);
        shop.sandbox.tick();
        till.hello(true);
        return 200;
    }

    /** One that the move likely fits, and now and then any at all. */
    private String pick(Step step, String list) {
        String likely = step.pick() % 6 == 5 ? "" : LIKELY.getOrDefault(step.move(), "");
        List<String> all = ids(list + "?limit=100" + likely);
        return all.isEmpty() ? null : all.get(step.pick() % all.size());
    }

    private List<String> ids(String path) {
        List<String> ids = new ArrayList<>();
        for (JsonNode row : shop.api.get(path).json().get("data")) {
            ids.add(Json.need(row, "id"));
        }
        return ids;
    }

    @Override
    public void close() {
        till.close();
    }
}
