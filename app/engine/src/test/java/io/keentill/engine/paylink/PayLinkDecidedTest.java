package io.keentill.engine.paylink;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.Evidence;
import io.keentill.domain.payment.ManagerDecision.Word;
import io.keentill.engine.payment.LinkBook;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeCheckout;
import io.keentill.engine.support.HttpPeer.Request;
import io.keentill.engine.support.TestClock;
import io.keentill.store.PayLinkRow;
import io.keentill.store.TaskRow;
import io.keentill.store.View;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Payments by link that a manager decides about, and what RevKeen does and says then. */
class PayLinkDecidedTest {

    private static final Predicate<Request> ANY = r -> true;
    private static final Predicate<Request> LOOK = r -> r.method().equals("GET");
    private static final String EXPIRE = "POST /v2/checkout-sessions/cs-1/expire";
    private static final Evidence NOTHING = Evidence.nothingMoved(Evidence.Kind.ACQUIRER, "not in the dashboard");

    @TempDir
    private Path folder;

    private final TestClock clock = TestClock.running();
    private FakeCheckout revKeen;
    private LinkRig rig;

    @BeforeEach
    void open() throws Exception {
        revKeen = new FakeCheckout();
        rig = new LinkRig(folder, revKeen, clock);
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
        revKeen.close();
    }

    private static Evidence moved(Money amount) {
        return Evidence.moved(Evidence.Kind.ACQUIRER, "seen in the dashboard", amount, "AB12");
    }

    private List<TaskRow> tasks() throws Exception {
        return rig.till.store().read(View::openTasks);
    }

    private PayLinkRow row(PayLink link) throws Exception {
        return rig.till
                .store()
                .read(view -> view.payLinks().of(link.attemptId()))
                .orElseThrow();
    }

    /** One whose sale was set aside while RevKeen is away. */
    private PayLink doubted() throws Exception {
        PayLink link = rig.opened();
        revKeen.dropRequests(ANY);
        assertThat(rig.links.setAside(link.attemptId())).isTrue();
        return link;
    }

    /** One by which RevKeen took so much, where 2.50 pounds were asked for. */
    private PayLink charged(long minor, String currency) throws Exception {
        PayLink link = rig.opened();
        revKeen.charges(minor, currency);
        revKeen.customersPay();
        Eventually.until("doubt", () -> rig.till.attempt(link.attemptId()).state() == AttemptState.UNKNOWN);
        return link;
    }

    /** Nothing more becomes of it, however long the till goes on. */
    private void nothingMoreBecomesOf(PayLink link, int tasks) throws Exception {
        Eventually.until("it is left alone", () -> !row(link).watched());
        assertThat(tasks()).hasSize(tasks);
        clock.jump(Duration.ofDays(2));
        rig.close();
        rig = new LinkRig(folder, revKeen, clock);
        assertThat(rig.till.payments().links().watched()).isEmpty();
        assertThat(tasks()).hasSize(tasks);
    }

    @Test
    void nobodyCanPayOnAPageOfWhichAManagerDecidedThatNothingMoved() throws Exception {
        PayLink link = doubted();
        rig.decide(link, NOTHING);
        Eventually.until(
                "RevKeen is asked to end it, again and again",
                () -> revKeen.requests(EXPIRE).size() >= 2);
        assertThat(rig.word(link)).isEqualTo(Word.AWAITED);
        revKeen.heal();
        Eventually.until("RevKeen's word", () -> rig.word(link) == Word.AGREES);
        assertThat(revKeen.sessions().getFirst()).containsEntry("status", "expired");
        assertThat(tasks()).isEmpty();
        assertThat(rig.till.order(link.orderId()).tenders()).isEmpty();
        assertThat(rig.till.selling().payCash(pounds(250), CLERK)).isInstanceOf(SaleChange.Closed.class);
    }

