package io.keentill.engine.paylink;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.Evidence;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.shift.ShiftFigures;
import io.keentill.domain.shop.Role;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.TillEvent;
import io.keentill.engine.Waits;
import io.keentill.engine.book.LinkPayment;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.payment.LinkBook;
import io.keentill.engine.payment.OverrideResult;
import io.keentill.engine.payment.Overrides;
import io.keentill.engine.payment.Recovery;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.shift.XResult;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeCheckout;
import io.keentill.engine.support.HttpPeer.Request;
import io.keentill.engine.support.TestClock;
import io.keentill.store.OutboxRow;
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

/** A payment by link from its intent to its end, with RevKeen as it is on bad days. */
class PayLinksTest {

    private static final Predicate<Request> CREATE = r -> r.line().equals("POST /v2/checkout-sessions");
    private static final Predicate<Request> LOOK = r -> r.method().equals("GET");
    private static final Predicate<Request> TRIED = r -> r.line().startsWith("GET /v2/payment-attempts");
    private static final Predicate<Request> ANY = r -> true;

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

    private void restart() throws Exception {
        rig.close();
        rig = new LinkRig(folder, revKeen, clock);
    }

    private Order order(PayLink link) throws Exception {
        return rig.till.order(link.orderId());
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

    @Test
    void whatTheCustomerPaysIsATenderOfItsOwn() throws Exception {
        PayLink link = rig.opened();
        assertThat(link.url()).isEqualTo("https://pay.invalid/cs-1");
        assertThat(link.stage()).isEqualTo(PayLink.Stage.WAITING);
        revKeen.customersPay();
        assertThat(rig.ended(link).state()).isEqualTo(AttemptState.APPROVED);
        Order paid = order(link);
        assertThat(paid.state()).isEqualTo(OrderState.PAID);
        assertThat(paid.tenders()).singleElement().satisfies(t -> {
            assertThat(t.type()).isEqualTo(TenderType.LINK);
            assertThat(t.applied()).isEqualTo(pounds(250));
        });
        assertThat(rig.till.outboxOf(paid))
                .extracting(OutboxRow::kind)
                .containsExactly("invoice", "finalize", "order", "link");
        Eventually.until(
                "it is told, which comes after it is stored",
                () -> rig.till.told().stream().anyMatch(TillEvent.PaymentResolved.class::isInstance));
        assertThat(rig.till.told().getFirst())
                .as("the page was told before")
                .isNotInstanceOf(TillEvent.PaymentResolved.class);
        Eventually.until("it is left alone", () -> !row(link).watched());
    }

    @Test
    void itIsKnownAsWhichPaymentItWasPaid() throws Exception {
        PayLink link = rig.opened();
        revKeen.refuse(TRIED, 503);
        revKeen.customersPay();
        rig.ended(link);
        Eventually.until(
                "it is asked again",
                () -> revKeen.requests("GET /v2/payment-attempts").size() > 2);
        assertThat(row(link).watched()).isTrue();
        restart();
        revKeen.heal();
        Eventually.until("it is left alone", () -> !row(link).watched());
        assertThat(paidAs(link)).containsExactly("payment-cs-1");
    }

    @Test
    void whereRevKeenDoesNotSayItIsAskedAFewTimesAndLeft() throws Exception {
        PayLink link = rig.opened();
        revKeen.refuse(TRIED, 404);
        revKeen.customersPay();
        rig.ended(link);
        for (int asked = 1; asked <= 5; asked++) {
            int all = asked;
            Eventually.until("asked", () -> row(link).lateLooks() == all);
            clock.jump(Duration.ofHours(6));
        }
        Eventually.until("it is left alone", () -> !row(link).watched());
        assertThat(paidAs(link)).isEmpty();
        assertThat(order(link).state()).isEqualTo(OrderState.PAID);
        assertThat(tasks()).isEmpty();
    }

    private List<String> paidAs(PayLink link) throws Exception {
        return rig.till.store().read(view -> LinkPayment.of(view, link.orderId()));
    }

    @Test
    void aReportCountsItApartFromTheCards() throws Exception {
        rig.till.shifts().open(pounds(0), CLERK);
        PayLink link = rig.opened();
        revKeen.customersPay();
        rig.ended(link);
        XResult told = rig.till.shifts().x(CLERK);
        ShiftFigures figures = ((XResult.Told) told).report().figures();
        assertThat(figures.tenders())
                .filteredOn(t -> t.type() == TenderType.LINK)
                .singleElement()
                .satisfies(t -> assertThat(t.taken()).isEqualTo(pounds(250)));
        assertThat(figures.cards()).isEmpty();
        assertThat(figures.cardsApart().taken()).isEqualTo(pounds(0));
        assertThat(figures.drawer().expected()).isEqualTo(pounds(0));
    }

    @Test
    void anAnswerThatIsLostIsAskedForAgainUnderTheSameKey() throws Exception {
        revKeen.dropAnswers(CREATE);
        PayLink link = rig.shown();
        Eventually.until("several tries", () -> revKeen.requests("POST").size() >= 3);
        assertThat(rig.links.of(link.attemptId()).orElseThrow().trouble()).isNotNull();
        revKeen.heal();
        Eventually.until(
                "the page", () -> rig.links.of(link.attemptId()).orElseThrow().url() != null);
        assertThat(revKeen.sessions()).hasSize(1);
        assertThat(revKeen.requests("POST").stream()
                        .map(r -> r.headers().get("Idempotency-Key") + r.text())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aRefusalEndsItAndAnotherWayIsFree() throws Exception {
        revKeen.refuse(CREATE, 403);
        PayLink link = rig.shown();
        PaymentAttempt ended = rig.ended(link);
        assertThat(ended.state()).isEqualTo(AttemptState.FAILED);
        assertThat(ended.message()).contains("403").contains("Nothing was paid");
        assertThat(rig.till.selling().payCash(pounds(250), CLERK)).isInstanceOf(SaleChange.Closed.class);
    }

    @Test
    void whileItRunsNothingElseTakesMoneyForTheSale() throws Exception {
        PayLink link = rig.opened();
        Order order = order(link);
        assertThat(rig.till.selling().payCash(pounds(250), CLERK)).isInstanceOf(SaleChange.Refused.class);
        assertThat(rig.till.payCard(order)).isInstanceOf(CardResult.Refused.class);
        assertThat(rig.links.show(order.id(), order.due(), CLERK)).isInstanceOf(LinkResult.Refused.class);
        assertThat(rig.till.selling().cancel(CLERK)).isInstanceOf(SaleChange.Refused.class);
        assertThat(revKeen.sessions()).hasSize(1);
    }

    @Test
    void whoEndsItHearsFromRevKeenThatItIsOver() throws Exception {
        PayLink link = rig.opened();
        rig.links.end(link.attemptId());
        assertThat(rig.ended(link).state()).isEqualTo(AttemptState.CANCELLED);
        assertThat(revKeen.sessions().getFirst()).containsEntry("status", "expired");
        Eventually.until(
                "it is off the board", () -> rig.links.of(link.attemptId()).isEmpty());
    }

    @Test
    void whoEndsItWhileTheCustomerPaysIsPaid() throws Exception {
        PayLink link = rig.opened();
        revKeen.all("pending");
        rig.links.end(link.attemptId());
        Eventually.until(
                "the refusal",
                () -> !revKeen.requests("POST /v2/checkout-sessions/cs-1/expire")
                        .isEmpty());
        assertThat(rig.till.attempt(link.attemptId()).state()).isEqualTo(AttemptState.SENT);
        revKeen.customersPay();
        assertThat(rig.ended(link).state()).isEqualTo(AttemptState.APPROVED);
        assertThat(order(link).state()).isEqualTo(OrderState.PAID);
    }

    @Test
    void oneThatRevKeenNeverShowedCanBeStoppedAtOnce() throws Exception {
        revKeen.dropRequests(ANY);
        PayLink link = rig.shown();
        Eventually.until("a try", () -> !revKeen.requests("POST").isEmpty());
        rig.links.end(link.attemptId());
        assertThat(rig.ended(link).state()).isEqualTo(AttemptState.CANCELLED);
        assertThat(revKeen.sessions()).isEmpty();
    }

    @Test
    void anExpiredOnePaidNothing() throws Exception {
        PayLink link = rig.opened();
        revKeen.all("expired");
        PaymentAttempt ended = rig.ended(link);
        assertThat(ended.state()).isEqualTo(AttemptState.FAILED);
        assertThat(ended.message()).contains("expired");
        assertThat(order(link).due()).isEqualTo(pounds(250));
    }

    @Test
    void whileRevKeenIsAwayTheSaleIsSetAsideAndPaidWhereItIs() throws Exception {
        PayLink link = rig.opened();
        revKeen.dropRequests(ANY);
        Eventually.until(
                "the trouble",
                () -> rig.links.of(link.attemptId()).orElseThrow().trouble() != null);
        assertThat(rig.till.attempt(link.attemptId()).state()).isEqualTo(AttemptState.SENT);
        assertThat(rig.links.setAside(link.attemptId())).isTrue();
        assertThat(rig.till.selling().park("blue coat")).isInstanceOf(SaleChange.Changed.class);
        rig.till.sellForCash();
        revKeen.customersPay();
        revKeen.heal();
        assertThat(rig.ended(link).state()).isEqualTo(AttemptState.APPROVED);
        assertThat(order(link).state()).isEqualTo(OrderState.PAID);
        assertThat(order(link).receiptNumber()).isEqualTo(2);
    }

    @Test
    void aRestartGoesOnWatching() throws Exception {
        PayLink link = rig.opened();
        restart();
        Eventually.until(
                "the page again",
                () -> rig.links.of(link.attemptId()).map(PayLink::url).isPresent());
        revKeen.customersPay();
        assertThat(rig.ended(link).state()).isEqualTo(AttemptState.APPROVED);
        assertThat(order(link).tenders()).hasSize(1);
    }

    @Test
    void nobodyAsksATerminalAboutIt() throws Exception {
        PayLink link = rig.opened();
        try (Recovery recovery = new Recovery(rig.till.payments(), Duration.ofMillis(1))) {
            Eventually.until("nothing is open on a terminal", recovery::resolveAll);
        }
        assertThat(rig.till.attempt(link.attemptId()).state()).isEqualTo(AttemptState.SENT);
    }

    @Test
    void whatIsPaidAfterItsEndIsATaskAndNoBooking() throws Exception {
        PayLink link = rig.opened();
        rig.links.end(link.attemptId());
        rig.ended(link);
        rig.till.selling().payCash(pounds(250), CLERK);
        revKeen.all("complete");
        clock.jump(Duration.ofMinutes(2));
        Eventually.until("the task", () -> tasks().size() == 1);
        assertThat(tasks().getFirst().kind()).isEqualTo(LinkBook.LATE);
        assertThat(tasks().getFirst().text())
                .contains("2.50 GBP")
                .contains("cs-1")
                .contains(link.reference());
        assertThat(order(link).tenders()).hasSize(1);
        clock.jump(Duration.ofDays(2));
        restart();
        Eventually.until("it is left alone", () -> !row(link).watched());
        assertThat(tasks()).hasSize(1);
    }

    @Test
    void afterADayNobodyLooksAnyMore() throws Exception {
        PayLink link = rig.opened();
        rig.links.end(link.attemptId());
        rig.ended(link);
        Eventually.until("five late looks", () -> {
            clock.jump(Duration.ofHours(25));
            return !row(link).watched();
        });
        assertThat(row(link).lateLooks()).isEqualTo(5);
        assertThat(tasks()).isEmpty();
    }

    @Test
    void aManagersDecisionThatRevKeenContradictsIsATask() throws Exception {
        rig.till.staff().add("Max", Role.MANAGER, "4711");
        PayLink link = rig.opened();
        revKeen.dropRequests(ANY);
        rig.links.setAside(link.attemptId());
        Evidence no = Evidence.nothingMoved(Evidence.Kind.ACQUIRER, "not in the dashboard");
        assertThat(new Overrides(rig.till.payments(), Waits.REAL, rig.till.staff())
                        .decide(link.attemptId(), no, "4711"))
                .isInstanceOf(OverrideResult.Decided.class);
        revKeen.customersPay();
        revKeen.heal();
        Eventually.until("the task", () -> tasks().size() == 1);
        assertThat(tasks().getFirst().kind()).isEqualTo("payment.contradicted");
        assertThat(order(link).tenders()).isEmpty();
    }

    @Test
    void oneForAnotherAmountIsNeverShown() throws Exception {
        revKeen.asksMore(100);
        PayLink link = rig.shown();
        PaymentAttempt ended = rig.ended(link);
        assertThat(ended.state()).isEqualTo(AttemptState.FAILED);
        assertThat(ended.message()).contains("another amount");
        assertThat(revKeen.sessions().getFirst()).containsEntry("status", "expired");
    }

    @Test
    void aSessionThatRevKeenForgotIsForAManager() throws Exception {
        PayLink link = rig.opened();
        revKeen.refuse(LOOK, 404);
        Eventually.until("doubt", () -> rig.till.attempt(link.attemptId()).state() == AttemptState.UNKNOWN);
        assertThat(rig.till.attempt(link.attemptId()).message()).contains("does not know");
    }

    @Test
    void anOldKeyIsNotSentAgain() throws Exception {
        revKeen.dropRequests(ANY);
        PayLink link = rig.shown();
        Eventually.until("a try", () -> !revKeen.requests("POST").isEmpty());
        clock.jump(Duration.ofHours(24));
        assertThat(rig.ended(link).state()).isEqualTo(AttemptState.FAILED);
    }

    @Test
    void withoutRevKeenWhatIsOpenBecomesUnknown() throws Exception {
        PayLink link = rig.opened();
        rig.links.close();
        rig.till.payments().links().doubtAll(Sentence.quoted("gone"));
        assertThat(rig.till.attempt(link.attemptId()).state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(LinkDesk.NONE.show("o", pounds(1), CLERK)).isInstanceOf(LinkResult.Refused.class);
    }

    @Test
    void theSaleGoesOnAfterALinkForAPartOfIt() throws Exception {
        Order order = rig.till.scan(TEA);
        PayLink link = ((LinkResult.Begun) rig.links.show(order.id(), pounds(100), CLERK)).link();
        Eventually.until(
                "the page", () -> rig.links.of(link.attemptId()).orElseThrow().url() != null);
        revKeen.customersPay();
        rig.ended(link);
        assertThat(order(link).due()).isEqualTo(pounds(150));
        assertThat(rig.till.selling().payCash(pounds(150), CLERK)).isInstanceOf(SaleChange.Closed.class);
        assertThat(rig.till.outboxOf(order(link)))
                .extracting(OutboxRow::kind)
                .containsExactly("invoice", "finalize", "order", "link", "cash");
    }
}
