package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.shop.Role;
import io.keentill.domain.shop.Staff;
import io.keentill.storefront.staff.StaffModel;
import org.junit.jupiter.api.Test;

/** Who works here, without a toolkit. */
class StaffModelTest {

    private final FakeTill till = new FakeTill();
    private final ModelRig rig = ModelRig.manager(till);
    private final StaffModel model = model();

    private StaffModel model() {
        StaffModel made = new StaffModel(till, rig.worker, rig.session, rig.toasts, rig.texts);
        made.load();
        return made;
    }

    private Staff named(String name) {
        return model.everybody().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void add(String name, String pin, String again) {
        model.choose((Staff) null);
        model.nameProperty().set(name);
        model.pinProperty().set(pin);
        model.againProperty().set(again);
        model.save();
        rig.worker.runLong();
    }

    @Test
    void somebodyNewGetsAPinThatIsTypedTwice() {
        add("Cleo", "7777", "7778");
        assertThat(model.complaintProperty().get()).isNotEmpty();
        add("Cleo", "7777", "7777");
        assertThat(named("Cleo").role()).isEqualTo(Role.CLERK);
        assertThat(model.pinProperty().get()).isEmpty();
    }

    @Test
    void aPinThatSomebodyHasIsRefusedAndWhatWasTypedStays() {
        add("Cleo", FakeTill.PIN, FakeTill.PIN);
        assertThat(model.complaintProperty().get()).contains("Choose another");
        assertThat(model.nameProperty().get()).isEqualTo("Cleo");
    }

    @Test
    void nobodyGivesMoreThanTheyHave() {
        assertThat(model.roles()).doesNotContain(Role.values()[Role.values().length - 1]);
        rig.session.begin(new Staff("s1", "Asha", Role.CLERK));
        assertThat(model.roles()).containsExactly(Role.CLERK);
    }

    @Test
    void anotherPinIsTakenFromThenOn() {
        model.choose(named("Asha"));
        model.pinProperty().set("8888");
        model.againProperty().set("8888");
        model.changePin();
        rig.worker.runLong();
        assertThat(till.office().byPin).containsKey("8888").doesNotContainKey(FakeTill.PIN);
    }

    @Test
    void whoLeavesIsTakenOffAfterASecondQuestion() {
        model.choose(named("Asha"));
        model.remove();
        assertThat(model.busyProperty().get()).as("not asked yet").isFalse();
        model.askRemove();
        model.keep();
        model.remove();
        assertThat(model.busyProperty().get()).isFalse();
        model.askRemove();
        assertThat(model.removingProperty().get()).isTrue();
        model.remove();
        rig.worker.runLong();
        assertThat(model.everybody()).extracting(Staff::name).containsExactly("Bea");
        assertThat(rig.told()).anyMatch(text -> text.contains("Asha"));
    }

    @Test
    void nobodyTakesOffThemselvesAndAnotherChoiceEndsTheQuestion() {
        model.choose(named("Bea"));
        model.askRemove();
        model.remove();
        rig.worker.runLong();
        assertThat(model.complaintProperty().get()).contains("themselves");
        model.askRemove();
        model.choose(named("Asha"));
        assertThat(model.removingProperty().get()).isFalse();
    }

    /** The answer about the one before comes while somebody goes on. */
    @Test
    void whoIsLookedAtMeanwhileStaysWithWhatIsTyped() {
        model.nameProperty().set("Cleo");
        model.pinProperty().set("7777");
        model.againProperty().set("7777");
        model.save();
        model.choose(named("Asha"));
        model.pinProperty().set("8888");
        rig.worker.runLong();
        assertThat(named("Cleo").role()).isEqualTo(Role.CLERK);
        assertThat(model.chosenProperty().get().name()).isEqualTo("Asha");
        assertThat(model.pinProperty().get()).isEqualTo("8888");
    }

    @Test
    void whatIsRefusedLateIsNotSaidOfSomebodyElse() {
        model.choose(named("Bea"));
        model.askRemove();
        model.remove();
        model.choose(named("Asha"));
        rig.worker.runLong();
        assertThat(model.complaintProperty().get()).isEmpty();
        assertThat(rig.told()).anyMatch(text -> text.contains("themselves"));
    }

    @Test
    void whatSomebodyTypedIsForgotten() {
        model.nameProperty().set("secret");
        model.pinProperty().set("1234");
        model.forget();
        assertThat(model.pinProperty().get()).isEmpty();
        assertThat(model.nameProperty().get()).isEmpty();
    }
}
