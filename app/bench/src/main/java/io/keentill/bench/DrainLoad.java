package io.keentill.bench;

import com.sun.management.OperatingSystemMXBean;
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
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Nanoseconds: seldom enough for what the looking costs not to be measured, at most a fiftieth of the time too late. */
    private static final long LOOK_EVERY = 100_000_000;

    private DrainLoad() {}

    /** Measures and prints; each way first once to warm up. */
    public static void main(String[] args) throws Exception {
        int sales = Integer.getInteger("sales", 2_000);
        Path home = Files.createTempDirectory("keentill-drain");
        try {
            round(home.resolve("warm"), Math.max(200, sales / 2));
            for (int i = 0; i < 5; i++) {
                Round round = round(home.resolve("round" + i), sales);
                System.out.printf(
                        "%d sales, %d requests: bare OkHttp %.0f a second, the till %.0f a second: %.2f;"
                                + " by processor time %.2f and %.2f ms a request: %.2f%n",
                        sales,
                        sales * REQUESTS,
                        round.bare().perSecond(),
                        round.till().perSecond(),
                        round.till().perSecond() / round.bare().perSecond(),
                        round.bare().cpuMillis(),
                        round.till().cpuMillis(),
                        round.bare().cpuMillis() / round.till().cpuMillis());
            }
        } finally {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** What one way took, the sandbox's share included: on a machine that has other work, processor time says more. */
    private record Way(double perSecond, double cpuMillis) {

        static Way measured(int requests, Callable<?> work) throws Exception {
            long cpu = PROCESS.getProcessCpuTime();
            long began = System.nanoTime();
            work.call();
            long took = System.nanoTime() - began;
            return new Way(requests / (took / 1e9), (PROCESS.getProcessCpuTime() - cpu) / 1e6 / requests);
        }
    }

    private record Round(Way bare, Way till) {}

    private static Round round(Path folder, int sales) throws Exception {
        Way bare;
        try (Sandbox sandbox = sandbox(folder.resolve("bare"))) {
            bare = Way.measured(
                    sales * REQUESTS, () -> BareSales.send(sandbox.baseUrl().toString(), sandbox.key(), sales));
            requireAll(sandbox, sales);
        }
        try (Sandbox sandbox = sandbox(folder.resolve("sandbox"))) {
            Path till = Files.createDirectories(folder.resolve("till"));
            sell(till, sales);
            Way drained = drain(till, sandbox, sales * REQUESTS);
            requireAll(sandbox, sales);
            return new Round(bare, drained);
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

    private static Way drain(Path folder, Sandbox sandbox, int requests) throws Exception {
        Secrets secrets = new Secrets(folder);
        secrets.put(Secrets.REVKEEN_KEY, sandbox.key());
        TillStore store = TillStore.open(folder, Clock.systemUTC());
        store.write(tx -> {
            tx.putSetting(Settings.API_URL, sandbox.baseUrl().toString());
            return tx;
        });
        try (LocalTill till = LocalTill.open(store, secrets, parts(), null)) {
            return Way.measured(requests, () -> {
                till.syncNow();
                while (store.read(View::outboxSummary).waiting() > 0) {
                    LockSupport.parkNanos(LOOK_EVERY);
                }
                return till;
            });
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
