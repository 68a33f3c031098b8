package io.keentill.bench.screen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Samples of the same act. */
final class Series {

    private final List<Sample> samples = new ArrayList<>();

    void add(Sample sample) {
        samples.add(sample);
    }

    void addIf(boolean counts, Sample sample) {
        if (counts) {
            samples.add(sample);
        }
    }

    void addAll(Series others) {
        samples.addAll(others.samples);
    }

    List<Long> nanos() {
        return samples.stream().map(Sample::nanos).toList();
    }

    /** How long they took, and the processor time of the middle one. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>(Figures.of(nanos()));
        if (!samples.isEmpty()) {
            figures.put("screen_cpu_p50_ms", Figures.median(costs(cost -> cost.screen())));
            figures.put("all_cpu_p50_ms", Figures.median(costs(cost -> cost.all())));
        }
        return figures;
    }

    /** The middle one's processor time on the screen's thread over that of others, with two decimals. */
    double cpuRatio(Series others) {
        double ours = Figures.median(costs(cost -> cost.screen()));
        return Math.round(100 * ours / Figures.median(others.costs(cost -> cost.screen()))) / 100.0;
    }

    private List<Long> costs(ToLongFunction<Cost> kind) {
        return samples.stream().map(one -> kind.applyAsLong(one.cost())).toList();
    }
}
