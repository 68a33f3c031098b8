package io.keentill.bench;

import io.keentill.device.link.LinkException;
import io.keentill.device.terminal.FrameTrace;
import io.keentill.domain.catalogue.Product;
import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.shop.Shop;
import io.keentill.engine.LocalTill;
import io.keentill.engine.TillParts;
import io.keentill.engine.setup.Secrets;
import io.keentill.engine.setup.Settings;
import io.keentill.sandbox.Sandbox;
import io.keentill.sandbox.SandboxConfig;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * How fast a till's backlog drains with the limiter off, beside the same requests sent by bare OkHttp to a sandbox of its
 * own: same count, same number side by side, nothing stored. The till plans, stores each request before it leaves and each
 * answer after it came. System property {@code sales} (2000).
 */
public final class DrainLoad {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final int REQUESTS = 4;

    private DrainLoad() {}

    /** Measures and prints; each way first once to warm up. */
    public static void main(String[] args) throws Exception {
        int sales = Integer.getInteger("sales", 2_000);
        Path home = Files.createTempDirectory("keentill-drain");
        try {
            round(home.resolve("warm"), Math.max(200, sales / 2));
            for (int i = 0; i < 3; i++) {
                double[] rates = round(home.resolve("round" + i), sales);
                System.out.printf(
                        "%d sales, %d requests: bare OkHttp %.0f a second, the till %.0f a second: %.2f%n",
                        sales, sales * REQUESTS, rates[0], rates[1], rates[1] / rates[0]);
            }
        } finally {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static double[] round(Path folder, int sales) throws Exception {
        double bare;
        try (Sandbox sandbox = sandbox(folder.resolve("bare"))) {
            bare = BareSales.perSecond(sandbox.baseUrl().toString(), sandbox.key(), sales);
            requireAll(sandbox, sales);
        }
        try (Sandbox sandbox = sandbox(folder.resolve("sandbox"))) {
            Path till = Files.createDirectories(folder.resolve("till"));
            sell(till, sales);
            long nanos = drain(till, sandbox);
            requireAll(sandbox, sales);
            return new double[] {bare, sales * REQUESTS / (nanos / 1e9)};
        }
    }

    private static Sandbox sandbox(Path folder) {
        return Sandbox.start(SandboxConfig.of(0, folder).withRate(0));
    }

    private static void requireAll(Sandbox sandbox, int sales) {
        if (sandbox.stored("order") != sales) {
            throw new IllegalStateException(sandbox.stored("order") + " orders arrived of " + sales);
        }
    }

    /** A day without a network. */
    private static void sell(Path folder, int sales) throws Exception {
        TillStore store = TillStore.open(folder, Clock.systemUTC());
        store.write(tx -> {
            TaxRate vat = new TaxRate("vat", "VAT", Rate.percent("20"), true);
            tx.saveShop(new Shop("Shop", List.of("Street 1"), "", GBP, CashRounding.NONE, List.of()));
            tx.saveProduct(
                    new Product("p1", "TEA", "Tea", Money.of(250, GBP), vat, "Drinks", List.of(), null, false, true));
            tx.putSetting(Settings.TILL_ID, "bench");
            tx.putSetting(Settings.TILL_NAME, "Bench");
            return tx;
        });
        try (LocalTill till = LocalTill.open(store, new Secrets(folder), parts(), null)) {
            for (int i = 0; i < sales; i++) {
                till.scan("TEA", Quantity.ONE, "ann");
                till.payCash(Money.of(250, GBP), "ann");
            }
        }
    }

    private static long drain(Path folder, Sandbox sandbox) throws Exception {
        Secrets secrets = new Secrets(folder);
        secrets.put(Secrets.REVKEEN_KEY, sandbox.key());
        TillStore store = TillStore.open(folder, Clock.systemUTC());
        store.write(tx -> {
            tx.putSetting(Settings.API_URL, sandbox.baseUrl().toString());
            return tx;
        });
        long began = System.nanoTime();
        try (LocalTill till = LocalTill.open(store, secrets, parts(), null)) {
            till.syncNow();
            while (store.read(View::outboxSummary).waiting() > 0) {
                LockSupport.parkNanos(20_000_000);
            }
            return System.nanoTime() - began;
        }
    }

    private static TillParts parts() {
        return new TillParts(
                Clock.systemUTC(),
                new SecureRandom(),
                new SecureRandom(),
                (address, within) -> {
                    throw new LinkException("There are no links here");
                },
                List.of(),
                FrameTrace.OFF,
                address -> {
                    throw new IllegalArgumentException("There are no printers here");
                },
                Locale.UK,
                "bench",
                url -> true);
    }
}
