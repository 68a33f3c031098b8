package io.keentill.storefront;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.account.Account;
import io.keentill.engine.account.AccountDesk;
import io.keentill.engine.account.Entitled;
import io.keentill.engine.account.OpenInvoice;
import io.keentill.engine.account.Readiness;
import io.keentill.engine.account.Seen;
import io.keentill.engine.account.TakeResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Bertha Weiß owes two invoices and may use two things; everybody else nothing. */
final class FakeAccounts implements AccountDesk {

    static final String OWES = "c2";

    private final FakeTill till;
    final List<OpenInvoice> open = new ArrayList<>(List.of(
            invoice("i1", "INV-000123", 4200, "sent", "2026-11-02T09:30:00Z", "2026-11-30T00:00:00Z"),
            invoice("i2", "INV-000097", 1850, "overdue", "2026-09-14T16:05:00Z", "2026-10-14T00:00:00Z")));
    final List<String> asked = new ArrayList<>();
    boolean reachable = true;
    String entitlementsRefused;
    String refuses;
    Readiness readiness = new Readiness.Clear();
    int readyAsked;

    FakeAccounts(FakeTill till) {
        this.till = till;
    }

    static OpenInvoice invoice(String id, String number, long pence, String status, String made, String due) {
        Money total = Money.of(pence, Sample.GBP);
        return new OpenInvoice(id, number, total, total, status, Instant.parse(made), Instant.parse(due));
    }

    @Override
    public Account ask(String customerId) {
        asked.add(customerId);
        if (!reachable) {
            return Account.UNKNOWN;
        }
        boolean owes = customerId.equals(OWES);
        List<Entitled> held = List.of(
                new Entitled("Gold membership", "active", true, Instant.parse("2027-03-31T00:00:00Z")),
                new Entitled("Studio", "suspended", false, null));
        return new Account(
                entitlementsRefused == null
                        ? new Seen.Told<>(owes ? held : List.of(), false)
                        : new Seen.Refused<>(Sentence.quoted(entitlementsRefused)),
                new Seen.Told<>(owes ? open : List.of(), false));
    }

    @Override
    public TakeResult take(String invoiceId, String operator) {
        if (!reachable) {
            return new TakeResult.NotReachable(
                    Sentence.of("cloud.revkeen-cannot-be-reached", "RevKeen cannot be reached."));
        }
        if (refuses != null) {
            return new TakeResult.Refused(Sentence.quoted(refuses));
        }
        OpenInvoice one =
                open.stream().filter(i -> i.id().equals(invoiceId)).findFirst().orElseThrow();
        Order order = Order.open(till.id(), "K7Q2M90", Sample.GBP, operator, FakeTill.NOW)
                .plusLine(
                        OrderLine.ofInvoice(till.id(), "Invoice " + one.number(), "Taxed on the invoice", one.total()));
        till.lays(order);
        till.customers.put(order.id(), OWES, operator);
        return new TakeResult.Taken(order);
    }

    @Override
    public Readiness ready(String orderId) {
        readyAsked++;
        return readiness;
    }
}
