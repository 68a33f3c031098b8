package io.keentill.device.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestReporter;

/** All scenarios of a driver, started side by side and told of one by one. */
final class ConformanceRun {

    /** How often a scenario is played in which the driver was more careful than it need be. */
    static final int TRIES = 3;

    private static final System.Logger LOG = System.getLogger(ConformanceRun.class.getName());

    private final TerminalConformance kit;
    private final List<Scenario> scenarios;

    ConformanceRun(TerminalConformance kit) throws Exception {
        this.kit = kit;
        this.scenarios = scenarios(kit);
    }

    static List<Scenario> scenarios(TerminalConformance kit) throws Exception {
        List<Scenario> all = new ArrayList<>();
        all.addAll(new PlainScenarios(kit).all());
        all.addAll(new PlayScenarios(kit).all());
        all.addAll(new TillScenarios(kit).all());
        all.addAll(new TwoTillScenarios(kit).all());
        all.addAll(new FaultScenarios(kit).all());
        return all;
    }

    Stream<DynamicNode> nodes(TestReporter reporter) throws IOException {
        Map<String, List<DynamicNode>> groups = new LinkedHashMap<>();
        ExecutorService pool = Executors.newFixedThreadPool(
                kit.sideBySide(),
                Thread.ofPlatform().daemon().name("conformance-", 0).factory());
        for (Scenario scenario : scenarios) {
            CompletableFuture<Void> done = CompletableFuture.runAsync(() -> run(scenario), pool);
            groups.computeIfAbsent(scenario.group(), g -> new ArrayList<>())
                    .add(DynamicTest.dynamicTest(scenario.name(), () -> await(done)));
        }
        pool.shutdown();
        report(reporter, groups);
        return groups.entrySet().stream()
                .map(group -> DynamicContainer.dynamicContainer(group.getKey(), group.getValue()));
    }

    private static void run(Scenario scenario) {
        for (int i = 1; i < TRIES; i++) {
            try {
                runOnce(scenario);
                return;
            } catch (Hesitation e) {
                LOG.log(System.Logger.Level.INFO, "Played again: " + scenario.name(), e);
            }
        }
        runOnce(scenario);
    }

    private static void runOnce(Scenario scenario) {
        try {
            scenario.body().run();
        } catch (Error | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The scenario could not be played: " + e.getMessage(), e);
        }
    }

    private static void await(CompletableFuture<Void> done) throws Throwable {
        try {
            done.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof Scenario.NotPlayable) {
                Assumptions.abort(String.valueOf(cause.getMessage()));
            }
            throw cause == null ? e : cause;
        }
    }

    /** How many scenarios there are, for the build's log and as a file for the documents. */
    private void report(TestReporter reporter, Map<String, List<DynamicNode>> groups) throws IOException {
        String name = kit.profile().name();
        StringBuilder text = new StringBuilder(name + ": " + scenarios.size() + " scenarios\n");
        groups.forEach((group, tests) -> text.append("%6d  %s%n".formatted(tests.size(), group)));
        reporter.publishEntry(name, scenarios.size() + " scenarios");
        Path folder = Path.of(System.getProperty("conformance.reports", "target/conformance"));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name.replaceAll("[^A-Za-z0-9]+", "-") + ".txt"), text);
    }
}
