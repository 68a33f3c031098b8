package io.keentill.bench.screen;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From the call of {@code till} to its log-in, and to ready to scan with the PIN typed at once: the product's own starter
 * with the start-up cache that it made for itself, and without.
 */
final class Starts {

    private static final int STARTS = Integer.getInteger("starts", 5);

    private final List<Long> pad = new ArrayList<>();
    private final List<Long> ready = new ArrayList<>();
    private final List<Long> cpu = new ArrayList<>();
    private final List<Long> resident = new ArrayList<>();
    private final Path folder;
    private final boolean cache;

    private Starts(Path folder, boolean cache) {
        this.folder = folder;
        this.cache = cache;
    }

    /** Starts the till in {@code folder} a few times; once before, to make the cache and warm the disk's. */
    static Map<String, Object> measure(Path folder) throws IOException, InterruptedException {
        new Starts(folder, true).start();
        return Map.of("without_cache", new Starts(folder, false).all(), "with_cache", new Starts(folder, true).all());
    }

    private Map<String, Object> all() throws IOException, InterruptedException {
        for (int i = 0; i < STARTS; i++) {
            start();
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("log_in", Figures.of(pad));
        report.put("ready_to_scan", Figures.of(ready));
        report.put("cpu_p50_ms", Figures.median(cpu));
        report.put("resident_mb_when_ready", resident);
        return report;
    }

    private void start() throws IOException, InterruptedException {
        ProcessBuilder till = new ProcessBuilder(
                        System.getProperty("till"), "rehearse", "--data", folder.toString(), "--pin", Shelves.PIN)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        till.environment().put("KEENTILL_NO_BUILD", "1");
        till.environment().put("KEENTILL_NO_CACHE", cache ? "" : "1");
        till.environment().put("KEENTILL_JAVA_OPTS", "-Dglass.platform=Headless -Dprism.order=sw");
        long began = System.nanoTime();
        Process process = till.start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.equals("PIN")) {
                    pad.add(System.nanoTime() - began);
                } else if (line.startsWith("READY ")) {
                    ready.add(System.nanoTime() - began);
                    cpu.add(1_000_000 * Long.parseLong(line.substring("READY ".length())));
                    resident.add(Memory.megabytes(Long.toString(process.pid())));
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The till ended with " + process.exitValue());
        }
    }
}
