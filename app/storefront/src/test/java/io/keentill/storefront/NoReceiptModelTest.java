package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.refund.NoReceiptReturn;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.refund.NoReceiptOffer;
import io.keentill.engine.refund.NoReceiptScan;
import io.keentill.engine.refund.NoReceiptTerms;
import io.keentill.engine.refund.NoReceiptWish;
import io.keentill.storefront.counter.Screens.Screen;
import io.keentill.storefront.refund.NoReceiptModel;
import io.keentill.storefront.refund.NoReceiptModel.Stage;
import io.keentill.storefront.refund.ReturnGoods.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Goods come back without a receipt, without a toolkit. */
class NoReceiptModelTest {

    private final FakeTill till = Mornings.busy();
    private final FakeNoReceipts desk = till.refunds().withoutReceipt();

    private static NoReceiptModel model(ModelRig rig) {
        return new NoReceiptModel(rig.till, rig.worker, rig.session, rig.screens, rig.toasts, rig.texts, rig.approvals);
    }

    private NoReceiptModel chosen(ModelRig rig) {
        NoReceiptModel model = model(rig);
        model.open();
        model.goods().pick().scanned(Sample.SOAP);
        model.reasonProperty().set("A gift");
        return model;
    }

    private static NoReceiptOffer.Priced priced(NoReceiptModel model) {
        assertThat(model.goods().offerProperty().get()).isInstanceOf(NoReceiptOffer.Priced.class);
        return (NoReceiptOffer.Priced) model.goods().offerProperty().get();
    }

    @Test
    void isNotBegunWhereTheShopDoesNotAllowItAndSaysWhy() {
        ModelRig rig = ModelRig.manager(till);
        NoReceiptModel model = model(rig);
        rig.screens.go(Screen.ORDERS);
        desk.terms = new NoReceiptTerms.NotNow(Sentence.quoted("This shop takes nothing back without a receipt."));
        model.open();
        assertThat(rig.screens.current()).isEqualTo(Screen.ORDERS);
        assertThat(model.whyNotProperty().get()).isEqualTo("This shop takes nothing back without a receipt.");
        desk.terms = new NoReceiptTerms.Allowed(FakeNoReceipts.LIMIT);
        model.open();
        assertThat(rig.screens.current()).isEqualTo(Screen.RETURN);
        assertThat(model.whyNotProperty().get()).isEmpty();
    }

    @Test
    void aWeightOnALabelIsSoMuchOfItAndAPriceIsWhatOneGives() {
        NoReceiptModel model = model(ModelRig.manager(till));
        model.open();
        desk.labels.put("291234500485", goods(485, null));
        desk.labels.put("281234500300", goods(1_000, pence(300)));
        desk.labels.put("281234500310", goods(1_000, pence(310)));
        desk.labels.put("281234509999", new NoReceiptScan.Refused(Sentence.quoted("Search for it by name")));
        model.goods().pick().scanned("291234500485");
        model.goods().pick().scanned("291234500485");
        model.goods().pick().scanned("281234500300");
        model.goods().pick().scanned("281234500300");
        model.goods().pick().scanned("281234500310");
        assertThat(model.goods().rows())
                .extracting(Row::quantity)
                .as("each weight adds up; of pieces those with one price")
                .containsExactly(new Quantity(970), Quantity.of(2), Quantity.ONE);
        assertThat(model.goods().rows()).extracting(Row::price).containsExactly("3.49", "3.00", "3.10");
        assertThat(model.goods().rows()).extracting(Row::most).containsOnly(pence(349));
        assertThat(priced(model).handed()).isEqualTo(pence(339 + 2 * 300 + 310));
        model.goods().pick().scanned("281234509999");
        assertThat(model.messageProperty().get()).isEqualTo("Search for it by name");
        assertThat(model.goods().rows()).hasSize(3);
    }

    private static NoReceiptScan goods(long thousandths, @Nullable Money price) {
        String soap = Sample.PRODUCTS.stream()
                .filter(p -> p.barcodes().contains(Sample.SOAP))
                .findFirst()
                .orElseThrow()
                .id();
        return new NoReceiptScan.Goods(new NoReceiptWish.Goods(soap, new Quantity(thousandths), price));
    }

