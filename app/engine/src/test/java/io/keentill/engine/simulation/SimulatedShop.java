package io.keentill.engine.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A shop to simulate, set up once for a test class, in memory where the machine has a place for that. */
final class SimulatedShop implements BeforeAllCallback, AfterAllCallback {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final int TILLS = 3;

    private Path home;
    private Shop shop;
    private int days;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        silence();
        home = Files.isWritable(MEMORY)
                ? Files.createTempDirectory(MEMORY, "keentill-simulation")
                : Files.createTempDirectory("keentill-simulation");
        shop = new Shop(home.resolve("shop"), TILLS);
    }

    /** What the engine logs is part of no promise, and a day of crashes logs a lot. */
    private static void silence() {
        try {
            Object root = Class.forName("java.util.logging.Logger")
                    .getMethod("getLogger", String.class)
                    .invoke(null, "");
            Class<?> level = Class.forName("java.util.logging.Level");
            root.getClass()
                    .getMethod("setLevel", level)
                    .invoke(root, level.getField("OFF").get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The log cannot be silenced", e);
        }
    }

    /** Plays a day. */
    Day.Result play(Day.Plan plan) {
        return Day.play(plan, shop, home.resolve("day-" + days++));
    }

    /** Plays a day in which every promise must be kept; otherwise tells the shortest story of how it was not. */
    Day.Result mustHold(Day.Plan plan) {
        Day.Result result = play(plan);
        if (result.violation() != null) {
            String story = Shrinker.story(plan, result, shop, home.resolve("shrink"));
            throw new AssertionError(story, result.violation());
        }
        return result;
    }

    /** The shortest story of a broken day. */
    String story(Day.Plan plan, Day.Result broken) {
        return Shrinker.story(plan, broken, shop, home.resolve("shrink"));
    }

    /** A day or more of three tills with everything that can go wrong. */
    static Day.Plan anyDay(long seed, int customers) {
        return anyDay(seed, customers, Faults.seeded(seed, 4, 20));
    }

    /** The same with a few faults in a hundred sales. */
    static Day.Plan longDay(long seed, int customers) {
        return anyDay(seed, customers, Faults.seeded(seed, 0.8, 8));
    }

    private static Day.Plan anyDay(long seed, int customers, Faults faults) {
        int days = 1 + (int) Math.floorMod(seed, 3L);
        boolean linked = Math.floorMod(seed, 5L) < 2;
        return new Day.Plan(
                seed,
                TILLS,
                days,
                Day.Customers.drawn(seed, customers),
                linked,
                Math.floorMod(seed, 4L) != 0,
                linked ? Dashboard.Habit.NOW_AND_THEN : Dashboard.Habit.NOTHING,
                faults,
                Mutant.NONE,
                false);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Disk.delete(home);
    }
}
