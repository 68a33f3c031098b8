package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.money.Money;
import io.keentill.engine.office.ShopRules;
import io.keentill.storefront.rules.RulesModel;
import io.keentill.storefront.rules.RulesModel.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the shop asks and allows, without a toolkit. */
class RulesModelTest {

    private final FakeTill till = new FakeTill();
    private final FakeRules rules = till.office().rules();
    private final ModelRig rig = ModelRig.manager(till);
    private final RulesModel model = model();

    private RulesModel model() {
        RulesModel made = new RulesModel(till, rig.worker, rig.session, rig.texts);
        assertThat(made.shiftProperty().get()).as("not known yet").isNull();
        made.load();
        return made;
    }

    private static Money pounds(long minor) {
        return Money.of(minor, Sample.GBP);
    }

    @Test
    void whatHoldsIsShown() {
        assertThat(model.rulesProperty().get()).isEqualTo(new ShopRules(false, pounds(200), false, null, List.of()));
        assertThat(model.shiftProperty().get()).isEqualTo(Answer.NO);
        assertThat(model.returnsProperty().get()).isEqualTo(Answer.NO);
        assertThat(model.shutProperty().get()).isFalse();
    }

    @Test
    void anAnswerHoldsAtOnceInTheNameOfWhoeverIsLoggedIn() {
        model.chooseShift(Answer.YES);
        assertThat(rules.set).containsExactly("shifts true null by m1");
        assertThat(model.shiftProperty().get()).isEqualTo(Answer.YES);
        assertThat(model.shutProperty().get()).as("no shift is open").isTrue();
        till.shifts().open(pounds(100_00), "m1");
        model.load();
        assertThat(model.shutProperty().get()).isFalse();
        model.chooseShift(Answer.YES);
        assertThat(rules.set).as("what holds already is not set again").hasSize(1);
        model.chooseShift(Answer.NO);
        assertThat(rules.set).last().isEqualTo("shifts false null by m1");
    }

    @Test
    void theDifferenceIsTypedAndMayBeNothingAtAll() {
        model.differenceProperty().set("5,50");
        model.setDifference();
        assertThat(model.rulesProperty().get().difference()).isEqualTo(pounds(550));
        assertThat(model.differenceProperty().get()).as("it stands above now").isEmpty();
        model.differenceProperty().set("0.00");
        model.setDifference();
        assertThat(model.rulesProperty().get().difference()).isEqualTo(pounds(0));
        for (String bad : new String[] {"", "x", "1.005", "-1", "0.0.0"}) {
            model.differenceProperty().set(bad);
            model.setDifference();
            assertThat(model.shiftComplaintProperty().get()).as(bad).contains("Type an amount");
            assertThat(model.differenceProperty().get()).isEqualTo(bad);
        }
        assertThat(rules.set).hasSize(2);
        model.chooseShift(Answer.NO);
        assertThat(model.shiftComplaintProperty().get()).isEmpty();
    }

    @Test
    void whatIsRefusedIsSaidAndNothingChanges() {
        rules.refused = "The till may not write";
        model.differenceProperty().set("3");
        model.setDifference();
        assertThat(model.shiftComplaintProperty().get()).isEqualTo("The till may not write");
        assertThat(model.differenceProperty().get()).isEqualTo("3");
        model.chooseShift(Answer.YES);
        assertThat(model.shiftProperty().get()).isEqualTo(Answer.NO);
    }

    @Test
    void nothingComesBackWithoutALimit() {
        model.chooseReturns(Answer.YES);
        assertThat(model.returnsComplaintProperty().get()).contains("how much one return");
        assertThat(model.returnsProperty().get()).isEqualTo(Answer.NO);
        model.limitProperty().set("0");
        model.chooseReturns(Answer.YES);
        assertThat(model.returnsComplaintProperty().get()).contains("above zero");
        model.limitProperty().set("20,0000");
        model.chooseReturns(Answer.YES);
        assertThat(rules.set).containsExactly("returns true 20.00 GBP by m1");
        assertThat(model.returnsProperty().get()).isEqualTo(Answer.YES);
        assertThat(model.limitProperty().get()).isEmpty();
        assertThat(model.returnsComplaintProperty().get()).isEmpty();
        model.limitProperty().set("15");
        model.setLimit();
        assertThat(rules.set).last().isEqualTo("returns null 15.00 GBP by m1");
        model.limitProperty().set("lots");
        model.setLimit();
        assertThat(model.returnsComplaintProperty().get()).contains("Type an amount");
        model.chooseReturns(Answer.NO);
        assertThat(rules.set).last().isEqualTo("returns false null by m1");
        model.limitProperty().set("");
        model.chooseReturns(Answer.YES);
        assertThat(model.rulesProperty().get())
                .as("the limit is remembered")
                .isEqualTo(new ShopRules(false, pounds(200), true, pounds(1500), List.of()));
    }

    @Test
    void labelsAreTypedWithBlanksBetweenThemAndTakeThePlaceOfThoseBefore() {
        model.labelsProperty().set(" 28PPPPPVVVVVC,  29PPPPPWWWWWC ");
        model.setLabels();
        assertThat(rules.set).containsExactly("labels [28PPPPPVVVVVC, 29PPPPPWWWWWC] by m1");
        assertThat(model.rulesProperty().get().labels()).containsExactly("28PPPPPVVVVVC", "29PPPPPWWWWWC");
        assertThat(model.labelsProperty().get()).as("they stand above now").isEmpty();
        model.labelsProperty().set("02PPPPPxVVVVC");
        model.setLabels();
        assertThat(model.rulesProperty().get().labels()).containsExactly("02PPPPPxVVVVC");
        model.noLabels();
        assertThat(rules.set).last().isEqualTo("labels [] by m1");
        assertThat(model.rulesProperty().get().labels()).isEmpty();
        model.noLabels();
        assertThat(rules.set).as("none are none already").hasSize(3);
    }

    @Test
    void aPatternThatMakesNoSenseIsSaidAndStaysToBeMended() {
        model.labelsProperty().set("28PPPPP");
        model.setLabels();
        assertThat(model.labelsComplaintProperty().get()).contains("28PPPPP makes no sense");
        assertThat(model.labelsProperty().get()).isEqualTo("28PPPPP");
        model.labelsProperty().set("  ");
        model.setLabels();
        assertThat(model.labelsComplaintProperty().get()).contains("Type a pattern");
        assertThat(rules.set).isEmpty();
    }

    @Test
    void whatSomebodyTypedIsForgotten() {
        model.labelsProperty().set("28");
        model.setLabels();
        model.limitProperty().set("20");
        model.differenceProperty().set("x");
        model.setDifference();
        model.forget();
        assertThat(model.limitProperty().get()).isEmpty();
        assertThat(model.differenceProperty().get()).isEmpty();
        assertThat(model.shiftComplaintProperty().get()).isEmpty();
        assertThat(model.labelsProperty().get()).isEmpty();
        assertThat(model.labelsComplaintProperty().get()).isEmpty();
    }
}
