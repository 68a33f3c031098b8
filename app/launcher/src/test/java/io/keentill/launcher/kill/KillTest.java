package io.keentill.launcher.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Real processes, real sockets, a real serial line, and {@code kill -9} at random moments: tills that sell without end are
 * killed while they start, ring up, pay, print and sync, and started again. What a till said was stored must be there;
 * in the end three ledgers that know nothing of each other must agree to the penny.
 *
 * <p>{@code -Dkeentill.kills=1000} kills more often, {@code -Dkeentill.kills.seed=N} repeats a run's chances as far as
 * real processes repeat. See docs/reliability.md.
 */
class KillTest {

    private static final int KILLS = Integer.getInteger("keentill.kills", 8);
    /** A till is killed at any moment up to this after so many answers, however fast the machine is. */
    private static final int MOST_ANSWERS = 16;

    private static final int LONGEST_MILLIS = 120;
    private static final int STARTING_MILLIS = 2500;

    /** Kills of each till between two audits. */
    private static final int ROUND = 25;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path temporary;

    private final ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();

    /** Not virtual: they wait in reads of pipes, which hold up the few carriers that terminals and RevKeen run on here. */
    private final ExecutorService clerks = Executors.newCachedThreadPool();

    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicInteger whileStarting = new AtomicInteger();

    @Test
    void nothingAcknowledgedIsLostAndNobodyIsChargedTwice() throws Exception {
        long seed = Long.getLong("keentill.kills.seed", System.nanoTime());
        Path folder = folder();
        Random chance = new Random(seed);
        Instant begun = Instant.now();
        try (Street street = Street.open(folder)) {
            String where = "seed " + seed + " in " + folder;
            TillImage image = TillImage.pack(folder);
            Map<Lane, Random> chances = new LinkedHashMap<>();
            for (Lane lane : street.lanes()) {
                lane.setUp(image, street.api(), street.key());
                // The first one leaves the start-up cache to all others.
                finish(image, lane, lane == street.lanes().getFirst());
                chances.put(lane, new Random(chance.nextLong()));
            }
            for (int left = Math.ceilDiv(KILLS, chances.size()); left > 0; left -= ROUND) {
                int each = Math.min(ROUND, left);
                together(chances.keySet(), lane -> round(image, lane, chances.get(lane), each, where));
                together(chances.keySet(), lane -> finish(image, lane, false));
                tell(folder, street, begun, Ledgers.audit(street, where));
            }
        } finally {
            killer.shutdownNow();
            clerks.shutdownNow();
        }
    }

    /** What is done at one till. */
    private interface AtTill {
        void run(Lane lane) throws Exception;
    }

    private void together(Collection<Lane> lanes, AtTill work) throws InterruptedException {
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (Lane lane : lanes) {
            tasks.add(() -> {
                work.run(lane);
                return true;
            });
        }
        for (Future<Boolean> done : clerks.invokeAll(tasks)) {
            assertThat(done).succeedsWithin(Duration.ZERO);
        }
    }

    private void round(TillImage image, Lane lane, Random chance, int each, String where) throws Exception {
        for (int i = 0; i < each; i++) {
            killOne(image, lane, chance, "kill " + kills.incrementAndGet() + " of " + where);
        }
        lane.notes().checkNews(lane.data(), lane.name() + ", " + where);
    }

    private Path folder() throws IOException {
        String named = System.getProperty("keentill.kills.folder");
        return named == null ? temporary : Files.createDirectories(Path.of(named));
    }

    private void killOne(TillImage image, Lane lane, Random chance, String where) throws Exception {
        lane.mood().accept(chance);
        try (KillableTill till = image.counter(lane.log(), lane.data(), false)) {
            boolean early = chance.nextInt(6) == 0;
            if (early) {
                killAfter(till, chance.nextInt(STARTING_MILLIS));
            }
            Optional<JsonNode> ready = till.ready();
            if (ready.isPresent()) {
                lane.notes().checkNews(lane.data(), lane.name() + ", before " + where);
                if (!early) {
                    int millis = chance.nextInt(LONGEST_MILLIS);
                    till.after(chance.nextInt(MOST_ANSWERS), () -> killAfter(till, millis));
                }
                new Clerk(till, lane.notes(), chance).sell(ready.get());
            } else {
                whileStarting.incrementAndGet();
            }
            assertThat(till.died())
                    .as("ended by the kill alone, %s; see %s", where, lane.log())
                    .isTrue();
        }
    }

    private void killAfter(KillableTill till, int millis) {
        killer.schedule(till::kill, millis, TimeUnit.MILLISECONDS);
    }

    private void tell(Path folder, Street street, Instant begun, String books) throws IOException {
        String line =
                "%d kills (%d while starting) on %s in %d s: %d lines and %d sales acknowledged, none lost; %s: till, terminals and RevKeen agree%n"
                        .formatted(
                                kills.get(),
                                whileStarting.get(),
                                street.lanes().stream().map(Lane::name).toList(),
                                Duration.between(begun, Instant.now()).toSeconds(),
                                street.lanes().stream()
                                        .mapToInt(l -> l.notes().lines())
                                        .sum(),
                                street.lanes().stream()
                                        .mapToInt(l -> l.notes().sales())
                                        .sum(),
                                books);
        System.out.print(line);
        Files.writeString(folder.resolve("kills.txt"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Everything open is decided, paid and synced by a till that is let live. */
    private static void finish(TillImage image, Lane lane, boolean trains) throws Exception {
        try (KillableTill till = image.counter(lane.log(), lane.data(), trains)) {
            Clerk clerk = new Clerk(till, lane.notes(), new Random());
            JsonNode state = till.ready().orElseThrow(() -> new AssertionError("No start, see " + lane.log()));
            if (trains) {
                till.work("scan FRV-001").orElseThrow();
                till.work("cash").orElseThrow();
                till.work("scan FRV-002").orElseThrow();
                state = till.work("card").flatMap(a -> till.work("state")).orElseThrow();
            }
            clerk.finish(state);
            JsonNode synced = till.work("sync 240").orElseThrow();
            assertThat(synced.get("waiting").asInt())
                    .as("%s: %s", lane.name(), synced)
                    .isZero();
            assertThat(till.quit()).isZero();
        }
    }
}