    @Test
    void goodsAreScannedSearchedCountedAndLoweredInPrice() {
        NoReceiptModel model = model(ModelRig.manager(till));
        model.open();
        model.goods().pick().inputProperty().set("2*" + Sample.SOAP);
        model.goods().pick().enter();
        model.goods().pick().scanned(Sample.SOAP);
        assertThat(model.goods().rows()).singleElement().satisfies(row -> {
            assertThat(row.quantity()).isEqualTo(Quantity.of(3));
            assertThat(row.price()).isEqualTo("3.49");
        });
        model.goods().pick().inputProperty().set("sour");
        assertThat(model.goods().pick().results()).hasSize(1);
        model.goods().pick().enter();
        assertThat(model.goods().pick().inputProperty().get()).isEmpty();
        assertThat(model.goods().rows()).extracting(Row::name).containsExactly(soapName(), "Sourdough loaf");
        model.goods().less(0);
        model.goods().price(1, "3.00");
        assertThat(priced(model).handed()).isEqualTo(pence(2 * 349 + 300));
        model.goods().price(1, "3.21");
        assertThat(model.goods().offerProperty().get())
                .isInstanceOfSatisfying(
                        NoReceiptOffer.NotPossible.class,
                        no -> assertThat(no.message()).contains("at most 3.20 GBP"));
        model.goods().price(1, "much");
        assertThat(model.goods().offerProperty().get()).isInstanceOf(NoReceiptOffer.NotPossible.class);
        model.goods().less(1);
        assertThat(model.goods().rows()).hasSize(1);
        assertThat(priced(model).handed()).isEqualTo(pence(2 * 349));
    }

    @Test
    void whatTheCatalogueDoesNotKnowOrPriceIsTold() {
        ModelRig rig = ModelRig.manager(till);
        NoReceiptModel model = model(rig);
        model.open();
        model.goods().pick().scanned("4006381333931");
        assertThat(model.messageProperty().get()).contains("4006381333931");
        model.goods().pick().take(Sample.PRODUCTS.getLast());
        assertThat(model.messageProperty().get()).contains("no price of its own");
        assertThat(model.goods().rows()).isEmpty();
        model.go();
        assertThat(model.messageProperty().get()).isEqualTo(rig.texts.get("return.chooseGoods"));
    }

    @Test
    void isNotBookedWithoutAReasonOrBeyondTheLimit() {
        ModelRig rig = ModelRig.manager(till);
        NoReceiptModel model = chosen(rig);
        model.reasonProperty().set(" ");
        model.go();
        assertThat(model.messageProperty().get()).isEqualTo(rig.texts.get("return.needsReason"));
        model.reasonProperty().set("A gift");
        for (int i = 0; i < 5; i++) {
            model.goods().more(0);
        }
        assertThat(priced(model).problem()).contains("at most 20.00 GBP");
        model.go();
        assertThat(rig.approvals.isOpen()).isFalse();
        assertThat(desk.given).isEmpty();
    }

