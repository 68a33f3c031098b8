package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.TillTask;
import io.keentill.engine.TillTask.Kind;
import io.keentill.storefront.tasks.TasksModel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What waits for somebody, without a toolkit. */
class TasksModelTest {

    private final FakeTill till = Mornings.busy();
    private final ModelRig rig = ModelRig.manager(till);
    private final TasksModel model = new TasksModel(till, rig.worker, rig.session, rig.toasts, rig.texts);

    private TillTask first() {
        model.load();
        return model.tasks().getFirst();
    }

    @Test
    void whatRevKeenRefusedIsTriedAgain() {
        model.choose(first());
        model.retry();
        assertThat(model.busyProperty().get()).isTrue();
        model.retry();
        rig.worker.runLong();
        assertThat(till.office().refusals).containsExactly("retry 41 m1");
        assertThat(model.chosenProperty().get()).isNull();
        assertThat(model.busyProperty().get()).isFalse();
    }

    /** The answer about the one before comes while somebody goes on. */
    @Test
    void whatIsLookedAtMeanwhileStaysWithWhatIsWritten() {
        till.tasks.add(new TillTask("t2", Kind.PAYMENT_CONTRADICTED, Sentence.quoted("They disagree."), FakeTill.NOW));
        model.choose(first());
        model.retry();
        model.choose(model.tasks().getLast());
        model.noteProperty().set("half a sentence");
        rig.worker.runLong();
        assertThat(till.office().refusals).containsExactly("retry 41 m1");
        assertThat(model.chosenProperty().get().id()).isEqualTo("t2");
        assertThat(model.noteProperty().get()).isEqualTo("half a sentence");
    }

    @Test
    void whatIsSettledByHandNeedsAReason() {
        model.choose(first());
        model.dismiss();
        rig.worker.runLong();
        assertThat(model.complaintProperty().get()).contains("how it was settled");
        assertThat(model.chosenProperty().get()).isNotNull();
        model.noteProperty().set("cleared in the dashboard");
        model.dismiss();
        rig.worker.runLong();
        assertThat(till.office().refusals).containsExactly("dismiss 41 m1 cleared in the dashboard");
    }

    @Test
    void moneyThatCameLateIsClosedWithANote() {
        till.tasks.add(new TillTask(
                "late-1", Kind.LINK_PAID_LATE, Sentence.quoted("The customer paid 2.50 GBP late."), FakeTill.NOW));
        model.load();
        model.choose(model.tasks().getLast());
        model.noteProperty().set("given back in RevKeen");
        model.close();
        rig.worker.runLong();
        assertThat(model.tasks()).extracting(TillTask::id).containsExactly("41");
    }

    @Test
    void anotherTaskStartsWithAnEmptyNoteAndTheSameKeepsIt() {
        till.tasks.add(new TillTask("t2", Kind.PAYMENT_CONTRADICTED, Sentence.quoted("They disagree."), FakeTill.NOW));
        model.choose(first());
        model.noteProperty().set("half a sentence");
        model.load();
        assertThat(model.noteProperty().get()).isEqualTo("half a sentence");
        model.choose(model.tasks().getLast());
        assertThat(model.noteProperty().get()).isEmpty();
    }

    @Test
    void oneThatEndsByItselfIsLetGoOf() {
        model.choose(first());
        till.tasks.clear();
        model.load();
        assertThat(model.chosenProperty().get()).isNull();
        assertThat(model.tasks()).isEmpty();
        assertThat(model.back()).isFalse();
    }

    @Test
    void moneyHeldForASaleThatIsOverIsLetGo() {
        till.tasks.add(new TillTask(
                "hold-1", Kind.HOLD_OPEN, Sentence.quoted("50.00 GBP is still held on a card."), FakeTill.NOW));
        model.load();
        model.choose(model.tasks().getLast());
        till.tabs.refuses = "A card payment is running already.";
        model.letGo();
        rig.worker.runLong();
        assertThat(model.complaintProperty().get()).contains("running already");
        till.tabs.refuses = null;
        till.terminalSays(AttemptState.APPROVED);
        model.letGo();
        rig.worker.runLong();
        assertThat(model.tasks()).extracting(TillTask::id).containsExactly("41");
        assertThat(rig.told()).anyMatch(text -> text.contains("£50.00"));
    }

    @Test
    void whatACardDoesNotTakeBackOfAHalfPaidSaleIsPaidOut() {
        Money half = Money.of(125, Sample.GBP);
        RefundPart back = RefundPart.planned("p1", TenderType.CARD, half, "a1");
        RefundPart rest = RefundPart.planned("p2", TenderType.CARD, half, "a2");
        Refund whole = new Refund(
                "r1",
                "REF1",
                "o1",
                "ORD1",
                null,
                RefundState.OPEN,
                Sample.GBP,
                List.of(),
                Money.zero(Sample.GBP),
                "changed their mind",
                "m1",
                List.of(back, rest),
                null,
                FakeTill.NOW,
                null,
                null);
        till.refunds().store(whole);
        till.tasks.add(
                new TillTask("r1", Kind.REFUND_OPEN, Sentence.quoted("A refund stopped half-way."), FakeTill.NOW));
        model.load();
        model.choose(model.tasks().getLast());
        assertThat(model.endsInCashProperty().get()).as("nothing went back yet").isFalse();
        till.refunds().store(whole.returning("p1", half, Money.zero(Sample.GBP), FakeTill.NOW, "unused"));
        model.load();
        assertThat(model.endsInCashProperty().get()).isTrue();
        model.restInCash();
        rig.worker.runLong();
        assertThat(till.refunds().given).singleElement().asString().contains("2.50");
        model.choose(model.tasks().getFirst());
        assertThat(model.endsInCashProperty().get()).isFalse();
    }

    @Test
    void anUnknownPaymentIsDecidedAbout() {
        Mornings.unknownPayment(till);
        model.load();
        model.choose(model.tasks().getLast());
        assertThat(model.decision().amountProperty().get()).isNotEmpty();
    }
}
