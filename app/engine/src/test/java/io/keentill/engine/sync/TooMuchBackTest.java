package io.keentill.engine.sync;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.order.Order;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.RefundScope;
import io.keentill.engine.book.BackElsewhere;
import io.keentill.engine.book.TooMuchBack;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeRevKeen;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxState;
import io.keentill.store.RemoteObject;
import io.keentill.store.StoreException;
import io.keentill.store.TaskRow;
import io.keentill.store.Tx;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where more of a sale went back than was paid, because those who gave it could not hear of each other, somebody is told. */
class TooMuchBackTest {

    private CloudRig rig;
    private FakeRevKeen revKeen;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        revKeen = new FakeRevKeen();
        rig = new CloudRig(folder, revKeen);
        rig.terminal.able(Capability.LINKED_REFUND, Capability.REVERSAL, Capability.QUERY_BY_REFERENCE);
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void itIsOneTaskForEachAmount() throws Exception {
        Order sale = givenBackAndTold(100);
        revKeen.refundElsewhere("inv-1", 200, "card");
        rig.followed("somebody is told", () -> told().size() == 1);
        assertThat(told().getFirst().subject()).isEqualTo(sale.id());
        assertThat(told().getFirst().text().toString())
                .contains(sale.reference())
                .contains("0.50 GBP too much")
                .contains("settle it with the customer");
        revKeen.refundElsewhere("inv-1", 10, "card");
        rig.followed("of all of it", () -> told().getFirst().text().toString().contains("0.60 GBP too much"));
        assertThat(told()).as("what was said before holds no more").hasSize(1);
    }

    @Test
    void whatWasSettledIsNotSaidAgain() throws Exception {
        Order sale = givenBackAndTold(100);
        revKeen.refundElsewhere("inv-1", 200, "card");
        rig.followed("somebody is told", () -> told().size() == 1);
        rig.till.store().write(tx -> {
            tx.saveTask(told(tx.openTasks())
                    .getFirst()
                    .closed(CLERK, "paid back", rig.till.clock().instant()));
            return tx;
        });
        look(sale);
        assertThat(told()).isEmpty();
    }

    @Test
    void whatComesToWhatWasPaidIsRight() throws Exception {
        Order sale = givenBackAndTold(100);
        revKeen.refundElsewhere("inv-1", 150, "card");
        rig.followed("heard", () -> elsewhere(sale) == 150);
        assertThat(told()).isEmpty();
    }

    /** A credit note that is taken back is not told again: what another till gave up and gave anew is not twice as much. */
    @Test
    void whatWasTakenBackSinceIsAskedForBeforeAnybodyIsTold() throws Exception {
        Order sale = rig.till.sellForCash();
        rig.online().drained();
        revKeen.creditElsewhere("inv-1", 250);
        rig.followed("heard", () -> elsewhere(sale) == 250);
        revKeen.takeBackCredits();
        TooMuchBack tooMuch = new TooMuchBack(rig.till.ids(), rig.till.clock());
        rig.till.store().write(tx -> {
            credited(tx, sale, 200);
            tooMuch.lookAt(tx, sale.id());
            return tx;
        });
        rig.followed("asked for", () -> elsewhere(sale) == 200);
        assertThat(told()).isEmpty();
        assertThat(rig.till.store().<Optional<String>>read(TooMuchBack::suspect))
                .isEmpty();
    }

    @Test
    void oneThatCannotBeAskedAboutHoldsUpNoOther() throws Exception {
        Order one = givenBackAndTold(100);
        Order other = rig.till.sellByCard();
        rig.drained();
        TooMuchBack tooMuch = new TooMuchBack(rig.till.ids(), rig.till.clock());
        rig.offline();
        rig.till.store().write(tx -> {
            credited(tx, one, 200);
            tooMuch.lookAt(tx, one.id());
            tx.saveRemote(note("cn-8", other, 300), 1);
            tooMuch.lookAt(tx, other.id());
            assertThat(TooMuchBack.suspect(tx)).contains(one.id());
            TooMuchBack.later(tx, one.id());
            assertThat(TooMuchBack.suspect(tx)).contains(other.id());
            tooMuch.confirm(tx, other.id());
            assertThat(TooMuchBack.suspect(tx)).contains(one.id());
            return tx;
        });
        assertThat(told()).extracting(TaskRow::subject).containsExactly(other.id());
    }

    /** Until RevKeen's answer is stored, what RevKeen shows of it may be this till's own. */
    @Test
    void itWaitsUntilTheTillHasToldWhatItGaveBackItself() throws Exception {
        Order sale = rig.till.sellForCash();
        given(sale, 250);
        rig.till.store().write(tx -> {
            credited(tx, sale, 250);
            return tx;
        });
        look(sale);
        assertThat(told()).isEmpty();
        rig.till.store().write(tx -> {
            tx.outboxOf(sale.id()).forEach(row -> tx.updateOutbox(row.done(201, "{}", "mine")));
            return tx;
        });
        look(sale);
        assertThat(told())
                .singleElement()
                .satisfies(task -> assertThat(task.text().toString()).contains("2.50 GBP too much"));
    }

    private static void credited(Tx tx, Order sale, long pence) {
        tx.saveRemote(note("cn-9", sale, pence), 1);
    }

    private static RemoteObject note(String id, Order sale, long pence) {
        String content = "{\"status\":\"issued\",\"amount\":" + pence + ",\"currency\":\"GBP\"}";
        return new RemoteObject(BackElsewhere.CREDIT_NOTE, id, sale.id(), "", content);
    }

    private Order givenBackAndTold(long pence) throws Exception {
        Order sale = rig.till.sellByCard();
        rig.linked().drained();
        given(sale, pence);
        rig.drained();
        Eventually.until(
                "RevKeen has all of it",
                () -> rig.till.outboxOf(sale).stream().map(OutboxRow::state).allMatch(OutboxState.DONE::equals));
        return sale;
    }

    private void given(Order sale, long pence) {
        RefundScope amount = new RefundScope.Amount(pounds(pence));
        assertThat(rig.till.refunds().refund(new RefundWish(sale.id(), amount, MoneyBack.AS_PAID, "bitter"), CLERK))
                .isInstanceOf(RefundResult.Given.class);
    }

    private void look(Order sale) throws StoreException {
        TooMuchBack tooMuch = new TooMuchBack(rig.till.ids(), rig.till.clock());
        rig.till.store().write(tx -> {
            tooMuch.lookAt(tx, sale.id());
            TooMuchBack.suspect(tx).ifPresent(one -> tooMuch.confirm(tx, one));
            return tx;
        });
    }

    private long elsewhere(Order sale) throws StoreException {
        return rig.till
                .store()
                .read(view -> BackElsewhere.known(view, sale))
                .total()
                .minor();
    }

    private List<TaskRow> told() throws StoreException {
        return told(rig.till.store().<List<TaskRow>>read(view -> view.openTasks()));
    }

    private static List<TaskRow> told(List<TaskRow> tasks) {
        return tasks.stream()
                .filter(task -> task.kind().equals(TooMuchBack.KIND))
                .toList();
    }
}
