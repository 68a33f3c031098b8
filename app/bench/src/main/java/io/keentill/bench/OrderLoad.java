package io.keentill.bench;

import io.keentill.sandbox.Sandbox;
import io.keentill.sandbox.SandboxConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Durable {@code POST /orders} per second over kept-alive connections, beside what the disk and SQLite alone would do.
 * System properties: {@code connections} (16), {@code seconds} (10), {@code warmup} (10).
 */
public final class OrderLoad {
    private static final byte[] ORDER = """
            {"currency":"GBP","metadata":{"till":"1"},"line_items":[
            {"description":"Tea","quantity":2,"unit_price":350},{"description":"Mug","unit_price":899}]}""".getBytes(StandardCharsets.UTF_8);

    private final Sandbox sandbox;
    private final int connections;

    private OrderLoad(Sandbox sandbox, int connections) {
        this.sandbox = sandbox;
        this.connections = connections;
    }

    /** Measures and prints. Fails when an order was refused, or when fewer are stored than were acknowledged. */
    public static void main(String[] args) throws Exception {
        int connections = Integer.getInteger("connections", 16);
        Duration time = Duration.ofSeconds(Integer.getInteger("seconds", 10));
        Path directory = Files.createTempDirectory("keentill-bench");
        try {
            double before = Ceiling.rawOrders(directory, connections, Duration.ofSeconds(4));
            double rate;
            SandboxConfig config =
                    SandboxConfig.of(0, directory.resolve("sandbox")).withRate(0);
            try (Sandbox sandbox = Sandbox.start(config)) {
                OrderLoad load = new OrderLoad(sandbox, connections);
                load.run("warm", Duration.ofSeconds(Integer.getInteger("warmup", 10)));
                long stored = load.stored();
                Duration cpu = cpu();
                long[] nanos = load.run("measured", time);
                cpu = cpu().minus(cpu);
                if (load.stored() - stored < nanos.length) {
                    throw new IllegalStateException("acknowledged orders are missing");
                }
                rate = nanos.length / (double) time.toSeconds();
                System.out.printf(
                        "cores %d, connections %d%n", Runtime.getRuntime().availableProcessors(), connections);
                orders(System.out, rate, nanos);
                System.out.printf(
                        "processor per order     %,8.0f µs (server and driver together)%n",
                        cpu.toNanos() / 1e3 / nanos.length);
            }
            // Before and after, because other programs use the same disk.
            double after = Ceiling.rawOrders(directory, connections, Duration.ofSeconds(4));
            double forced = Ceiling.forcedWrites(directory, Duration.ofSeconds(3));
            ceiling(System.out, rate, connections, (before + after) / 2, forced);
        } finally {
            delete(directory);
        }
    }

    /** Posts for {@code time} over all connections; each acknowledged order's nanoseconds, sorted. */
    private long[] run(String name, Duration time) throws ExecutionException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        List<Future<LongStream>> lines = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                String keys = name + "-" + i + "-";
                lines.add(threads.submit(() -> line(keys, end)));
            }
        }
        LongStream all = LongStream.empty();
        for (Future<LongStream> line : lines) {
            all = LongStream.concat(all, line.get());
        }
        return all.sorted().toArray();
    }

    private LongStream line(String keys, long end) throws IOException {
        LongStream.Builder nanos = LongStream.builder();
        try (Line line = new Line(sandbox.baseUrl(), sandbox.key())) {
            for (long n = 0; System.nanoTime() < end; n++) {
                long start = System.nanoTime();
                int status = line.post("/v2/orders", keys + n, ORDER);
                if (status != 201) {
                    throw new IllegalStateException("an order was answered with " + status);
                }
                nanos.add(System.nanoTime() - start);
            }
        }
        return nanos.build();
    }

    private long stored() {
        return sandbox.stored("order");
    }

    private static void orders(PrintStream out, double rate, long[] nanos) {
        out.printf("POST /orders            %,8.0f /s%n", rate);
        out.printf(
                "latency ms              p50 %.1f, p95 %.1f, p99 %.1f, max %.1f%n",
                millis(nanos, 0.50), millis(nanos, 0.95), millis(nanos, 0.99), millis(nanos, 1));
    }

    private static void ceiling(PrintStream out, double rate, int connections, double raw, double forced) {
        out.printf(
                "bare SQLite, %2d a commit %,7.0f /s   (POST /orders is %.0f %% of it)%n",
                connections, raw, 100 * rate / raw);
        out.printf("forced 4 KiB writes     %,8.0f /s   (%.1f orders to each)%n", forced, rate / forced);
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static double millis(long[] sorted, double part) {
        int at = (int) Math.min(sorted.length - 1L, Math.round(part * sorted.length));
        return sorted[at] / 1e6;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