    @Test
    void aManagerTypesTheirPinEvenWhereTheyAreLoggedIn() {
        ModelRig rig = ModelRig.manager(till);
        NoReceiptModel model = chosen(rig);
        model.go();
        assertThat(rig.approvals.isOpen()).isTrue();
        assertThat(rig.approvals.requestProperty().get().about()).contains("£3.49", soapName(), "A gift");
        assertThat(model.stageProperty().get()).isEqualTo(Stage.CHOOSE);
        rig.approve();
        rig.worker.runLong();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.DONE);
        assertThat(desk.given).containsExactly("3.49 GBP by m1 approved by m1 because A gift");
    }

    @Test
    void aClerkHandsItOutAfterAManagersPin() {
        ModelRig rig = ModelRig.clerk(till);
        NoReceiptModel model = chosen(rig);
        model.go();
        FakeTill.PIN.chars().forEach(digit -> rig.approvals.digit((char) digit));
        rig.approvals.submit();
        assertThat(model.stageProperty().get()).as("a clerk's own PIN").isEqualTo(Stage.CHOOSE);
        rig.approve();
        rig.worker.runLong();
        assertThat(desk.given).containsExactly("3.49 GBP by s1 approved by m1 because A gift");
        model.back();
        assertThat(rig.screens.current()).isEqualTo(Screen.ORDERS);
    }

    @Test
    void whateverIsPressedItIsBookedOnce() {
        ModelRig rig = ModelRig.manager(till);
        NoReceiptModel model = chosen(rig);
        model.go();
        rig.approve();
        model.go();
        model.back();
        assertThat(model.stageProperty().get()).as("while it is booked").isEqualTo(Stage.RUNNING);
        rig.worker.runLong();
        model.go();
        assertThat(rig.approvals.isOpen()).isFalse();
        assertThat(desk.given).hasSize(1);
    }

    @Test
    void whatNobodySawTheEndOfIsHandedInAgainAndBookedOnce() {
        ModelRig rig = ModelRig.manager(till);
        NoReceiptModel model = chosen(rig);
        desk.broken = "No value present";
        model.go();
        rig.approve();
        rig.worker.runLong();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.BROKEN);
        assertThat(model.messageProperty().get())
                .as("a fault's own words are not for the screen")
                .isEqualTo(rig.texts.get("trouble.return") + " " + rig.texts.get("trouble.inLog"));
        desk.broken = "";
        model.tryAgain();
        rig.worker.runLong();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.DONE);
        assertThat(desk.given).hasSize(1);
    }

    @Test
    void theVerySameGoodsAskWhetherTheyAreThatOne() {
        ModelRig rig = ModelRig.manager(till);
        NoReceiptModel model = chosen(rig);
        book(rig, model);
        NoReceiptReturn first = model.backProperty().get();
        model.back();
        model.open();
        assertThat(model.lastProperty().get()).isEqualTo(first);
        model.goods().pick().scanned(Sample.SOAP);
        model.reasonProperty().set("A gift");
        book(rig, model);
        assertThat(model.stageProperty().get()).isEqualTo(Stage.SAME);
        assertThat(model.backProperty().get()).isEqualTo(first);
        model.another();
        rig.worker.runLong();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.DONE);
        assertThat(model.isBefore()).isFalse();
        assertThat(desk.given).hasSize(2);
        model.back();
        model.open();
        model.goods().pick().scanned(Sample.SOAP);
        model.reasonProperty().set("A gift");
        book(rig, model);
        model.thatOne();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.DONE);
        assertThat(model.isBefore()).isTrue();
        assertThat(desk.given).hasSize(2);
    }

    @Test
    void whatTheTillRefusesIsToldAndTheGoodsStay() {
        ModelRig rig = ModelRig.manager(till);
        NoReceiptModel model = chosen(rig);
        model.go();
        desk.terms = new NoReceiptTerms.NotNow(Sentence.quoted("No shift is open."));
        rig.approve();
        rig.worker.runLong();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.NOT_GIVEN);
        assertThat(model.messageProperty().get()).isEqualTo("No shift is open.");
        model.back();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.CHOOSE);
        assertThat(model.goods().rows()).hasSize(1);
    }

    @Test
    void thoseOfBeforeAreFoundAndPrintedAgainAsCopies() {
        ModelRig rig = ModelRig.manager(till);
        NoReceiptModel model = chosen(rig);
        book(rig, model);
        NoReceiptReturn first = model.backProperty().get();
        model.print();
        model.print();
        assertThat(till.printed).containsExactly(first.id(), first.id() + " copy");
        model.back();
        model.open();
        model.showEarlier();
        assertThat(model.earlier()).containsExactly(first);
        model.show(first);
        assertThat(model.stageProperty().get()).isEqualTo(Stage.SHOWN);
        model.print();
        assertThat(till.printed).endsWith(first.id() + " copy");
        model.back();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.EARLIER);
        model.back();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.CHOOSE);
    }

    @Test
    void theCodeOnItsReceiptFindsItAndAnyOtherIsForTheSales() {
        ModelRig rig = ModelRig.manager(till);
        NoReceiptModel model = chosen(rig);
        book(rig, model);
        NoReceiptReturn first = model.backProperty().get();
        model.back();
        List<String> others = new ArrayList<>();
        model.lookUp("OTHER", () -> others.add("OTHER"));
        assertThat(others).containsExactly("OTHER");
        model.lookUp(first.reference(), () -> others.add("never"));
        assertThat(model.stageProperty().get()).isEqualTo(Stage.SHOWN);
        assertThat(rig.screens.current()).isEqualTo(Screen.RETURN);
        assertThat(others).hasSize(1);
    }

    @Test
    void nothingIsAddedWhileSomebodyIsAskedToApproveWhatWasChosen() {
        ModelRig rig = ModelRig.manager(till);
        NoReceiptModel model = chosen(rig);
        model.go();
        List<String> others = new ArrayList<>();
        model.scanned(Sample.MILK, () -> others.add("told"));
        assertThat(model.goods().rows()).hasSize(1);
        assertThat(others).hasSize(1);
    }

    private static void book(ModelRig rig, NoReceiptModel model) {
        model.go();
        rig.approve();
        rig.worker.runLong();
    }

    private static String soapName() {
        return Sample.PRODUCTS.get(1).name();
    }

    private static Money pence(long minor) {
        return Money.of(minor, Sample.GBP);
    }
}
