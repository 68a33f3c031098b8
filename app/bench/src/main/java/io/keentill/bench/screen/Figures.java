package io.keentill.bench.screen;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What many samples come to. */
final class Figures {

    private Figures() {}

    /** Count, median, 95th and 99th percentile and maximum, in milliseconds with two decimals. */
    static Map<String, Object> of(List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("samples", sorted.length);
        if (sorted.length > 0) {
            figures.put("p50_ms", millis(sorted, 0.50));
            figures.put("p95_ms", millis(sorted, 0.95));
            figures.put("p99_ms", millis(sorted, 0.99));
            figures.put("max_ms", millis(sorted, 1));
        }
        return figures;
    }

    /** The 95th percentile of one over that of the other, with two decimals. */
    static double ratio(List<Long> of, List<Long> over) {
        double ours = millis(of.stream().mapToLong(Long::longValue).sorted().toArray(), 0.95);
        double theirs = millis(over.stream().mapToLong(Long::longValue).sorted().toArray(), 0.95);
        return Math.round(100 * ours / theirs) / 100.0;
    }

    /** The one in the middle, in milliseconds with two decimals. */
    static double median(List<Long> nanos) {
        return millis(nanos.stream().mapToLong(Long::longValue).sorted().toArray(), 0.5);
    }

    /** Nanoseconds as milliseconds with two decimals. */
    static double millis(long nanos) {
        return Math.round(nanos / 1e4) / 100.0;
    }

    private static double millis(long[] sorted, double part) {
        int at = (int) Math.min(sorted.length - 1L, Math.round(part * sorted.length));
        return millis(sorted[at]);
    }
}
