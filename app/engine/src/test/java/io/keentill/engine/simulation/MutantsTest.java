package io.keentill.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.engine.simulation.Fault.Kind;
import io.keentill.engine.simulation.Fault.Site;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who would not find these would find nothing: each planted bug breaks a promise on one of the first days. */
class MutantsTest {

    private static final long MOST_DAYS = 60;

    @RegisterExtension
    static final SimulatedShop SHOP = new SimulatedShop();

    @Test
    void anOutcomeThatIsShownBeforeItIsCommitted() {
        Stream<Day.Plan> deaths = steps(Scenario.CARD_SALE, 1, Kind.CRASH, 0);
        assertThat(caught(Mutants.ShownBeforeCommit::new, deaths)).contains("was shown as");
    }

    @Test
    void aRetryWithTheOldKeyAfterADay() {
        Stream<Day.Plan> cuts = cuts();
        assertThat(caught(Mutants.OldKey::new, cuts))
                .containsAnyOf("is at RevKeen twice", "has two invoices", "is a task");
    }

    @Test
    void anUnknownOutcomeTreatedAsFailed() {
        assertThat(caught(Mutants.UnknownIsFailed::new, days())).contains("The bank took");
    }

    @Test
    void anUnknownRefundTreatedAsFailed() {
        assertThat(caught(Mutants.RefundUnknownIsFailed::new, days())).containsAnyOf("The bank took -", "the bank has");
    }

    @Test
    void aRefundToldUnderAKeyThatChanges() {
        Stream<Day.Plan> lost = steps(Scenario.REFUND_CARD, 1, Kind.ANSWER_LOST, 0);
        assertThat(caught(Mutants.RefundToldAnew::new, lost)).contains("is at RevKeen 2 times");
    }

    @Test
    void anExchangeOfWhichTheRefundIsBookedLater() {
        Stream<Day.Plan> deaths = steps(Scenario.EXCHANGE_FOR_MORE, 1, Kind.CRASH, 0);
        assertThat(caught(BackMutants.HalfAnExchange::new, deaths)).contains("let go of [] for a basket that has [");
    }

    @Test
    void aReturnWithoutAReceiptWhoseNumberIsTakenBeforeItsTransaction() {
        Stream<Day.Plan> deaths = steps(Scenario.RETURN_WITHOUT_RECEIPT, 1, Kind.CRASH, 0);
        assertThat(caught(BackMutants.NumberTakenBefore::new, deaths)).contains("Return 1 of till 0 is missing");
    }

    @Test
    void aCommandStoredUnderAReferenceOfTheTills() {
        assertThat(caught(CommandMutants.OwnReference::new, days()))
                .containsAnyOf("was carried out, and RevKeen asked for", "The bank took -", "does not know it");
    }

    @Test
    void aCommandThatIsForgottenWithTheProgram() {
        assertThat(caught(CommandMutants.ForgottenWithTheProgram::new, deathsOnceACommandWasGivenUp()))
                .contains("RevKeen has it as timed_out");
    }

    @Test
    void whatWentBackElsewhereNotCounted() {
        Stream<Day.Plan> calm = Stream.of(Scenario.EXCHANGED_AND_REFUNDED_ELSEWHERE.plan(false, List.of()));
        assertThat(caught(CommandMutants.HeardAndNotCounted::new, calm)).contains("and it has heard of");
    }

    @Test
    void anUnknownHoldTreatedAsFailed() {
        Stream<Day.Plan> lost = steps(Scenario.TAB_LET_GO, 1, Kind.ANSWER_LOST, 0);
        assertThat(caught(TabMutants.HoldUnknownIsFailed::new, lost)).contains("is held");
    }

    @Test
    void anOutboxRowDeletedBeforeTheAnswerIsStored() {
        assertThat(caught(Mutants.DeletedBeforeTheAnswer::new, days())).contains("is not whole at RevKeen");
    }

    @Test
    void aReferenceUsedAgain() {
        assertThat(caught(Mutants.ReferenceReused::new, days())).containsAnyOf("the bank has", "The bank took");
    }

    @Test
    void withoutABugNoneOfTheseDaysBreaksAPromise() {
        Stream.of(steps(Scenario.CARD_SALE, 1, Kind.CRASH, 0).limit(20), cuts(), deathsOnceACommandWasGivenUp())
                .flatMap(Function.identity())
                .forEach(SHOP::mustHold);
    }

    /** A command is held up on its way to the terminal until RevKeen has given it up, and the till dies about then. */
    private static Stream<Day.Plan> deathsOnceACommandWasGivenUp() {
        Day.Result calm = SHOP.mustHold(Scenario.COMMANDED_REFUND.plan(false, 1, List.of()));
        long sent = LongStream.rangeClosed(ExhaustiveTest.from(calm), calm.steps())
                .filter(step -> calm.sites().get((int) step - 1) == Site.PAYMENT)
                .findFirst()
                .orElseThrow();
        Fault heldUp = new Fault(0, sent, Kind.LATE, 400);
        return LongStream.iterate(sent + 1, step -> step + 4)
                .limit(50)
                .mapToObj(step ->
                        Scenario.COMMANDED_REFUND.plan(false, 1, List.of(heldUp, new Fault(0, step, Kind.CRASH, 0))));
    }

    /** The network is cut for two days at each request of a sale. */
    private static Stream<Day.Plan> cuts() {
        return ExhaustiveTest.requests(SHOP.mustHold(Scenario.CASH_SALE.plan(false, 3, List.of()))).stream()
                .map(step -> Scenario.CASH_SALE.plan(false, 3, List.of(new Fault(0, step, Kind.CUT_OFF, 2 * 86_400))));
    }

    private static Stream<Day.Plan> steps(Scenario scenario, int days, Kind kind, long size) {
        Day.Result calm = SHOP.mustHold(scenario.plan(false, days, List.of()));
        return LongStream.rangeClosed(ExhaustiveTest.from(calm), calm.steps())
                .mapToObj(step -> scenario.plan(false, days, List.of(new Fault(0, step, kind, size))));
    }

    private static Stream<Day.Plan> days() {
        return LongStream.range(0, MOST_DAYS).mapToObj(seed -> SimulatedShop.anyDay(seed, 10));
    }

    @Test
    void theStoryOfABrokenPromiseIsShort() {
        Day.Plan plan = SimulatedShop.anyDay(2, 10).with(new Mutants.ReferenceReused());
        Day.Result day = SHOP.play(plan);
        assertThat(day.violation()).isInstanceOf(Violation.class);
        assertThat(day.faults()).isNotEmpty();
        String story = SHOP.story(plan, day);
        assertThat(story).contains("What must go wrong for it: []").contains("by card: ");
        assertThat(story.lines().count()).isLessThan(100);
    }

    /** The first broken promise. */
    private static String caught(Supplier<Mutant> bug, Stream<Day.Plan> plans) {
        for (Day.Plan any : (Iterable<Day.Plan>) plans::iterator) {
            Day.Plan plan = any.with(bug.get());
            Day.Result day = SHOP.play(plan);
            if (day.violation() != null) {
                assertThat(day.violation()).isInstanceOf(Violation.class);
                return day.violation().getMessage();
            }
        }
        throw new AssertionError("Not found");
    }
}