    @Test
    void anEndWhoseAnswerIsLostAgreesWithTheDecisionAllTheSame() throws Exception {
        PayLink link = doubted();
        rig.decide(link, NOTHING);
        revKeen.heal();
        revKeen.dropAnswers(r -> r.line().equals(EXPIRE));
        Eventually.until(
                "it is over", () -> revKeen.sessions().getFirst().get("status").equals("expired"));
        assertThat(rig.word(link)).isEqualTo(Word.AWAITED);
        revKeen.heal();
        Eventually.until("RevKeen's word", () -> rig.word(link) == Word.AGREES);
        assertThat(tasks()).isEmpty();
    }

    @Test
    void aCustomerWhoWasFasterThanTheDecisionIsOneTaskAndNotTwo() throws Exception {
        PayLink link = doubted();
        rig.decide(link, NOTHING);
        revKeen.customersPay();
        revKeen.heal();
        Eventually.until("the task", () -> tasks().size() == 1);
        assertThat(tasks().getFirst().kind()).isEqualTo("payment.contradicted");
        assertThat(rig.word(link)).isEqualTo(Word.CONTRADICTS);
        clock.jump(Duration.ofMinutes(2));
        nothingMoreBecomesOf(link, 1);
    }

    @Test
    void oneThatIsDecidedAsPaidIsNotEnded() throws Exception {
        PayLink link = doubted();
        rig.decide(link, moved(pounds(250)));
        revKeen.heal();
        int before = revKeen.requests("GET").size();
        Eventually.until("more looks", () -> revKeen.requests("GET").size() > before + 2);
        assertThat(revKeen.requests(EXPIRE)).isEmpty();
        revKeen.customersPay();
        Eventually.until("RevKeen's word", () -> rig.word(link) == Word.AGREES);
        assertThat(rig.till.order(link.orderId()).tenders()).hasSize(1);
        nothingMoreBecomesOf(link, 0);
    }

    @Test
    void aDecisionAboutASessionThatRevKeenForgotStandsAfterADay() throws Exception {
        PayLink link = doubted();
        rig.decide(link, NOTHING);
        revKeen.heal();
        revKeen.refuse(ANY, 404);
        Eventually.until("looks", () -> !revKeen.requests("GET").isEmpty());
        assertThat(row(link).watched()).isTrue();
        clock.jump(Duration.ofHours(25));
        nothingMoreBecomesOf(link, 0);
        assertThat(rig.word(link)).isEqualTo(Word.AWAITED);
    }

    @Test
    void anotherAmountIsForAManagerWhoIsToldWhatRevKeenTook() throws Exception {
        PayLink link = charged(350, "gbp");
        assertThat(rig.till.attempt(link.attemptId()).message()).contains("3.50 GBP", "2.50 GBP");
        Eventually.until(
                "the screen", () -> rig.links.of(link.attemptId()).orElseThrow().stage() == PayLink.Stage.DISPUTED);
        assertThat(rig.links.of(link.attemptId()).orElseThrow().trouble()).contains("3.50 GBP");
        Order order = rig.till.order(link.orderId());
        assertThat(order.tenders()).isEmpty();
        assertThat(rig.till.selling().payCash(order.due(), CLERK)).isInstanceOf(SaleChange.Refused.class);
    }

