package io.keentill.engine.payment;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Outcome.TerminalReceipts;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.Evidence;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.revkeen.FrozenRequest;
import io.keentill.store.JournalEntry;
import io.keentill.store.JournalHead;
import io.keentill.store.PayLinkRow;
import io.keentill.store.TaskRow;
import io.keentill.store.View;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is stored of a payment by link at each of its steps. */
class LinkBookTest {

    private static final Evidence NOT_PAID =
            Evidence.nothingMoved(Evidence.Kind.ACQUIRER, "not in the dashboard, looked at twice");

    private TestTill till;
    private LinkBook book;
    private Order order;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        till = TestTill.open(folder, TestClock.still(), new FakeTerminal());
        book = till.payments().links();
        order = till.scan(TEA);
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Test
    void theRequestIsStoredWithItsIntentAndBeforeItLeaves() throws Exception {
        PaymentAttempt intent = begun();
        assertThat(till.attempt(intent.id()).state()).isEqualTo(AttemptState.INTENDED);
        LinkBook.Kept kept = book.of(intent.id()).orElseThrow();
        assertThat(kept.attempt()).isEqualTo(intent);
        assertThat(kept.link().body()).isEqualTo("{\"for\":\"" + intent.reference() + "\"}");
        assertThat(kept.link().idempotencyKey()).isEqualTo("key-" + intent.reference());
        assertThat(book.watched()).containsExactly(kept);
        assertThat(book.begin(order.id(), pounds(251), CLERK, LinkBookTest::request))
                .isInstanceOf(LinkBook.Begun.Refused.class);
    }

    @Test
    void theWishToEndOneIsStoredWhileItHasNotEnded() throws Exception {
        PaymentAttempt sent = book.sending(begun());
        LinkBook.Kept ending = book.ending(sent.id()).orElseThrow();
        assertThat(ending.attempt()).isEqualTo(sent);
        assertThat(ending.link().endWanted()).isTrue();
        assertThat(row(sent)).isEqualTo(ending.link());
        assertThat(book.ending("none")).isEmpty();
    }

    @Test
    void oneThatHasEndedIsNotEndedAgain() throws Exception {
        PaymentAttempt sent = book.sending(begun());
        book.settle(sent, new Outcome.Failed("Expired"));
        assertThat(book.ending(sent.id())).isEmpty();
        assertThat(row(sent).endWanted()).isFalse();
    }

    @Test
    void revKeensWordOnADecisionIsAwaitedUntilItHasSpoken() throws Exception {
        PaymentAttempt sent = book.sending(begun());
        assertThat(book.isAwaited(sent)).as("nobody has decided").isFalse();
        assertThat(till.payments().openOrThrow()).as("no terminal knows it").isEmpty();
        PaymentAttempt doubt = book.settle(sent, new Outcome.Unknown("RevKeen is away"));
        till.payments().decide(doubt.id(), NOT_PAID, "max", till.patience());
        PaymentAttempt decided = till.attempt(sent.id());
        assertThat(book.isAwaited(decided)).isTrue();
        assertThat(till.payments().unconfirmed())
                .as("for no terminal to confirm")
                .isEmpty();
        book.settle(decided, new Outcome.Failed("Expired"));
        assertThat(book.isAwaited(decided)).isFalse();
        assertThat(till.store().<List<TaskRow>>read(View::openTasks))
                .as("it says the same")
                .isEmpty();
    }

