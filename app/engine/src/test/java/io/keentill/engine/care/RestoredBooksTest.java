package io.keentill.engine.care;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.QueryAnswer;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.Evidence;
import io.keentill.domain.payment.ManagerDecision;
import io.keentill.domain.shop.Role;
import io.keentill.engine.Waits;
import io.keentill.engine.payment.OverrideResult;
import io.keentill.engine.payment.Overrides;
import io.keentill.engine.payment.Recovery;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.setup.Settings;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeRevKeen;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.Scripts;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.revkeen.RetryPolicy;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.RevKeenOptions;
import io.keentill.store.Backup;
import io.keentill.store.Backups;
import io.keentill.store.JournalEntry;
import io.keentill.store.OutboxRow;
import io.keentill.store.Restore;
import io.keentill.store.Restored;
import io.keentill.store.StoreException;
import io.keentill.store.TaskRow;
import io.keentill.store.TillStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a backup has as under way and was finished since is neither paid nor counted twice. */
class RestoredBooksTest {

    private static final String PIN = "4711";
    private static final int PAGE = 4096;
    private static final long UNKNOWN = RestoredBooks.UNKNOWN_RECEIPTS;
    private static final Duration NEVER = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private final TestClock clock = TestClock.still();
    private final FakeTerminal terminal = new FakeTerminal();
    private Backups backups;
    private TestTill till;

    @BeforeEach
    void open() throws Exception {
        backups = new Backups(folder.resolve("backups"));
        till = TestTill.open(data(), clock, terminal);
        till.store().write(tx -> {
            tx.putSetting(Settings.TILL_ID, "till-1");
            return true;
        });
        till.staff().add("Max", Role.MANAGER, PIN);
        till.sellForCash();
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Test
    void aParkedSaleThatWasPaidAfterTheBackupIsNotPaidAgain() throws Exception {
        Order parked = parked();
        backups.take(till.store());
        till.selling().recall(parked.id());
        assertThat(till.selling().payCash(parked.due(), CLERK)).isInstanceOf(SaleChange.Closed.class);
        till.store().write(tx -> tx.appendJournal("drawer", CLERK, "till", "{}"));
        damage();

        RestoredBooks.Report report = restore(null);
        assertThat(report.complete()).isTrue();
        assertThat(report.nextReceipt()).isEqualTo(3);
        assertThat(report.closed()).containsExactly(parked.reference());
        Order now = till.order(parked.id());
        assertThat(now.state()).isEqualTo(OrderState.CANCELLED);
        assertThat(now.receiptNumber()).isNull();
        assertThat(till.outboxOf(now)).isEmpty();
        assertThat(till.selling().recall(parked.id())).isInstanceOf(SaleChange.Refused.class);
        assertThat(tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.text())
                        .contains(parked.reference(), "with receipt 2", "do not take its money again", "by hand"));
        assertThat(till.sellForCash().receiptNumber()).isEqualTo(3);
    }

    @Test
    void whatWasPaidInPartBeforeTheBackupStaysOnTheSaleThatWasFinishedSince() throws Exception {
        Order order = till.scan(TEA);
        till.selling().payCash(pounds(100), CLERK);
        backups.take(till.store());
        till.selling().payCash(pounds(150), CLERK);
        damage();
        restore(null);
        Order now = till.order(order.id());
        assertThat(now.state()).isEqualTo(OrderState.CANCELLED);
        assertThat(now.paid()).isEqualTo(pounds(100));
        assertThat(till.outboxOf(now)).isEmpty();
    }

    @Test
    void aPaymentThatHadBeenSentWhenTheBackupWasTakenIsNotBookedAgain() throws Exception {
        paidOnceAndBookedByNobodyElse(backedUpAt("sent"));
    }

    @Test
    void aPaymentThatWasOnlyIntendedWhenTheBackupWasTakenIsNotChargedAgain() throws Exception {
        paidOnceAndBookedByNobodyElse(backedUpAt("before sending"));
    }

    private void paidOnceAndBookedByNobodyElse(Order order) throws Exception {
        damage();
        restore(null);
        assertThat(till.attemptOf(order).state()).as("as the journal tells").isEqualTo(AttemptState.APPROVED);
        recover();
        Order now = till.order(order.id());
        assertThat(now.state()).isEqualTo(OrderState.CANCELLED);
        assertThat(now.tenders()).isEmpty();
        assertThat(till.outboxOf(now)).isEmpty();
        assertThat(terminal.acquirer().references()).hasSize(1);
        assertThat(till.sellForCash().receiptNumber()).isEqualTo(3);
    }

