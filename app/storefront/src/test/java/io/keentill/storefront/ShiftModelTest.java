package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.shift.CashMovement;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.shift.TerminalDay;
import io.keentill.engine.shift.ZFound;
import io.keentill.storefront.shift.ShiftModel;
import io.keentill.storefront.shift.ShiftModel.Stage;
import io.keentill.storefront.shift.TerminalDayModel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The drawer and the day, without a toolkit. */
class ShiftModelTest {

    private final FakeTill till = new FakeTill();
    private ModelRig rig = ModelRig.manager(till);
    private ShiftModel model = model();

    private ShiftModel model() {
        ShiftModel made = new ShiftModel(till, rig.worker, rig.session, rig.toasts, rig.texts, rig.approvals);
        made.load();
        return made;
    }

    private void asClerk() {
        rig = ModelRig.clerk(till);
        model = model();
    }

    private void open() {
        model.amountProperty().set("100");
        model.open();
        rig.worker.runLong();
    }

    private void closeDay() {
        open();
        model.askCount();
        model.count().looseProperty().set("90");
        model.commitCount();
        rig.worker.runLong();
        model.closing().reasonProperty().set("Change");
        model.closing().close();
        rig.worker.runLong();
    }

    @Test
    void opensWithItsFloatAndRefusesWhatIsNoAmount() {
        assertThat(model.stageProperty().get()).isEqualTo(Stage.CLOSED);
        model.amountProperty().set("abc");
        model.open();
        assertThat(model.complaintProperty().get()).contains("amount");
        open();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.OPEN);
        assertThat(model.shiftProperty().get().openingFloat().minor()).isEqualTo(10_000);
    }

    @Test
    void cashTakenOutNeedsAReasonAndAManager() {
        asClerk();
        open();
        model.askMove(CashMovement.Kind.PAY_OUT);
        model.amountProperty().set("20");
        model.move();
        assertThat(model.complaintProperty().get()).contains("what the cash is for");
        model.reasonProperty().set("Windows");
        model.move();
        assertThat(rig.approvals.isOpen()).isTrue();
        assertThat(model.movements()).isEmpty();
        rig.approve();
        rig.worker.runLong();
        assertThat(model.movements()).hasSize(1);
        assertThat(model.stageProperty().get()).isEqualTo(Stage.OPEN);
    }

    /** The drawer is looked at again whenever anything happens to it, also while somebody types. */
    @Test
    void whatIsTypedForCashTakenOutIsNotTakenFromUnderTheirHands() {
        open();
        model.askMove(CashMovement.Kind.PAY_OUT);
        model.amountProperty().set("20");
        model.load();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.MOVE);
        assertThat(model.amountProperty().get()).isEqualTo("20");
        model.back();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.OPEN);
    }

    @Test
    void closingShowsTheReportWhichIsAmongTheEarlierOnesFromThenOn() {
        closeDay();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.REPORT);
        model.saveReport();
        assertThat(till.files.saved).hasSize(1);
        model.back();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.CLOSED);
        model.toEarlier();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.EARLIER);
        assertThat(model.earlier().rows()).hasSize(1);
        model.earlier().open(model.earlier().rows().getFirst());
        assertThat(model.stageProperty().get()).isEqualTo(Stage.REPORT);
        assertThat(model.reportProperty().get().title()).isEqualTo("Z REPORT 1");
        model.printReport();
        assertThat(till.shifts().done).contains("print Z 1");
    }

    @Test
    void aReportThatWasChangedIsToldAndNotShown() {
        till.shifts().earlier.add(new ZFound.Damaged(7, Sentence.quoted("Z 7 is not as it was made.")));
        model.toEarlier();
        assertThat(model.earlier().rows().getFirst().words()).contains("not as it was made");
        model.earlier().open(model.earlier().rows().getFirst());
        assertThat(model.stageProperty().get()).isEqualTo(Stage.EARLIER);
    }

    @Test
    void whoMayNotSeeTakingsAsksSomebodyWhoMay() {
        asClerk();
        model.toEarlier();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.CLOSED);
        rig.approve();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.EARLIER);
    }

    @Test
    void threeCountsThatAgree() {
        till.shifts().day = FakeShifts.counted(12_50, 12_50, List.of());
        model.toTerminalDay();
        TerminalDayModel day = model.terminalDay();
        day.end();
        assertThat(day.busyProperty().get()).isTrue();
        day.end();
        rig.worker.runLong();
        assertThat(till.shifts().done).containsExactly("terminal day by m1");
        assertThat(day.verdictProperty().get()).isEqualTo("All three agree.");
        assertThat(day.sides()).extracting(TerminalDayModel.Side::sum).containsExactly("£12.50", "£12.50", "£12.50");
        assertThat(day.sides().getLast().count()).contains("1 still to be sent");
        assertThat(model.back()).isTrue();
    }

    @Test
    void eachDifferenceIsToldWithItsNextStep() {
        till.shifts().day = FakeShifts.counted(
                12_50, 15_00, List.of(Sentence.quoted("2.50 GBP more is at the terminal. Look on its report.")));
        model.toTerminalDay();
        model.terminalDay().end();
        rig.worker.runLong();
        assertThat(model.terminalDay().verdictProperty().get()).contains("a task now");
        assertThat(model.terminalDay().differences()).hasSize(1);
        assertThat(model.terminalDay().differences().getFirst()).contains("Look on its report");
    }

    @Test
    void aTerminalThatDoesNotAnswerIsToldAndAskedAgain() {
        till.shifts().day = new TerminalDay.NotClosed(Sentence.quoted("The terminal does not answer. Switch it on."));
        model.toTerminalDay();
        model.terminalDay().end();
        rig.worker.runLong();
        assertThat(model.terminalDay().complaintProperty().get()).contains("Switch it on");
        assertThat(model.terminalDay().sides()).isEmpty();
        till.shifts().day = FakeShifts.counted(1, 1, List.of());
        model.terminalDay().end();
        rig.worker.runLong();
        assertThat(model.terminalDay().complaintProperty().get()).isEmpty();
    }
}