    @Test
    void anotherAmountThanADecisionIsATaskOnceAndTheLinkIsLeftAlone() throws Exception {
        PaymentAttempt decided = decidedAsNotPaid();
        LinkTotal other = LinkTotal.of(pounds(250), 240L, "GBP");
        book.paidOther(row(decided), decided, other);
        assertThat(book.isAwaited(decided)).isFalse();
        assertThat(row(decided).watched()).isFalse();
        assertThat(till.store().<List<TaskRow>>read(View::openTasks))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.kind()).isEqualTo(AttemptBook.CONTRADICTED);
                    assertThat(task.text()).contains("nothing moved", "2.40 GBP", "2.50 GBP", "cs-1");
                });
        assertThat(till.store().<List<JournalEntry>>read(view -> view.journalOf(decided.id())))
                .extracting(JournalEntry::type)
                .contains(AttemptBook.CONTRADICTED)
                .doesNotContain("payment.confirmed");
        JournalHead told = till.store().read(View::journalHead);
        book.paidOther(row(decided), decided, LinkTotal.of(pounds(250), 230L, "GBP"));
        assertThat(till.store().<JournalHead>read(View::journalHead))
                .as("its word was heard")
                .isEqualTo(told);
    }

    private PaymentAttempt decidedAsNotPaid() throws Exception {
        PaymentAttempt sent = book.sending(begun());
        book.opened(row(sent), "cs-1");
        PaymentAttempt doubt = book.settle(sent, new Outcome.Unknown("RevKeen is away"));
        till.payments().decide(doubt.id(), NOT_PAID, "max", till.patience());
        return till.attempt(sent.id());
    }

    @Test
    void moneyThatCameTooLateIsATaskThatNamesItsSaleAndBooksNothing() throws Exception {
        PaymentAttempt sent = book.sending(begun());
        PayLinkRow opened = book.opened(row(sent), "cs-1");
        assertThat(row(sent)).as("found after a stop").isEqualTo(opened);
        PaymentAttempt ended = book.settle(sent, new Outcome.Failed("Expired"));
        book.paidLate(opened, ended, LinkTotal.of(pounds(250), 250L, "GBP"));
        assertThat(till.store().<List<TaskRow>>read(View::openTasks))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.kind()).isEqualTo(LinkBook.LATE);
                    assertThat(task.subject()).isEqualTo(sent.id());
                    assertThat(task.text())
                            .contains("of sale " + order.reference())
                            .contains("2.50 GBP", sent.reference(), "cs-1");
                });
        assertThat(till.order(order.id())).isEqualTo(order);
        assertThat(row(sent).watched()).isFalse();
    }

    @Test
    void anApprovalIsATenderThatIsNoCard() throws Exception {
        PaymentAttempt sent = book.sending(begun());
        book.settle(sent, new Outcome.Approved(pounds(250), CardDetails.NONE, TerminalReceipts.NONE));
        assertThat(till.order(order.id()).state()).isEqualTo(OrderState.PAID);
        assertThat(till.order(order.id()).tenders())
                .singleElement()
                .satisfies(t -> assertThat(t.type()).isEqualTo(TenderType.LINK));
    }

    @Test
    void whereRevKeenIsGoneOnlyWhatMayHaveLeftIsInDoubt() throws Exception {
        PaymentAttempt intended = begun();
        book.doubtAll(Sentence.quoted("No RevKeen is set up"));
        assertThat(till.attempt(intended.id()).state()).isEqualTo(AttemptState.FAILED);
        PaymentAttempt sent = book.sending(begun());
        book.doubtAll(Sentence.quoted("No RevKeen is set up"));
        assertThat(till.attempt(sent.id()).state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(till.attempt(sent.id()).message()).hasToString("No RevKeen is set up");
    }

    @Test
    void looksAfterItsEndAreCountedUntilItIsLeftAlone() throws Exception {
        PaymentAttempt sent = book.sending(begun());
        book.lookedLate(row(sent));
        assertThat(row(sent).lateLooks()).isEqualTo(1);
        book.leave(row(sent));
        assertThat(book.watched()).isEmpty();
    }

    private PaymentAttempt begun() throws Exception {
        return ((LinkBook.Begun.Stored) book.begin(order.id(), pounds(250), CLERK, LinkBookTest::request)).attempt();
    }

    private static FrozenRequest request(String reference) {
        byte[] body = ("{\"for\":\"" + reference + "\"}").getBytes(StandardCharsets.UTF_8);
        return new FrozenRequest("POST", "/v2/checkout-sessions", body, "key-" + reference);
    }

    private PayLinkRow row(PaymentAttempt attempt) throws Exception {
        return book.of(attempt.id()).orElseThrow().link();
    }
}
