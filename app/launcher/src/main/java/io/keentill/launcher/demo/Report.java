package io.keentill.launcher.demo;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import io.keentill.launcher.SaleReport;
import io.keentill.launcher.SampleShop;
import io.keentill.store.JournalVerdict;
import io.keentill.store.JournalVerifier;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the demo ends with: each sale, and whether three ledgers agree to the penny. */
final class Report {

    private static final int SCRIPTED_SALES = 5;

    private final DemoWorld world;
    private final PrintWriter print;

    Report(DemoWorld world, PrintWriter print) {
        this.world = world;
        this.print = print;
    }

    /** Prints and writes it; answers whether everything is as it must be. */
    boolean finish(@Nullable Path json, boolean scripted) throws IOException, StoreException {
        try (TillStore store = TillStore.openReadOnly(world.data())) {
            Reconciliation books = Reconciliation.read(
                    store,
                    world.terminal(),
                    world.sandbox().baseUrl(),
                    world.sandbox().key());
            List<Map<String, Object>> sales = store.read(view -> view.recentOrders(1000).stream()
                    .filter(o -> o.state() == OrderState.PAID)
                    .sorted(java.util.Comparator.comparing(Order::receiptNumber))
                    .map(o -> SaleReport.of(view, o))
                    .toList());
            boolean complete = !scripted || sales.size() == SCRIPTED_SALES;
            boolean synced = sales.stream().allMatch(s -> Boolean.TRUE.equals(s.get("synced")));
            boolean intact = JournalVerifier.verify(store) instanceof JournalVerdict.Intact;
            boolean agree = books.agree() && complete && synced && intact;
            show(sales, books, intact, agree);
            if (json != null) {
                write(json, sales, books, agree);
            }
            return agree;
        }
    }

    private void show(List<Map<String, Object>> sales, Reconciliation books, boolean intact, boolean agree) {
        print.println();
        for (Map<String, Object> s : sales) {
            long total = ((Number) Objects.requireNonNull(s.get("total_minor"))).longValue();
            print.printf(
                    "  receipt %s  %s  %-9s %12s  RevKeen %s%n",
                    s.get("receipt"),
                    s.get("reference"),
                    s.get("tender"),
                    Money.of(total, String.valueOf(s.get("currency"))),
                    s.get("revkeen_order_id"));
        }
        print.println();
        Currency currency = SampleShop.shop().currency();
        print.printf("  %-10s %12s %12s%n", "ledger", "card", "cash");
        line(
                "till",
                Money.of(books.till().card(), currency),
                Money.of(books.till().cash(), currency));
        line("terminal", Money.of(books.terminal(), currency), "");
        line(
                "RevKeen",
                Money.of(books.revkeen().card(), currency),
                Money.of(books.revkeen().cash(), currency));
        print.println();
        print.println("Journal " + (intact ? "intact" : "BROKEN") + ". The three ledgers "
                + (agree ? "agree to the penny." : "DO NOT AGREE, or a sale is missing."));
        print.flush();
    }

    private void line(String ledger, Object card, Object cash) {
        print.printf("  %-10s %12s %12s%n", ledger, card, cash);
    }

    private static void write(Path file, List<Map<String, Object>> sales, Reconciliation books, boolean agree) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("sales", sales);
        all.put("ledgers", books.json());
        all.put("agree", agree);
        try {
            Files.writeString(file, Console.text(all) + "\n");
        } catch (IOException e) {
            throw new Problem(file + " could not be written: " + e.getMessage(), e);
        }
    }
}
