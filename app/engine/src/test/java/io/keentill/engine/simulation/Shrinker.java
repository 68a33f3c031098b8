package io.keentill.engine.simulation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the shortest story that still breaks a promise: fewer faults, then fewer customers. */
final class Shrinker {

    private static final int MOST_RUNS = 150;
    private static final int LINES = 40;

    private final Shop shop;
    private final Path home;
    private Day.Plan plan;
    private List<Fault> faults;
    private int runs;

    private Shrinker(Day.Plan plan, List<Fault> faults, Shop shop, Path home) {
        this.plan = plan;
        this.faults = faults;
        this.shop = shop;
        this.home = home;
    }

    /** Tells how a day came to break a promise. */
    static String story(Day.Plan plan, Day.Result broken, Shop shop, Path home) {
        Shrinker shrinker = new Shrinker(plan, broken.faults(), shop, home);
        if (!shrinker.fails(shrinker.plan, shrinker.faults)) {
            return "Seed " + plan.seed() + ": " + broken.violation()
                    + "\nThe same faults alone do not break it again; replay the seed as it is.";
        }
        shrinker.fewerFaults();
        shrinker.fewerCustomers();
        shrinker.fewerFaults();
        return shrinker.tell();
    }

    private boolean fails(Day.Plan tried, List<Fault> some) {
        runs++;
        return runs <= MOST_RUNS
                && Day.play(tried.with(Faults.listed(some), false), shop, home).violation() != null;
    }

    /** Leaves out halves, quarters, and so on down to single faults, as long as it still fails. */
    private void fewerFaults() {
        for (int size = Math.max(1, faults.size() / 2); size > 0; size /= 2) {
            for (int from = 0; from < faults.size(); ) {
                List<Fault> fewer = new ArrayList<>(faults);
                fewer.subList(from, Math.min(faults.size(), from + size)).clear();
                if (fails(plan, fewer)) {
                    faults = fewer;
                } else {
                    from += size;
                }
            }
        }
    }

    private void fewerCustomers() {
        if (plan.days() > 1) {
            attempt(plan.with(1, plan.customers()));
        }
        for (int most = 64; most > 0; most /= 2) {
            int limit = most;
            Day.Customers all = plan.customers();
            attempt(plan.with(plan.days(), (till, today) -> {
                List<Customer> some = all.at(till, today);
                return some.subList(0, Math.min(limit, some.size()));
            }));
        }
    }

    private void attempt(Day.Plan smaller) {
        if (fails(smaller, faults)) {
            plan = smaller;
        }
    }

    private String tell() {
        Day.Result told = Day.play(plan.with(Faults.listed(faults), true), shop, home);
        StringBuilder story = new StringBuilder("Seed " + plan.seed() + ", " + told.sales() + " sales: "
                + told.violation() + "\nWhat must go wrong for it: " + faults + '\n');
        List<String> lines = told.lines().stream().filter(Shrinker::tells).toList();
        List<String> named = names(String.valueOf(told.violation()));
        append(
                story,
                "What happened to it:",
                lines.stream()
                        .filter(line -> line.contains("!!") || named.stream().anyMatch(line::contains))
                        .toList());
        append(story, "The last that happened:", lines);
        return story.toString();
    }

    /** Writes that nothing disturbed say nothing. */
    private static boolean tells(String line) {
        return line.contains("!!") || !line.contains(" COMMITT");
    }

    /** References and ids in a message. */
    private static List<String> names(String message) {
        return Stream.of(message.split("[^0-9A-Za-z-]+"))
                .filter(word -> word.length() >= 10 && word.matches(".*[0-9].*"))
                .toList();
    }

    private static void append(StringBuilder story, String title, List<String> lines) {
        story.append(title).append('\n');
        lines.subList(Math.max(0, lines.size() - LINES), lines.size())
                .forEach(line -> story.append("  ").append(line).append('\n'));
    }
}