    @Test
    void whereOnlyRevKeenKnowsTheSaleItsPaymentIsAskedAboutAndNotBooked() throws Exception {
        Order order = backedUpAt("before sending");
        lose();
        try (FakeRevKeen revKeen = new FakeRevKeen()) {
            has(revKeen, order, 2, 9);
            restore(revKeen);
        }
        assertThat(till.order(order.id()).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(till.attemptOf(order).state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.text()).contains("RevKeen has it as order ord-1"));
        recover();
        assertThat(till.attemptOf(order).state()).isEqualTo(AttemptState.APPROVED);
        assertThat(till.order(order.id()).tenders()).isEmpty();
        assertThat(till.outboxOf(order)).isEmpty();
        assertThat(journal("payment.not_booked")).hasSize(1);
        assertThat(terminal.acquirer().references()).hasSize(1);
    }

    @Test
    void whereNobodyKnowsTheTerminalIsAskedAboutWhatWasOnlyIntended() throws Exception {
        Order order = backedUpAt("before sending");
        lose();
        RestoredBooks.Report report = restore(null);
        assertThat(report.complete()).isFalse();
        assertThat(till.attemptOf(order).state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(till.payments().pay(order.id(), order.due(), CLERK).toString())
                .contains("still being clarified");
        recover();
        assertThat(till.order(order.id()).state()).isEqualTo(OrderState.PAID);
        assertThat(till.order(order.id()).receiptNumber()).isEqualTo(1 + UNKNOWN + 1);
        assertThat(terminal.acquirer().references()).hasSize(1);
    }

    @Test
    void aPaymentThatFailedAfterTheBackupIsFailedAndItsSaleStaysOpen() throws Exception {
        terminal.then(Scripts.decline());
        Order order = backedUpAt("sent");
        damage();
        restore(null);
        assertThat(till.attemptOf(order).state()).isEqualTo(AttemptState.DECLINED);
        assertThat(till.order(order.id()).state()).isEqualTo(OrderState.OPEN);
        assertThat(tasks()).isEmpty();
        assertThat(journal("restore.payment"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).contains("SENT", "DECLINED"));
    }

    @Test
    void whatAManagerDecidedAfterTheBackupIsDecided() throws Exception {
        terminal.then(Scripts.answerLost(Scripts::approval)).answering(past -> new QueryAnswer.Unreachable("gone"));
        Order order = backedUpAt("sent");
        String attempt = till.attemptOf(order).id();
        Evidence slip = Evidence.moved(Evidence.Kind.PAPER_SLIP, "slip 17 in the drawer", pounds(250), "A1B2C3");
        assertThat(new Overrides(till.payments(), Waits.REAL, till.staff()).decide(attempt, slip, PIN))
                .isInstanceOf(OverrideResult.Decided.class);
        damage();
        restore(null);
        assertThat(till.attempt(attempt).state()).isEqualTo(AttemptState.OVERRIDDEN);
        assertThat(till.attempt(attempt).approved()).isEqualTo(pounds(250));
        ManagerDecision decision =
                till.store().read(view -> view.decision(attempt)).orElseThrow();
        assertThat(decision.evidence()).isEqualTo(slip);
        assertThat(till.order(order.id()).state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void noNumberOfAnyReportIsGivenAgainWhereTheEndIsNotKnown() throws Exception {
        backups.take(till.store());
        lose();
        restore(null);
        assertThat(till.store().<Long>write(tx -> tx.shifts().nextZ())).isEqualTo(UNKNOWN + 1);
        assertThat(till.store().<Long>write(tx -> tx.nextRefundNumber())).isEqualTo(UNKNOWN + 1);
        assertThat(till.sellForCash().receiptNumber()).isEqualTo(1 + UNKNOWN + 1);
    }

    @Test
    void dataThatAreWholeButOlderThanRevKeensWordAreNotTakenForAll() throws Exception {
        till.close();
        byte[] before = Files.readAllBytes(database());
        till = TestTill.open(data(), clock, terminal);
        Order later = till.sellForCash();
        till.close();
        Files.write(database(), before);
        RestoredBooks.Report report;
        try (FakeRevKeen revKeen = new FakeRevKeen()) {
            has(revKeen, later, 2, 40);
            report = restore(revKeen);
        }
        assertThat(report.complete()).isFalse();
        assertThat(report.sales()).extracting(RestoredBooks.LostSale::receipt).containsExactly(2L);
        assertThat(report.nextReceipt()).isEqualTo(2 + UNKNOWN + 1);
        assertThat(journal(Anchors.RESTORED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).contains("\"lost_to\":40", "\"complete\":false"));
    }

    @Test
    void whatWaitsInDataThatWereSavedWholeIsLookedUpBeforeItIsSent() throws Exception {
        RestoredBooks.Report report = restore(null);
        assertThat(report.complete()).isTrue();
        assertThat(report.nextReceipt()).isEqualTo(2);
        List<OutboxRow> waiting = till.store().read(view -> view.outboxUndone());
        assertThat(waiting)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.firstSentAt()).isEqualTo(OutboxRow.UNKNOWN_TIME));
    }

    @Test
    void whatAnEarlierRestoreHasToldIsNoLossOfALaterOne() throws Exception {
        backups.take(till.store());
        Order lost = till.sellForCash();
        lose();
        try (FakeRevKeen revKeen = new FakeRevKeen()) {
            has(revKeen, lost, 2, 20);
            restore(revKeen);
            long next = till.sellForCash().receiptNumber() + 1;
            backups.take(till.store());
            damage();
            has(revKeen, lost, 2, 20);
            RestoredBooks.Report again = restore(revKeen);
            assertThat(again.complete()).isTrue();
            assertThat(again.sales()).isEmpty();
            assertThat(again.nextReceipt()).isEqualTo(next);
        }
    }

    private Order parked() {
        Order order = till.scan(TEA);
        return ((SaleChange.Changed) till.selling().park("Table 4")).order();
    }

    /** A sale by card, with a backup taken while the payment has got this far. */
    private Order backedUpAt(String step) {
        terminal.atCheckpoints(where -> {
            if (where.equals(step)) {
                take();
            }
        });
        Order order = till.scan(TEA);
        till.payCard(order);
        terminal.atCheckpoints(where -> {});
        return order;
    }

    private void take() {
        try {
            backups.take(till.store());
        } catch (StoreException e) {
            throw new IllegalStateException(e);
        }
    }

    private RestoredBooks.Report restore(@Nullable FakeRevKeen revKeen) throws Exception {
        till.close();
        Restored restored = ((Restore.Result.Done) Restore.run(
                        data(), backups.list().stream().map(Backup::file).toList(), clock))
                .restored();
        RestoredBooks.Report report;
        try (TillStore store = Restore.open(data(), clock)) {
            report = settle(store, restored, revKeen);
        }
        Restore.finish(data());
        till = TestTill.open(data(), clock, terminal);
        return report;
    }

    private RestoredBooks.Report settle(TillStore store, Restored restored, @Nullable FakeRevKeen revKeen)
            throws Exception {
        if (revKeen == null) {
            return RestoredBooks.settle(store, restored, null, clock);
        }
        try (RevKeen api = RevKeen.at(
                revKeen.url(),
                "rk_sandbox_test",
                RevKeenOptions.builder().readRetry(RetryPolicy.once()).build())) {
            return RestoredBooks.settle(store, restored, api, clock);
        }
    }

    /** RevKeen's list of orders is this sale, which it has since this entry of the journal. */
    private static void has(FakeRevKeen revKeen, Order sale, long receipt, long seq) {
        String order = "{'id':'ord-1','status':'pending','currency':'GBP','subtotal':250,'total':250,'amount_due':0,"
                + "'invoice_id':'inv-1','metadata':{'keentill_order':'" + sale.id() + "','keentill_reference':'"
                + sale.reference() + "','keentill_receipt':'" + receipt + "','keentill_till':'till-1',"
                + "'keentill_journal':'" + seq + ":0123456789abcdef'}}";
        revKeen.refuse(
                1,
                r -> r.line().startsWith("GET /v2/orders"),
                200,
                ("{'data':[" + order + "],'has_more':false}").replace('\'', '"'));
    }

    private void recover() throws Exception {
        try (Recovery recovery = new Recovery(till.payments(), NEVER)) {
            Eventually.until("nothing is open", recovery::resolveAll);
        }
    }

    private List<TaskRow> tasks() throws StoreException {
        return till.store().read(view -> view.openTasks());
    }

    private List<JournalEntry> journal(String type) throws StoreException {
        return till.store().read(view -> view.journal(0, 10_000)).stream()
                .filter(entry -> entry.type().equals(type))
                .toList();
    }

    private Path data() {
        return folder.resolve("till");
    }

    private Path database() {
        return data().resolve("keentill.db");
    }

    private void lose() throws Exception {
        till.close();
        Files.delete(database());
    }

    /** Overwrites the leaves of the tables that have the products and the lines of sales; the journal stays readable. */
    private void damage() throws Exception {
        till.close();
        byte[] all = Files.readAllBytes(database());
        int damaged = 0;
        for (int at = PAGE; at < all.length; at += PAGE) {
            String page = new String(all, at, PAGE, StandardCharsets.ISO_8859_1);
            if (all[at] == 0x0D && page.contains(TEA) && !page.contains("CREATE T")) {
                Arrays.fill(all, at, at + PAGE, (byte) 0);
                damaged++;
            }
        }
        assertThat(damaged).isPositive();
        Files.write(database(), all);
    }
}
