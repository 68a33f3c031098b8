package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Progress;
import io.keentill.domain.payment.AttemptState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Walks the clerk's day on the headless platform and keeps pictures of it. */
class StorefrontFlowTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Path SHOTS = Path.of("target", "screenshots");

    private final FakeTill till = new FakeTill();
    private Storefront storefront;
    private Stage stage;
    private StorefrontDriver clerk;

    @BeforeAll
    static void startToolkit() throws Exception {
        Toolkit.start();
    }

    @BeforeEach
    void open() throws Exception {
        open(Locale.UK, 1000, 1000);
    }

    private void open(Locale locale, double width, double height) throws Exception {
        Options options =
                new Options(locale, ZoneOffset.UTC, InstantSource.fixed(FakeTill.NOW), List.of(), Duration.ZERO);
        AtomicReference<Throwable> trouble = new AtomicReference<>();
        CountDownLatch shown = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                storefront = new Storefront(till, options);
                stage = new Stage(javafx.stage.StageStyle.UNDECORATED);
                stage.setWidth(width);
                stage.setHeight(height);
                storefront.show(stage);
            } catch (Throwable e) {
                trouble.set(e);
            }
            shown.countDown();
        });
        assertThat(shown.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(trouble.get()).isNull();
        clerk = new StorefrontDriver(storefront);
        clerk.waitForVisible("login", SOON);
    }

    @AfterEach
    void close() throws Exception {
        CountDownLatch down = new CountDownLatch(1);
        Platform.runLater(() -> {
            storefront.close();
            stage.close();
            down.countDown();
        });
        assertThat(down.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private void shot(String name) {
        clerk.snapshot(SHOTS.resolve(name + ".png"));
    }

    @Test
    void aWrongPinIsToldAndThreeLockTheTill() {
        clerk.type("99");
        clerk.press("pin-9");
        clerk.press("pin-9");
        shot("01-login");
        clerk.key(KeyCode.ENTER);
        assertThat(clerk.text("#login-message")).contains("2 tries left");
        clerk.login("9999");
        clerk.login("9999");
        assertThat(clerk.text("login-message")).contains("Too many wrong PINs").contains("10:20");
        shot("02-locked-out");
        clerk.login(FakeTill.PIN);
        assertThat(clerk.isVisible("sell")).isTrue();
        assertThat(clerk.text("who")).isEqualTo("Asha");
        clerk.press("lock");
        assertThat(clerk.isVisible("login")).isTrue();
    }

    /** Whoever pays the rest types it, whatever was pressed for the first part. */
    @Test
    void afterAPartPaymentTheNextFigureIsOfTheRest() throws Exception {
        Keyboard keys = new Keyboard(clerk, stage.getScene());
        clerk.login(FakeTill.PIN);
        clerk.scan("3*" + Sample.SOAP);
        clerk.key(KeyCode.F8);
        clerk.waitForVisible("cash-amount", SOON);
        clerk.type("1");
        keys.press("take-cash");
        clerk.waitFor(() -> clerk.focused().equals("cash-amount"), SOON, "the cursor after cash");
        clerk.type("2");
        clerk.key(KeyCode.F9);
        clerk.waitFor(() -> clerk.text("card-message").contains("present card"), SOON, "the terminal");
        till.terminalSays(AttemptState.APPROVED);
        clerk.waitFor(() -> clerk.focused().equals("cash-amount"), SOON, "the cursor after a card");
        assertThat(clerk.words("tenders")).contains("£1.00").contains("£2.00");
    }

    @Test
    void scansAddUpAndAnUnknownCodeIsOnlyAToast() {
        clerk.login(FakeTill.PIN);
        shot("03-sell-empty");
        clerk.scan(Sample.MILK);
        clerk.scan(Sample.MILK);
        clerk.scan("3*" + Sample.SOAP);
        clerk.scan("4006381333931");
        assertThat(clerk.words("toast")).contains("4006381333931");
        clerk.press("tile-SKU-003");
        assertThat(clerk.text("#total")).isEqualTo("£16.97");
        assertThat(clerk.text("basket-count")).isEqualTo("6 items");
        assertThat(clerk.text("sum-tax-vat-20")).isEqualTo("£1.75");
        shot("04-sell-basket");
        clerk.press("category-1");
        shot("05-sell-category");
    }

    @Test
    void searchesWhileTypingAndTakesTheChosenOne() {
        clerk.login(FakeTill.PIN);
        clerk.type("2*milk");
        assertThat(clerk.isVisible("results")).isTrue();
        assertThat(clerk.words("results")).contains("Whole milk 2 L").contains("Oat milk 1 L");
        clerk.key(KeyCode.DOWN);
        shot("06-search");
        clerk.key(KeyCode.ENTER);
        assertThat(clerk.words("lines")).contains("Oat milk 1 L");
        assertThat(clerk.text("total")).isEqualTo("£3.90");
        assertThat(clerk.text("scan")).isEmpty();
        clerk.type("zzz");
        assertThat(clerk.isVisible("results-none")).isTrue();
        clerk.key(KeyCode.ESCAPE);
        assertThat(clerk.isVisible("tiles")).isTrue();
    }

    @Test
    void discountsParkingAndUndo() {
        clerk.login(FakeTill.PIN);
        clerk.scan(Sample.SOAP);
        clerk.scan(Sample.MILK);
        clerk.press("order-discount");
        clerk.type("abc");
        clerk.press("discount-apply");
        assertThat(clerk.text("band-complaint")).contains("percentage");
        shot("07-discount");
        clerk.press("discount-10");
        assertThat(clerk.text("total")).isEqualTo("£4.63");
        clerk.press("discount-line-0");
        clerk.press("discount-amount");
        clerk.type("1.49");
        clerk.key(KeyCode.ENTER);
        assertThat(clerk.text("total")).isEqualTo("£3.28");
        clerk.press("remove-line-0");
        assertThat(clerk.words("lines")).doesNotContain("soap");
        shot("08-removed-undo");
        clerk.press("toast-action");
        assertThat(clerk.text("total")).isEqualTo("£3.28");
        clerk.key(KeyCode.F4);
        clerk.waitForVisible("park-name", SOON);
        clerk.settle();
        clerk.type("Blue coat");
        shot("09-park");
        clerk.key(KeyCode.ENTER);
        assertThat(clerk.text("total")).isEqualTo("£0.00");
        clerk.press("parked-button");
        assertThat(clerk.words("parked")).contains("Blue coat");
        shot("10-parked");
        clerk.press("parked-0");
        assertThat(clerk.text("total")).isEqualTo("£3.28");
        clerk.press("cancel-sale");
        shot("11-cancel-asked");
        clerk.press("cancel-yes");
        assertThat(clerk.isEnabled("pay-cash")).isFalse();
    }

    @Test
    void aScannerBurstIsNeverTypedIntoAnotherField() {
        clerk.login(FakeTill.PIN);
        clerk.scan(Sample.MILK);
        clerk.key(KeyCode.F4);
        clerk.waitForVisible("park-name", SOON);
        clerk.scan(Sample.SOAP);
        assertThat(till.parked()).isEmpty();
        assertThat(till.openOrder().orElseThrow().lines()).hasSize(2);
    }

    @Test
    void cashGivesChangeAndTheNextScanStartsANewSale() {
        clerk.login(FakeTill.PIN);
        clerk.scan("3*" + Sample.SOAP);
        clerk.key(KeyCode.F8);
        assertThat(clerk.text("due")).isEqualTo("£10.47");
        assertThat(clerk.text("cash-quick-2")).isEqualTo("£15.00");
        clerk.type("abc");
        clerk.key(KeyCode.ENTER);
        assertThat(clerk.text("cash-complaint")).isNotEmpty();
        for (int i = 0; i < 3; i++) {
            clerk.press("cash-delete");
        }
        shot("12-pay-cash");
        clerk.payCash("20");
        clerk.waitForVisible("receipt", SOON);
        assertThat(clerk.text("change")).isEqualTo("£9.53");
        assertThat(clerk.words("paper")).contains("TOTAL").contains("£10.47");
        shot("13-change");
        clerk.press("print");
        assertThat(till.printed).hasSize(1);
        clerk.scan(Sample.MILK);
        assertThat(clerk.isVisible("sell")).isTrue();
        assertThat(clerk.text("total")).isEqualTo("£1.65");
        clerk.press("receipts-button");
        shot("14-receipts");
        clerk.press("receipt-0");
        assertThat(clerk.words("paper")).contains("COPY");
        shot("15-copy");
        clerk.press("print");
        assertThat(till.printed.getLast()).endsWith("copy");
        clerk.press("new-sale");
        assertThat(clerk.text("total")).isEqualTo("£1.65");
    }

    @Test
    void aCardIsApproved() {
        clerk.login(FakeTill.PIN);
        clerk.scan(Sample.SOAP);
        clerk.payCard();
        clerk.waitFor(() -> clerk.text("card-message").contains("present card"), SOON, "the terminal's words");
        assertThat(clerk.isEnabled("card-cancel")).isTrue();
        shot("16-card-waiting");
        till.say(Progress.Stage.PROCESSING, "Authorising with the bank");
        clerk.waitFor(() -> !clerk.isEnabled("card-cancel"), SOON, "no way out while the bank decides");
        clerk.scan(Sample.MILK);
        till.terminalSays(AttemptState.APPROVED);
        clerk.waitFor(() -> clerk.text("total").equals("£1.65"), SOON, "what was scanned meanwhile in the next sale");
        assertThat(till.recentOrders(1)).hasSize(1);
        assertThat(till.charges).isEqualTo(1);
    }

    @Test
    void anApprovedCardShowsItsReceipt() {
        clerk.login(FakeTill.PIN);
        clerk.scan(Sample.SOAP);
        clerk.payCard();
        till.terminalSays(AttemptState.APPROVED);
        clerk.waitForVisible("receipt", SOON);
        shot("17-card-approved");
        clerk.key(KeyCode.ENTER);
        assertThat(clerk.isVisible("sell")).isTrue();
        shot("18-after-sale");
    }

    @Test
    void aDeclinedCardSaysThatNoMoneyMovedAndCashPaysInstead() {
        clerk.login(FakeTill.PIN);
        clerk.scan(Sample.SOAP);
        clerk.payCard();
        till.terminalSays(AttemptState.DECLINED);
        clerk.waitForVisible("card-outcome", SOON);
        assertThat(clerk.text("outcome-happened")).contains("issuer");
        assertThat(clerk.text("outcome-money")).isEqualTo("No money has moved.");
        shot("19-card-declined");
        clerk.press("cash-instead");
        clerk.press("cash-exact");
        clerk.waitForVisible("receipt", SOON);
        assertThat(clerk.isVisible("change")).isFalse();
    }

    @Test
    void cancellingIsAskedOnceAndSaysSo() {
        clerk.login(FakeTill.PIN);
        clerk.scan(Sample.SOAP);
        clerk.payCard();
        clerk.waitFor(() -> clerk.text("card-message").contains("present card"), SOON, "the terminal's words");
        clerk.press("card-cancel");
        assertThat(till.cancelAsked).isTrue();
        assertThat(clerk.isEnabled("card-cancel")).isFalse();
        shot("20-card-cancelling");
        till.terminalSays(AttemptState.CANCELLED);
        clerk.waitForVisible("card-outcome", SOON);
        assertThat(clerk.text("outcome-title")).isEqualTo("Payment cancelled");
    }

    @Test
    void anUnknownPaymentIsNeverChargedAgainAndResolvesByItself() {
        clerk.login(FakeTill.PIN);
        clerk.scan(Sample.SOAP);
        clerk.payCard();
        till.terminalSays(AttemptState.UNKNOWN);
        clerk.waitForVisible("card-unknown", SOON);
        shot("21-card-unknown");
        assertThat(clerk.isVisible("pay-by-card")).isFalse();
        clerk.key(KeyCode.ESCAPE);
        assertThat(clerk.isVisible("sell")).isTrue();
        clerk.key(KeyCode.F9);
        assertThat(clerk.isVisible("card-unknown")).isTrue();
        clerk.key(KeyCode.F8);
        assertThat(clerk.isVisible("card-unknown")).isTrue();
        assertThat(till.charges).isEqualTo(1);
        till.resolve(AttemptState.APPROVED);
        clerk.waitForVisible("receipt", SOON);
        assertThat(till.charges).isEqualTo(1);
    }

    @Test
    void partInCashThenTheRestByCardInGermanOnAWideScreen() throws Exception {
        close();
        till.status = Statuses.offline();
        open(Locale.GERMANY, 1366, 768);
        clerk.login(FakeTill.PIN);
        clerk.scan("2*" + Sample.SOAP);
        clerk.scan(Sample.MILK);
        shot("22-german-offline");
        clerk.payCash("5");
        assertThat(clerk.text("due")).contains("3,63");
        shot("23-split");
        clerk.payCard();
        till.terminalSays(AttemptState.APPROVED);
        clerk.waitForVisible("receipt", SOON);
        clerk.key(KeyCode.F1);
        shot("24-keys");
    }

    @Test
    void onABadDayEverythingStillFitsOnTheSmallScreen() throws Exception {
        close();
        till.status = Statuses.offline();
        open(Locale.GERMANY, 1000, 1000);
        clerk.login(FakeTill.PIN);
        for (int i = 0; i < 12; i++) {
            clerk.press("tile-SKU-%03d".formatted(i + 1));
        }
        assertThat(clerk.text("status-connection")).contains("12 warten");
        shot("25-bad-day");
        assertThat(clerk.text("status-unresolved")).contains("1 Zahlung");
        CountDownLatch measured = new CountDownLatch(1);
        AtomicReference<Double> right = new AtomicReference<>();
        Platform.runLater(() -> {
            var lock = storefront.root().lookup("#lock");
            right.set(lock.localToScene(lock.getBoundsInLocal()).getMaxX());
            measured.countDown();
        });
        assertThat(measured.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(right.get()).isLessThanOrEqualTo(1000);
        clerk.press("lock");
        assertThat(clerk.isVisible("login")).isTrue();
    }

    @Test
    void aShortCodeAtTheWrongMomentNeverStartsAPayment() {
        clerk.login(FakeTill.PIN);
        clerk.scan(Sample.SOAP);
        clerk.payCard();
        till.terminalSays(AttemptState.DECLINED);
        clerk.waitForVisible("card-outcome", SOON);
        clerk.scan("12");
        clerk.key(KeyCode.ENTER);
        assertThat(till.charges).isEqualTo(1);
    }
}
