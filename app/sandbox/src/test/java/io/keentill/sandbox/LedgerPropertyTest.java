package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/**
 * Random operations on everything that moves money, in any order and at any time, refused or not: after each of them the
 * ledger balances, and every object says what the ledger says.
 */
class LedgerPropertyTest {
    /**
     * One operation.
     *
     * @param pick chooses among the objects that it could act on
     * @param amount in minor units
     * @param luck whether a card, a terminal or a judge is kind
     */
    record Step(MoneyMoves.Move move, int pick, int amount, boolean luck) {}

    /** The same days in each build, so that a build tells about the change that it builds. */
    @Property(tries = 25, seed = "5000112637922", shrinking = ShrinkingMode.BOUNDED)
    void whatever_happens_the_ledger_balances(@ForAll("days") List<Step> steps) throws IOException {
        live(steps);
    }

    /** Days that nobody has seen yet: {@code -Dgroups=search -Dkeentill.tests.without=}. */
    @Tag("search")
    @Property(tries = 1000, shrinking = ShrinkingMode.BOUNDED)
    void whatever_else_happens_the_ledger_balances(@ForAll("days") List<Step> steps) throws IOException {
        live(steps);
    }

    private static void live(List<Step> steps) throws IOException {
        Path directory = Files.createTempDirectory("ledger");
        try (Shop shop = new Shop(directory);
                MoneyMoves moves = new MoneyMoves(shop)) {
            LedgerAudit audit = new LedgerAudit(shop);
            for (Step step : steps) {
                int status = moves.make(step);
                assertThat(status).as(step.toString()).isLessThan(500);
                Statistics.label(step.move().name()).collect(status < 300 ? "done" : "refused");
                audit.check(step.toString());
            }
        } finally {
            delete(directory);
        }
    }

    @Provide
    Arbitrary<List<Step>> days() {
        RandomDistribution even = RandomDistribution.uniform();
        Arbitrary<MoneyMoves.Move> moves = Arbitraries.of(MoneyMoves.Move.class);
        Arbitrary<Integer> picks = Arbitraries.integers().between(0, 59).withDistribution(even);
        Arbitrary<Integer> amounts = Arbitraries.integers().between(1, 3000).withDistribution(even);
        Arbitrary<Boolean> luck = Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false));
        return Combinators.combine(moves, picks, amounts, luck)
                .as(Step::new)
                .list()
                .ofMinSize(20)
                .ofMaxSize(60)
                .withSizeDistribution(even)
                .withoutEdgeCases();
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
