package io.keentill.bench.screen;

import io.keentill.bench.screen.Timeline.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/** From the key that pays by card to the receipt on the screen. */
final class Cards {

    private static final int MEASURED = Integer.getInteger("samples", 160) / 2;
    private static final int WARM_UP = 60;

    private final Counter counter;

    Cards(Counter counter) {
        this.counter = counter;
    }

    Map<String, Object> run() {
        List<Long> intent = new ArrayList<>();
        List<Long> firstByte = new ArrayList<>();
        List<Long> money = new ArrayList<>();
        List<Long> answered = new ArrayList<>();
        List<Long> outcome = new ArrayList<>();
        Map<Long, Integer> frames = new TreeMap<>();
        Stages stages = new Stages(counter.timeline);
        Node receipt = counter.screen.node("receipt");
        receipt.visibleProperty().addListener((o, hidden, now) -> {
            if (now) {
                counter.timeline.note(Kind.SAID);
            }
        });
        Runnable unwatch = counter.screen.eachFrame(() -> counter.timeline.note(Kind.FRAME));
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            Screen.run(() -> counter.screen.burst(Shelves.TEN));
            counter.screen.until(() -> !counter.screen.node("pay-card").isDisabled());
            counter.timeline.clear();
            Sample sample =
                    counter.screen.painted(() -> counter.screen.press(KeyCode.F9), () -> Screen.isShown(receipt));
            if (i >= WARM_UP) {
                long stored =
                        counter.timeline.first(Kind.COMMIT, sample.began()).orElseThrow();
                long byteOut = counter.timeline.first(Kind.WRITE, stored).orElseThrow();
                long asked = counter.timeline.first(Kind.AUTHORISATION, stored).orElseThrow();
                long booked = counter.timeline.last(Kind.COMMIT, sample.at()).orElseThrow();
                long answer = counter.timeline.last(Kind.READ, booked).orElseThrow();
                intent.add(stored - sample.began());
                firstByte.add(byteOut - stored);
                money.add(asked - stored);
                answered.add(booked - answer);
                outcome.add(sample.at() - booked);
                stages.add(sample, booked);
                frames.merge(counter.timeline.between(Kind.FRAME, booked, sample.at()), 1, Integer::sum);
            }
            Screen.run(counter.screen::enter);
            counter.screen.until(() -> counter.screen.isShown("sell"));
        }
        unwatch.run();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("key_to_durable_intent", Figures.of(intent));
        report.put("durable_intent_to_first_byte", Figures.of(firstByte));
        report.put("durable_intent_to_first_byte_that_moves_money", Figures.of(money));
        report.put("last_byte_of_the_answer_to_booked", Figures.of(answered));
        report.put("booked_to_outcome_painted", Figures.of(outcome));
        report.put("booked_to_outcome_in_frame", frames);
        report.put("booked_to_outcome_stages", stages.figures());
        return report;
    }
}