    @Test
    void whatRevKeenTookIsToldAlsoWhereTheSaleWasSetAsideBefore() throws Exception {
        PayLink link = doubted();
        assertThat(rig.till.attempt(link.attemptId()).message()).contains("set aside");
        revKeen.charges(350, "GBP");
        revKeen.customersPay();
        revKeen.heal();
        Eventually.until(
                "the doubt",
                () -> String.valueOf(rig.till.attempt(link.attemptId()).message())
                        .contains("3.50 GBP"));
        assertThat(rig.till.attempt(link.attemptId()).state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(rig.till.store().read(view -> view.journalOf(link.attemptId())).stream()
                        .filter(e -> e.detail().contains("3.50 GBP")))
                .as("written down, once")
                .hasSize(1);
    }

    @Test
    void oneThatWaitsForAManagerIsLookedAtNoOftenerThanOthers() throws Exception {
        PayLink link = charged(350, "GBP");
        rig.links.close();
        LinkBook book = rig.till.payments().links();
        LinkCalls calls = new LinkCalls(rig.api, rig.till.ids());
        LinkSteps steps = new LinkSteps(book, calls, new LinkBoard(rig.till.events()), clock);
        for (int i = 0; i < 3; i++) {
            assertThat(steps.look(book.of(link.attemptId()).orElseThrow())).isEqualTo(new LinkSteps.Look.Answered());
        }
    }

    @Test
    void anotherAmountThanWasDecidedIsOneTaskWithWhatRevKeenTook() throws Exception {
        PayLink link = charged(350, "GBP");
        rig.decide(link, NOTHING);
        Eventually.until("the task", () -> tasks().size() == 1);
        assertThat(tasks().getFirst().kind()).isEqualTo("payment.contradicted");
        assertThat(tasks().getFirst().text())
                .contains(link.reference(), "nothing moved", "3.50 GBP", "2.50 GBP", "cs-1");
        assertThat(rig.word(link)).isEqualTo(Word.CONTRADICTS);
        assertThat(rig.till.order(link.orderId()).tenders()).isEmpty();
        nothingMoreBecomesOf(link, 1);
    }

    @Test
    void aPartThatIsDecidedAsRevKeenTookItIsAgreedAndTheRestIsDue() throws Exception {
        PayLink link = charged(150, "GBP");
        rig.decide(link, moved(pounds(150)));
        Eventually.until("RevKeen's word", () -> rig.word(link) == Word.AGREES);
        assertThat(rig.till.order(link.orderId()).due()).isEqualTo(pounds(100));
        nothingMoreBecomesOf(link, 0);
    }

    @Test
    void moreThanWasDecidedIsATask() throws Exception {
        PayLink link = charged(350, "GBP");
        rig.decide(link, moved(pounds(250)));
        Eventually.until("the task", () -> tasks().size() == 1);
        assertThat(tasks().getFirst().text()).contains("2.50 GBP moved", "3.50 GBP");
        assertThat(rig.till.order(link.orderId()).tenders()).hasSize(1);
        nothingMoreBecomesOf(link, 1);
    }

    @Test
    void anotherCurrencyIsATaskToo() throws Exception {
        PayLink link = charged(250, "EUR");
        rig.decide(link, moved(pounds(250)));
        Eventually.until("the task", () -> tasks().size() == 1);
        assertThat(tasks().getFirst().text()).contains("2.50 EUR");
        nothingMoreBecomesOf(link, 1);
    }

    @Test
    void whatIsPaidAfterTheEndIsToldAsRevKeenTookIt() throws Exception {
        PayLink link = rig.opened();
        rig.links.end(link.attemptId());
        rig.ended(link);
        revKeen.charges(350, "GBP");
        revKeen.all("complete");
        clock.jump(Duration.ofMinutes(2));
        Eventually.until("the task", () -> tasks().size() == 1);
        assertThat(tasks().getFirst().kind()).isEqualTo(LinkBook.LATE);
        assertThat(tasks().getFirst().text()).contains("3.50 GBP").doesNotContain("2.50 GBP");
        assertThat(rig.till.store().read(view -> view.journalOf(link.attemptId())).stream()
                        .filter(e -> e.type().equals(LinkBook.LATE)))
                .singleElement()
                .satisfies(e -> assertThat(e.detail()).contains("\"amount_minor\":350"));
    }

    /** What RevKeen cannot be asked about is no reason to believe that it ended. */
    @Test
    void aLookThatIsRefusedSaysNothingAboutADecision() throws Exception {
        PayLink link = doubted();
        rig.decide(link, NOTHING);
        revKeen.heal();
        revKeen.refuse(ANY, 500);
        int before = revKeen.requests("GET").size();
        Eventually.until("several looks", () -> revKeen.requests("GET").size() >= before + 2);
        assertThat(rig.word(link)).isEqualTo(Word.AWAITED);
        assertThat(row(link).watched()).isTrue();
    }
}
