package io.keentill.bench.screen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a clerk waits for, at catalogues of the sizes in {@code -Dproducts} (100000,1000000). Prints JSON, which is also
 * kept in {@code -Dout}. {@code -Dparts} names what is measured (scan, search, card, stream, start, memory), {@code
 * -Dsamples} how often (160 scans, half as many words and cards), {@code -Dseconds} how long the stream of scans is, {@code
 * -Dfolder} where the catalogues are kept for later runs. Memory is measured with the largest catalogue alone. Each part is
 * told as soon as it is measured.
 */
public final class StorefrontBench {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private StorefrontBench() {}

    /** Without arguments all that is asked for; with some, the one that needs a process of its own. */
    public static void main(String[] args) throws Exception {
        try {
            if (args.length == 0) {
                all();
            } else {
                memory(Path.of(args[0]), Integer.parseInt(args[1]));
            }
        } finally {
            Platform.exit();
        }
    }

    private static void memory(Path folder, int products) throws Exception {
        try (Counter counter = new Counter(folder)) {
            counter.logIn();
            Map<String, Object> report = new Memory(counter, products)
                    .run(Integer.getInteger("sales", 2000), Integer.getInteger("searches", 200));
            System.out.println(JSON.writeValueAsString(report));
        }
    }

    private static void all() throws Exception {
        Path base = Path.of(System.getProperty("folder", "target/storefront"));
        List<String> parts = Arrays.asList(System.getProperty("parts", "scan,search,card,stream,start,memory")
                .split(","));
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("cores", Runtime.getRuntime().availableProcessors());
        report.put("load_before", load());
        List<Integer> sizes = Arrays.stream(
                        System.getProperty("products", "100000,1000000").split(","))
                .map(size -> Integer.valueOf(size.strip()))
                .toList();
        for (int products : sizes) {
            Path folder = base.resolve(Integer.toString(products));
            Shelves.fill(folder, products);
            report.put("products_" + products, measure(folder, products, parts, products == Collections.max(sizes)));
        }
        report.put("load_after", load());
        String text = JSON.writeValueAsString(report);
        Path out = Path.of(
                System.getProperty("out", base.resolve("storefront.json").toString()));
        Files.writeString(out, text);
        System.out.println(text);
    }

    private static void put(Map<String, Object> report, String part, Object figures) {
        report.put(part, figures);
        System.err.println(part + " " + JSON.writeValueAsString(figures));
    }

    private static Map<String, Object> measure(Path folder, int products, List<String> parts, boolean largest)
            throws Exception {
        Map<String, Object> report = new LinkedHashMap<>();
        if (parts.contains("start")) {
            put(report, "start", Starts.measure(folder));
        }
        if (parts.contains("memory") && largest) {
            put(report, "memory", JSON.readTree(Child.memory(folder, products)));
        }
        try (Counter counter = new Counter(folder)) {
            counter.logIn();
            if (parts.contains("scan")) {
                put(report, "scan_to_line_painted", new Scans(counter, products).single());
            }
            if (parts.contains("search")) {
                put(report, "keystroke_to_results_painted", new Searches(counter, products).run());
            }
            if (parts.contains("card")) {
                put(report, "card", new Cards(counter).run());
            }
            if (parts.contains("stream")) {
                int seconds = Integer.getInteger("seconds", 60);
                put(report, "ten_scans_a_second", new Scans(counter, products).stream(seconds));
            }
        }
        return report;
    }

    private static String load() throws IOException {
        Path file = Path.of("/proc/loadavg");
        return Files.exists(file) ? Files.readString(file).strip() : "unknown";
    }
}
