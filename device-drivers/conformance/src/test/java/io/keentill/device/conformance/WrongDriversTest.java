package io.keentill.device.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.conformance.sample.Mutants;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Drivers that are wrong in one way each fail in that way. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class WrongDriversTest {

    @Test
    void oneThatApprovesOnGarbage() throws Exception {
        assertThat(complaints(Mutants.approvesOnGarbage())).containsOnlyKeys("WRONG APPROVAL");
    }

    @Test
    void oneThatSaysFailedAfterSending() throws Exception {
        assertThat(complaints(Mutants.failedAfterSending()))
                .containsKey("WRONG REFUSAL")
                .doesNotContainKey("WRONG APPROVAL");
    }

    @Test
    void oneThatIgnoresTheReference() throws Exception {
        Map<String, List<String>> complaints = complaints(Mutants.ignoresTheReference());
        assertThat(complaints).containsKey("WRONG APPROVAL");
        assertThat(complaints.get("WRONG APPROVAL")).allMatch(s -> s.contains("ANSWER_OF_BEFORE"));
    }

    @Test
    void oneThatNeverResolves() throws Exception {
        assertThat(complaints(Mutants.neverResolves())).containsOnlyKeys("NEVER RESOLVED");
    }

    @Test
    void oneThatIgnoresAmountAndCurrency() throws Exception {
        Map<String, List<String>> complaints = complaints(Mutants.ignoresTheAmount());
        assertThat(complaints).containsKey("WRONG APPROVAL");
        assertThat(complaints.get("WRONG APPROVAL")).anyMatch(s -> s.contains("APPROVE_PART"));
    }

    @Test
    void oneThatSendsBeforeItIsStored() throws Exception {
        Map<String, List<String>> complaints = complaints(Mutants.sendsBeforeItIsStored());
        assertThat(complaints).containsKey("WRONG REFUSAL");
        assertThat(complaints.get("WRONG REFUSAL"))
                .anyMatch(s -> s.contains("that it is sent") || s.contains("BEFORE_SENDING_IS_STORED"));
    }

    @Test
    void oneThatTellsNobody() throws Exception {
        assertThat(complaints(Mutants.tellsNobody())).containsKey("BROKEN CONTRACT");
    }

    /** What a driver fails with, by the first words of the complaint; each with the scenarios. */
    private static Map<String, List<String>> complaints(TerminalConformance kit) throws Exception {
        List<Scenario> scenarios = ConformanceRun.scenarios(kit);
        Map<String, List<String>> complaints = new HashMap<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(kit.sideBySide())) {
            List<Future<String>> results = new ArrayList<>();
            scenarios.forEach(s -> results.add(pool.submit(() -> complaint(s))));
            for (int i = 0; i < results.size(); i++) {
                String complaint = results.get(i).get();
                if (!complaint.isEmpty()) {
                    complaints
                            .computeIfAbsent(complaint, c -> new ArrayList<>())
                            .add(scenarios.get(i).group() + ": "
                                    + scenarios.get(i).name());
                }
            }
        }
        return complaints;
    }

    private static String complaint(Scenario scenario) throws Exception {
        for (int i = 0; i < ConformanceRun.TRIES; i++) {
            try {
                return complaintOf(scenario);
            } catch (Hesitation careful) {
                // Played again, as every run does.
                continue;
            }
        }
        return "";
    }

    private static String complaintOf(Scenario scenario) throws Exception {
        try {
            scenario.body().run();
            return "";
        } catch (Scenario.NotPlayable e) {
            return "";
        } catch (Hesitation e) {
            throw e;
        } catch (AssertionError e) {
            String message = String.valueOf(e.getMessage());
            return message.matches("[A-Z ]+: .*") ? message.substring(0, message.indexOf(':')) : "other";
        }
    }
}
