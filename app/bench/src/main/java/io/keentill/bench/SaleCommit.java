package io.keentill.bench;

import io.keentill.device.link.LinkOpener;
import io.keentill.device.link.SecretStore;
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
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.setup.Secrets;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the clerk waits for when a sale is closed for cash: the tender, the closed order, its receipt number, two journal
 * entries and the outbox rows, durable in one commit. Beside it, in turns and on the same disk, a bare
 * {@code fdatasync} of one page, and one of as many bytes as the sale puts into the log. The last of them is also held
 * against the end of the sale alone: from when all its statements have run to when it is on the disk.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 8, time = 4)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls open() before anything else
public class SaleCommit {

    private static final int PAGE = 4096;

    /** SQLite writes its log over from the beginning after a thousand pages; so does the bare one. */
    private static final int LOG_PAGES = 1000;

    private static final int SOLD_BEFORE = 2000;
    private static final int WEIGHED = 50;

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final String CODE = "TEA";
    private static final String CLERK = "ann";

    private final Turns turns = new Turns("sale");
    private Path folder;
    private final CommitWatch commits = new CommitWatch();
    private LocalTill till;
    private FileChannel log;
    private ByteBuffer onePage;
    private ByteBuffer saleBytes;
    private long at;

    /** A till with one product, and the bare log. */
    @Setup
    public void open() throws IOException, StoreException {
        Path disk = Path.of(System.getProperty("bench.folder", "commit"));
        Files.createDirectories(disk);
        folder = Files.createTempDirectory(disk, "till");
        till = till(folder, commits);
        saleBytes = ByteBuffer.allocateDirect(usualSale());
        onePage = ByteBuffer.allocateDirect(PAGE);
        log = FileChannel.open(folder.resolve("bare.log"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        System.out.printf(Locale.ROOT, "%n  a sale puts %d bytes into the log%n", saleBytes.capacity());
    }

    /** What one sale writes on a till that has sold before: its indexes have grown by then. */
    private int usualSale() throws IOException {
        for (int sale = 0; sale < SOLD_BEFORE; sale++) {
            scan();
            pay();
        }
        int bytes = 0;
        LogFrames log = new LogFrames(folder.resolve("keentill.db-wal"));
        for (int sale = 0; sale < WEIGHED; sale++) {
            scan();
            log.written();
            pay();
            bytes += log.written();
        }
        return bytes / WEIGHED;
    }

    private static LocalTill till(Path data, CommitWatch commits) throws IOException, StoreException {
        TillStore store = TillStore.open(data, Clock.systemUTC(), commits);
        TaxRate vat = new TaxRate("vat", "VAT 20%", Rate.percent(20), true);
        store.write(tx -> {
            tx.saveShop(new Shop("Bench", List.of(), "", GBP, CashRounding.NONE, List.of()));
            tx.saveProduct(
                    new Product("p1", CODE, "Tea", new Money(250, GBP), vat, "Food", List.of(), null, false, true));
            return true;
        });
        SecureRandom random = new SecureRandom();
        TillParts parts = new TillParts(
                Clock.systemUTC(),
                random,
                random,
                LinkOpener.of(List.of(), SecretStore.inMemory()),
                List.of(),
                FrameTrace.OFF,
                address -> {
                    throw new IllegalArgumentException("No printer here");
                },
                Locale.UK,
                "bench",
                uri -> false);
        return LocalTill.open(store, new Secrets(data), parts, null);
    }

    /** Forgets the samples of warm-up. */
    @Setup(Level.Iteration)
    public void begin() {
        turns.begin();
    }

    /** Tells the ratio and cleans up. */
    @TearDown
    public void close() throws IOException {
        turns.print();
        till.close();
        log.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Against one page written and forced. */
    @Benchmark
    public void onePage() throws IOException {
        scan();
        turns.take(() -> force(onePage), this::pay);
    }

    /** Against the same number of bytes written and forced. */
    @Benchmark
    public void sameBytes() throws IOException {
        scan();
        turns.take(() -> force(saleBytes), this::pay);
    }

    /** The commit without the statements before it, against the same number of bytes written and forced. */
    @Benchmark
    public void commitAlone() throws IOException {
        scan();
        boolean saleFirst = turns.otherFirst();
        if (saleFirst) {
            pay();
        }
        long start = System.nanoTime();
        force(saleBytes);
        long bare = System.nanoTime() - start;
        if (!saleFirst) {
            pay();
        }
        turns.keep(bare, commits.lastNanos());
    }

    private void scan() {
        if (!(till.scan(CODE, Quantity.ONE, CLERK) instanceof SaleChange.Changed)) {
            throw new IllegalStateException("Not scanned");
        }
    }

    private long pay() {
        SaleChange change = till.payCash(new Money(500, GBP), CLERK);
        if (!(change instanceof SaleChange.Closed closed)) {
            throw new IllegalStateException("Not paid: " + change);
        }
        return closed.order().totals().total().minor();
    }

    private long force(ByteBuffer bytes) throws IOException {
        if (at + bytes.capacity() > (long) LOG_PAGES * PAGE) {
            at = 0;
        }
        bytes.clear();
        while (bytes.hasRemaining()) {
            at += log.write(bytes, at);
        }
        log.force(false);
        return at;
    }
}
