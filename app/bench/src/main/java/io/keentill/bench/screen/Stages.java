package io.keentill.bench.screen;

import io.keentill.bench.screen.Timeline.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where the time goes: until it is stored, until the screen knows, waiting for a frame, and laying it out. */
final class Stages {

    private final Timeline timeline;
    private final List<Long> stored = new ArrayList<>();
    private final List<Long> heard = new ArrayList<>();
    private final List<Long> waited = new ArrayList<>();
    private final List<Long> laidOut = new ArrayList<>();
    private final Map<Long, Integer> frames = new TreeMap<>();

    Stages(Timeline timeline) {
        this.timeline = timeline;
    }

    /** One act, of which the timeline knows everything since it began, and when what it shows was {@code committed}. */
    void add(Sample act, long committed) {
        long said = timeline.last(Kind.SAID, act.at()).orElseThrow();
        long frame = timeline.last(Kind.FRAME, act.at()).orElseThrow();
        stored.add(committed - act.began());
        heard.add(said - committed);
        waited.add(frame - said);
        laidOut.add(act.at() - frame);
        frames.merge(timeline.between(Kind.FRAME, said, act.at()), 1, Integer::sum);
    }

    Map<String, Object> figures() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("key_to_stored", Figures.of(stored));
        report.put("stored_to_known_to_the_screen", Figures.of(heard));
        report.put("known_to_frame", Figures.of(waited));
        report.put("frame_to_painted", Figures.of(laidOut));
        report.put("painted_in_frame_after_known", frames);
        return report;
    }
}
